import { burnLine, fits, type BurnedLine, type FrameLayout, type Polarity } from './burn';
import type { Random } from './random';

/** Where lines may stand: the corners, as on real screens. */
type Corner = 'topLeft' | 'topRight' | 'bottomLeft';

const CAP_HEIGHTS = [10, 12, 14, 18, 22, 28];
const POLARITIES: readonly Polarity[] = ['light', 'light', 'lightBox', 'dark', 'darkBox'];

/** Draws one to three of the lines into a frame, in place; empty if none fits. */
export function burnLines(
  bytes: Uint8Array,
  layout: FrameLayout,
  lines: readonly string[],
  random: Random,
): BurnedLine[] {
  const cap = random.pick(CAP_HEIGHTS.filter(size => size <= Math.max(10, layout.columns / 16)));
  const polarity = random.pick(POLARITIES);
  const corner = random.pick<Corner>(['topLeft', 'topRight', 'bottomLeft']);
  const wanted = lines.slice(0, random.int(1, 3));
  const pitch = Math.ceil(cap * 1.9) + 4;
  const drawn: BurnedLine[] = [];
  wanted.forEach((text, i) => {
    if (!fits(layout, text.length, cap)) return;
    const width = Math.ceil((text.length * cap * 5.6) / 6) + 8;
    const x = corner === 'topRight' ? layout.columns - width - 4 : 6;
    const y = corner === 'bottomLeft' ? layout.rows - pitch * (wanted.length - i) - 4 : 6 + i * pitch;
    if (x < 0 || y < 0) return;
    const line = burnLine(bytes, layout, text, x, y, cap, polarity);
    if (line !== undefined) drawn.push(line);
  });
  return drawn;
}
