import type { TextLine } from '../detector/textLine';
import type { GreyFrame } from '../ocr/lineImage';

/** Share of glyph pixels that must show the colour of the text. */
const SHARE = 0.75;

/**
 * True if a line found elsewhere (another frame, another slice of the series) stands on this frame too: the pixels of its
 * glyphs have one colour here that their surroundings have not. Ranges differ between frames, so colours are compared by
 * contrast, not by value.
 */
export function showsLine(frame: GreyFrame, line: TextLine): boolean {
  if (line.x1 > frame.width || line.y1 > frame.height) return false;
  const { values, width, stretch } = frame;
  const inside: number[] = [];
  const edge: number[] = [];
  for (const { runs } of line.glyphs) {
    for (let i = 0; i < runs.length; i += 3) {
      const row = runs[i] * width;
      for (let x = runs[i + 1]; x < runs[i + 2]; x++) inside.push((values[row + x] - stretch.low) * stretch.scale);
      if (runs[i + 1] >= 2) edge.push((values[row + runs[i + 1] - 2] - stretch.low) * stretch.scale);
      if (runs[i + 2] + 1 < width) edge.push((values[row + runs[i + 2] + 1] - stretch.low) * stretch.scale);
    }
  }
  if (inside.length === 0 || edge.length === 0) return false;
  const colour = middle(inside);
  const contrast = (colour - middle(edge)) * line.polarity;
  if (contrast < 0.1) return false;
  const tolerance = (line.flatness < 0.1 ? 0.15 : 0.35) * contrast;
  let same = 0;
  for (const v of inside) if (Math.abs(v - colour) <= tolerance) same++;
  return same >= SHARE * inside.length;
}

function middle(values: readonly number[]): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[sorted.length >> 1];
}
