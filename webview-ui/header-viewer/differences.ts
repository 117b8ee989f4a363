import type { FrameImage } from '../../src/protocol/headerViewer';

/** The second picture with every pixel that differs from the first in magenta; unchanged if sizes differ. */
export function markDifferences(before: FrameImage | undefined, after: FrameImage | undefined): FrameImage | undefined {
  if (!before || !after || before.columns !== after.columns || before.rows !== after.rows) return after;
  const rgba = new Uint8Array(after.rgba);
  for (let i = 0; i + 3 < rgba.length; i += 4) {
    if (before.rgba[i] === rgba[i] && before.rgba[i + 1] === rgba[i + 1] && before.rgba[i + 2] === rgba[i + 2])
      continue;
    rgba[i] = 255;
    rgba[i + 1] = 0;
    rgba[i + 2] = 255;
  }
  return { ...after, rgba };
}
