import type { Glyph, Polarity } from './glyphs';
import { scoreFeatures } from './score';

/** Glyphs that stand in a row like text, with the measures that tell drawn text from anatomy. */
export interface TextLine {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly polarity: Polarity;
  readonly glyphs: readonly Glyph[];
  /** Number of characters, estimated from widths. */
  readonly characters: number;
  /** Height of a tall glyph in pixels. */
  readonly height: number;
  /** Colour of the text, its contrast and flatness (medians over the glyphs), in stretched units. */
  readonly core: number;
  readonly background: number;
  readonly contrast: number;
  readonly flatness: number;
  /** True if found as pixels of one exact value. */
  readonly exact: boolean;
  /** Runs per row and square: striped like text or solid. */
  readonly density: number;
  /** Logistic score: above 0 more likely text than not. */
  readonly score: number;
}

/** Builds a line from its glyphs (sorted in place by column) and scores it. */
export function textLine(glyphs: Glyph[], polarity: Polarity, exact: boolean): TextLine {
  glyphs.sort((a, b) => a.x0 - b.x0);
  const x0 = Math.min(...glyphs.map(g => g.x0));
  const x1 = Math.max(...glyphs.map(g => g.x1));
  const y0 = Math.min(...glyphs.map(g => g.y0));
  const y1 = Math.max(...glyphs.map(g => g.y1));
  const heights = glyphs.map(g => g.y1 - g.y0).sort((a, b) => a - b);
  const height = heights[Math.min(heights.length - 1, Math.floor(heights.length * 0.75))];
  const core = median(glyphs.map(g => g.core));
  const contrast = median(glyphs.map(g => g.contrast));
  const background = median(glyphs.map(g => g.background));
  const flatness = median(glyphs.map(g => g.flatness));
  const bottom = median(glyphs.map(g => g.y1));
  const top = median(glyphs.map(g => g.y0));
  const density = mean(glyphs.map(g => g.density));
  const characters = glyphs.reduce((n, g) => n + Math.max(1, Math.round((g.x1 - g.x0) / (0.9 * height))), 0);
  const gaps = glyphs.slice(1).map((g, i) => Math.max(0, g.x0 - glyphs[i].x1) / height);
  const area = glyphs.reduce((n, g) => n + g.area, 0);
  const score = scoreFeatures([
    Math.log(characters),
    Math.min(1, flatness),
    median(glyphs.map(g => g.sharpness)),
    Math.min(1, mean(glyphs.map(g => Math.abs(g.core - core))) / contrast),
    Math.min(1, mean(glyphs.map(g => Math.min(Math.abs(g.y1 - bottom), Math.abs(g.y0 - top) + 0.5) / height))),
    variation(heights),
    Math.log(Math.min(20, contrast)),
    area / ((x1 - x0) * (y1 - y0)),
    median(glyphs.map(g => g.stroke)) / height,
    variation(glyphs.map(g => g.stroke)),
    Math.min(2, variation(gaps)),
    density,
    exact ? 1 : 0,
    Math.log(height),
    Math.min(3, (x1 - x0) / height / characters),
    Math.min(2, mean(glyphs.map(g => Math.abs(g.background - background))) / contrast),
  ]);
  return {
    x0,
    y0,
    x1,
    y1,
    polarity,
    glyphs,
    characters,
    height,
    core,
    background,
    contrast,
    flatness,
    exact,
    density,
    score,
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((s, v) => s + v, 0) / Math.max(1, values.length);
}

/** Standard deviation over mean. */
function variation(values: readonly number[]): number {
  const m = mean(values);
  return m ? Math.sqrt(mean(values.map(v => (v - m) ** 2))) / m : 0;
}
