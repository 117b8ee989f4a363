import type { DicomFile } from '../../dicom/dicomFile';
import { decimals, items, topLevel, type Level } from '../../pixels/attributes';
import type { DisplayWindow } from '../../protocol/headerViewer';

/** What the functional groups of a multi-frame image say about showing a frame (PS3.3 C.7.6.16.2). */
export interface FrameGroups {
  /** Frame VOI LUT (0028,9132). */
  readonly window?: DisplayWindow;
  /** Pixel Value Transformation (0028,9145). */
  readonly rescale?: { readonly slope: number; readonly intercept: number };
}

const SHARED = 0x52009229;
const PER_FRAME = 0x52009230;

/**
 * Reads the groups of a frame (0-based): its own, else those all frames share.
 * @param exact true if windows may be narrower than 1, as over floating point values.
 */
export function frameGroups(file: DicomFile, exact = false): (frame: number) => FrameGroups {
  const top = topLevel(file);
  const shared = items(top, SHARED)[0];
  const own = items(top, PER_FRAME);
  return frame => {
    const levels = [own[frame], shared].filter(level => level !== undefined);
    const window = firstOf(levels, 0x00289132, item => {
      const [center] = decimals(item, 0x00281050);
      const [width] = decimals(item, 0x00281051);
      return center === undefined || width === undefined || (exact ? !(width > 0) : width < 1)
        ? undefined
        : { center, width };
    });
    const rescale = firstOf(levels, 0x00289145, item => {
      const [slope] = decimals(item, 0x00281053);
      return slope ? { slope, intercept: decimals(item, 0x00281052)[0] ?? 0 } : undefined;
    });
    return { ...(window && { window }), ...(rescale && { rescale }) };
  };
}

function firstOf<T>(levels: readonly Level[], group: number, read: (item: Level) => T | undefined): T | undefined {
  for (const level of levels) {
    const [item] = items(level, group);
    const found = item && read(item);
    if (found) return found;
  }
  return undefined;
}
