import type { Box } from '../boxes';
import type { TextLine } from '../detector/textLine';
import type { GreyFrame } from '../ocr/lineImage';

/**
 * The box to fill for a line: its glyphs, walked outwards while columns with pixels of the text's own colour go on (letters
 * the detector did not take), and a margin for smoothed edges, accents and descenders.
 */
export function boxOf(line: TextLine, frame: GreyFrame): Box {
  let { x0, x1 } = line;
  if (line.flatness < 0.35) {
    x1 = walk(line, frame, x1, 1);
    x0 = walk(line, frame, x0, -1);
  }
  const px = Math.ceil(0.45 * line.height) + 2;
  const py = Math.ceil(0.4 * line.height) + 2;
  const left = Math.max(0, x0 - px);
  const top = Math.max(0, line.y0 - py);
  return {
    x: left,
    y: top,
    width: Math.min(frame.width, x1 + px) - left,
    height: Math.min(frame.height, line.y1 + py) - top,
  };
}

/** Moves one end of the line outwards over letters and word gaps; at most a dozen letters. */
function walk(line: TextLine, frame: GreyFrame, from: number, direction: 1 | -1): number {
  const reach = Math.ceil(1.1 * line.height);
  let end = from;
  for (let step = 0; step < 12; step++) {
    let seen = 0;
    let farthest = -1;
    for (let d = 0; d < reach; d++) {
      const x = direction > 0 ? end + d : end - 1 - d;
      if (x < 0 || x >= frame.width) break;
      if (hasInk(line, frame, x)) {
        seen++;
        farthest = x;
      }
    }
    if (seen < 2) break;
    end = direction > 0 ? farthest + 1 : farthest;
  }
  return end;
}

/** True if a column shows the text's colour somewhere, but is not filled with it. */
function hasInk(line: TextLine, { values, width, stretch }: GreyFrame, x: number): boolean {
  const tolerance = (line.flatness < 0.1 ? 0.06 : 0.2) * line.contrast;
  let count = 0;
  for (let y = line.y0; y < line.y1; y++) {
    const v = (values[y * width + x] - stretch.low) * stretch.scale;
    if (Math.abs(v - line.core) < tolerance) count++;
  }
  return count > 0 && count < 0.97 * (line.y1 - line.y0);
}
