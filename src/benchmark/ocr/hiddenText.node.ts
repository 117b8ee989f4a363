import type { DicomFile } from '../../dicom/dicomFile';
import { loadFrameCodecs } from '../../pixels/codecs/wasmCodecs.node';
import type { NativeFrame } from '../../pixels/codecs/frameCodecs';
import { decodeFrameOf, openFrames } from '../../pixels/frames';
import { hasPixelData, pixelDescription } from '../../pixels/pixelDescription';
import { parseBurnedIn } from '../checks/pixelsHidden';
import type { TextBox } from '../checks/verdict';
import type { Check } from '../key/check';
import type { RegionReader } from './region';
import { cutRegion } from './region';

/** Key of a rectangle in the map of texts. */
export function boxKey(box: TextBox): string {
  return `${box.left} ${box.top} ${box.right} ${box.bottom}`;
}

/**
 * Reads every rectangle that the `pixels_hidden` checks of a file are about. What cannot be looked at - no pixels, several
 * frames, a transfer syntax nobody decodes, an empty rectangle - is not in the map; such checks leave no row.
 */
export async function readHiddenTexts(
  file: DicomFile,
  checks: readonly Check[],
  reader: RegionReader | null,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const boxes = checks.flatMap(check => {
    const burnedIn = check.action === '<pixels_hidden>' ? parseBurnedIn(check.actionText) : null;
    return burnedIn ? [burnedIn.box] : [];
  });
  if (!reader || boxes.length === 0) return texts;
  const frame = await onlyFrame(file);
  if (!frame) return texts;
  for (const box of boxes) {
    const region = cutRegion(frame, box);
    const pieces = region && (await reader(region));
    if (pieces) texts.set(boxKey(box), pieces.join(' '));
  }
  return texts;
}

/** The frame of a single-frame image; null if there is none or it cannot be decoded. */
async function onlyFrame(file: DicomFile): Promise<NativeFrame | null> {
  if (!hasPixelData(file)) return null;
  try {
    const description = pixelDescription(file);
    if (description.frames > 1) return null;
    const store = openFrames(file, description);
    const codecs = await loadFrameCodecs(description.transferSyntax);
    return decodeFrameOf(store, codecs, 0);
  } catch {
    // Whatever a decoder stumbles over, one image never ends a run; the check is counted as not looked at.
    return null;
  }
}
