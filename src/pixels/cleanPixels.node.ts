import type { DicomFile } from '../dicom/dicomFile';
import { cleanPixelsWith, type PixelReport, type PixelRequest } from './cleanPixels';
import { loadFrameCodecs } from './codecs/wasmCodecs.node';
import { decodeFrameOf, openFrames } from './frames';
import { PixelDataError } from './errors';
import { pixelDescription } from './pixelDescription';
import { renderNative, type RgbaImage, type Window } from './render';

/** `cleanPixelsWith` using the codecs of this installation; what jobs and the command line call. */
export function cleanPixels(file: DicomFile, request: PixelRequest): Promise<PixelReport> {
  return cleanPixelsWith(file, request, loadFrameCodecs);
}

/**
 * One frame (from 0) as RGBA, for showing. Throws `PixelDataError` if it cannot be decoded.
 * @param options.window center and width in rescaled units; the file's own window otherwise.
 */
export async function renderFrame(
  file: DicomFile,
  frame: number,
  options: { readonly window?: Window } = {},
): Promise<RgbaImage> {
  const description = pixelDescription(file);
  if (frame < 0 || frame >= description.frames) {
    throw new PixelDataError('pixel-description', `The image has ${description.frames} frame(s).`);
  }
  const codecs = await loadFrameCodecs(description.transferSyntax);
  const native = decodeFrameOf(openFrames(file, description), codecs, frame);
  return renderNative(native, description, options.window);
}
