import type { DicomFile } from '../dicom/dicomFile';
import { childRows, findRow } from '../dicom/rows';
import { stringValues } from '../dicom/values';
import { frameChange } from '../pixels/blankedPixels';
import { loadFrameCodecs } from '../pixels/codecs/wasmCodecs.node';
import { PixelDataError } from '../pixels/errors';
import { decodeFrameOf, openFrames } from '../pixels/frames';
import { pixelDescription } from '../pixels/pixelDescription';

/** What was found where pixel data is not the same, frame by frame. */
export type PixelJudgement =
  | { readonly kind: 'cleaned'; readonly frames: number; readonly pixels: number }
  | { readonly kind: 'finding'; readonly message: string };

/**
 * Judges changed pixel data. It is cleaned, and nothing to worry about, if the file says so or the profile asks for it, and
 * if every pixel that changed was blanked and all others are proven equal. Everything else is a finding.
 * @param asked true if the profile of the run has pixels cleaned; undefined if the profile is not known
 */
export async function judgePixels(
  before: DicomFile,
  after: DicomFile,
  asked: boolean | undefined,
): Promise<PixelJudgement> {
  if (!(asked ?? claimsCleanPixels(after)))
    return {
      kind: 'finding',
      message:
        asked === undefined
          ? 'Pixel data differs, and the file does not say that it was cleaned.'
          : 'Pixel data differs, and the profile does not have it cleaned.',
    };
  try {
    const [a, b] = await Promise.all([frames(before), frames(after)]);
    if (a.store.description.frames !== b.store.description.frames)
      return { kind: 'finding', message: 'Pixel data has another number of frames.' };
    let changedFrames = 0;
    let pixels = 0;
    for (let frame = 0; frame < a.store.description.frames; frame++) {
      const change = frameChange(a.decode(frame), b.decode(frame), a.store.description);
      if (!change) return { kind: 'finding', message: 'Pixel data has another shape.' };
      if (change.altered > 0)
        return {
          kind: 'finding',
          message: `${change.altered} pixels of frame ${frame + 1} changed and are not blank.`,
        };
      pixels += change.blanked;
      if (change.blanked > 0) changedFrames++;
    }
    return { kind: 'cleaned', frames: changedFrames, pixels };
  } catch (error) {
    if (!(error instanceof PixelDataError)) throw error;
    return { kind: 'finding', message: `Pixel data differs and cannot be compared: ${error.message}` };
  }
}

async function frames(file: DicomFile): Promise<{
  readonly store: ReturnType<typeof openFrames>;
  decode(frame: number): ReturnType<typeof decodeFrameOf>;
}> {
  const description = pixelDescription(file);
  const codecs = await loadFrameCodecs(description.transferSyntax);
  const store = openFrames(file, description);
  return { store, decode: frame => decodeFrameOf(store, codecs, frame) };
}

/** Clean Pixel Data Option among the codes of (0012,0064), or Burned In Annotation (0028,0301) NO (PS3.15 E.3.1). */
function claimsCleanPixels(file: DicomFile): boolean {
  const value = (tag: number, item?: number): string => {
    const row = findRow(file.dataSet, tag, item);
    return row < 0 ? '' : (stringValues(file, row)[0] ?? '').trim();
  };
  if (value(0x00280301) === 'NO') return true;
  const codes = findRow(file.dataSet, 0x00120064);
  if (codes < 0) return false;
  return childRows(file.dataSet, codes).some(
    item => value(0x00080100, item) === '113101' && value(0x00080102, item) === 'DCM',
  );
}
