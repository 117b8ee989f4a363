import { components, type GlyphLimits } from './components';
import { measureGlyph, type Glyph, type Polarity } from './glyphs';
import { groupLines } from './groupLines';
import { exactLevels } from './levels';
import { brightDetail, inverted } from './morphology';
import { stretch, type Stretch } from './stretch';
import type { TextLine } from './textLine';

/** What the detector saw on one frame. */
export interface Detection {
  /** Candidates, strongest first, with no two of them on the same place. */
  readonly lines: TextLine[];
  readonly stretch: Stretch;
}

/** More components than this on one level are noise or texture, never text. */
const MAX_COMPONENTS = 30_000;

/**
 * Finds lines that look drawn on a grey frame (one number per pixel). Two ways in: pixels of one exact value (extremes and
 * spikes of the histogram), and thin structures that stand out from their surroundings, bright and dark.
 * @param minScore lines scored lower are left out (log odds).
 */
export function detectText(values: Float32Array, width: number, height: number, minScore = 0): Detection {
  const s = stretch(values);
  if (!(s.max > s.min) || width < 8 || height < 8) return { lines: [], stretch: s };
  const image = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) image[i] = (values[i] - s.low) * s.scale;
  const narrow = Math.min(width, height);
  const limits: GlyphLimits = {
    minHeight: narrow < 300 ? 4 : 5,
    maxHeight: Math.min(110, Math.floor(height / 3)),
    maxWidth: Math.floor(width * 0.6),
    maxArea: 9000,
  };
  const found: TextLine[] = [];
  const mask = new Uint8Array(values.length);
  const look = (polarities: readonly Polarity[], exact: boolean) => {
    const parts = components(mask, width, height, limits);
    if (parts.length > MAX_COMPONENTS) return;
    for (const polarity of polarities) {
      const glyphs: Glyph[] = [];
      for (const part of parts) {
        const glyph = measureGlyph(part, polarity, image, width);
        if (glyph) glyphs.push(glyph);
      }
      for (const line of groupLines(glyphs, polarity, exact)) if (line.score >= minScore) found.push(line);
    }
  };

  for (const level of exactLevels(values, s.min, s.max)) {
    let count = 0;
    for (let i = 0; i < values.length; i++) count += mask[i] = values[i] === level ? 1 : 0;
    if (count < 20 || count > 0.5 * values.length) continue;
    look(level === s.max ? [1] : level === s.min ? [-1] : [1, -1], true);
  }
  const window = narrow < 300 ? 7 : narrow < 800 ? 9 : 13;
  const lookForDetail = (image8: Uint8Array, polarity: Polarity, thresholds: readonly number[]) => {
    const detail = brightDetail(image8, width, height, window);
    for (const threshold of thresholds) {
      let count = 0;
      for (let i = 0; i < detail.length; i++) count += mask[i] = detail[i] > threshold ? 1 : 0;
      if (count > 20) look([polarity], false);
    }
  };
  // A quarter of the range is added on both sides, so that text just outside of it still has edges.
  const grey = toBytes(values, s.low - 0.25 / s.scale, 170 * s.scale);
  lookForDetail(grey, 1, DETAIL);
  lookForDetail(inverted(grey), -1, DETAIL);
  // Text far outside the anatomy's range saturates above: its smoothed edges are looked at in a range of their own.
  if (s.max - s.high > 0.8 * (s.high - s.low)) {
    lookForDetail(toBytes(values, s.low, 255 / (s.max - s.low)), 1, [64, 128]);
  }
  if (s.low - s.min > 0.8 * (s.high - s.low)) {
    lookForDetail(inverted(toBytes(values, s.min, 255 / (s.high - s.min))), -1, [64, 128]);
  }
  return { lines: strongest(found), stretch: s };
}

/** Thresholds on detail for faint, clear and strong text. */
const DETAIL = [19, 43, 86];

function toBytes(values: Float32Array, low: number, scale: number): Uint8Array {
  const out = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const v = (values[i] - low) * scale;
    out[i] = v <= 0 ? 0 : v >= 255 ? 255 : v | 0;
  }
  return out;
}

/** Keeps the best of lines that lie on each other; small text inside a big weak line stays. */
function strongest(lines: TextLine[]): TextLine[] {
  lines.sort((a, b) => b.score - a.score);
  const kept: TextLine[] = [];
  const area = (l: TextLine) => (l.x1 - l.x0) * (l.y1 - l.y0);
  for (const line of lines) {
    const covered = kept.some(k => {
      const w = Math.min(k.x1, line.x1) - Math.max(k.x0, line.x0);
      const h = Math.min(k.y1, line.y1) - Math.max(k.y0, line.y0);
      if (w <= 0 || h <= 0 || w * h <= 0.6 * Math.min(area(k), area(line)) || area(k) < 0.7 * area(line)) return false;
      return !(line.height < 0.6 * k.height && line.characters >= 4 && line.score > 0);
    });
    if (!covered) kept.push(line);
  }
  return kept;
}
