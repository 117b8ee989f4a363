import type { Stretch } from '../detector/stretch';
import type { TextLine } from '../detector/textLine';
import type { GreyImage } from './ocrReader';

/** Capital height, in pixels, that OCR reads best. */
const CAPITALS = 30;

/** A frame with its contrast stretch. */
export interface GreyFrame {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly stretch: Stretch;
}

/** Rectangle by its corners, the far ones past the end. */
export interface Corners {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * Redraws a line for OCR: between background (white) and text colour (black), about 30 pixels high. With `masked` only what
 * belongs to its own glyphs is drawn, so that anatomy behind them is gone.
 */
export function lineImage(frame: GreyFrame, line: TextLine, masked: boolean): GreyImage {
  const pad = Math.round(0.45 * line.height) + 2;
  const area = padded(line, pad, pad, frame);
  const w = area.x1 - area.x0;
  const h = area.y1 - area.y0;
  const { low, scale } = frame.stretch;
  const contrast = Math.max(1e-6, (line.core - line.background) * line.polarity);
  const ink = new Float32Array(w * h);
  for (let y = 0, i = 0; y < h; y++) {
    for (let x = 0; x < w; x++, i++) {
      const v = (frame.values[(y + area.y0) * frame.width + x + area.x0] - low) * scale;
      ink[i] = ((v - line.background) * line.polarity) / contrast;
    }
  }
  const keep = masked ? glyphMask(line, area, ink, w, h) : undefined;
  for (let i = 0; i < ink.length; i++) ink[i] = keep && !keep[i] ? 0 : Math.min(1, Math.max(0, ink[i]));
  return onWhite(resize(ink, w, h, clampScale(CAPITALS / line.height)));
}

/** Pixels of the line's glyphs and of its own colour between them, with one pixel around for smooth edges. */
function glyphMask(line: TextLine, area: Corners, ink: Float32Array, w: number, h: number): Uint8Array {
  const mask = new Uint8Array(w * h);
  const mark = (y: number, from: number, to: number) => {
    for (let yy = Math.max(0, y - 1); yy <= Math.min(h - 1, y + 1); yy++) {
      mask.fill(1, yy * w + Math.max(0, from - 1), yy * w + Math.min(w, to + 1));
    }
  };
  const tolerance = line.flatness < 0.1 ? 0.12 : 0.3;
  const top = Math.max(0, line.y0 - area.y0 - 1);
  // Commas and descenders hang below the glyphs that were found.
  const bottom = Math.min(h, line.y1 - area.y0 + 1 + Math.round(0.25 * line.height));
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < w; x++) if (Math.abs(ink[y * w + x] - 1) < tolerance) mark(y, x, x + 1);
  }
  for (const { runs } of line.glyphs) {
    for (let i = 0; i < runs.length; i += 3) mark(runs[i] - area.y0, runs[i + 1] - area.x0, runs[i + 2] - area.x0);
  }
  return mask;
}

/** A whole row of the frame without any mask, by its own 2 to 98 % range: the second look at lines that did not read. */
export function rowImage(frame: GreyFrame, row: Corners, height: number, polarity: 1 | -1): GreyImage {
  const pad = Math.round(0.4 * height) + 2;
  const area = padded(row, pad, pad, frame);
  const w = area.x1 - area.x0;
  const h = area.y1 - area.y0;
  const ink = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    const from = (y + area.y0) * frame.width + area.x0;
    ink.set(frame.values.subarray(from, from + w), y * w);
  }
  const sorted = ink.slice().sort();
  const low = sorted[Math.floor(0.02 * sorted.length)];
  const scale = 1 / Math.max(1e-6, sorted[Math.floor(0.98 * sorted.length)] - low);
  for (let i = 0; i < ink.length; i++) {
    const v = Math.min(1, Math.max(0, (ink[i] - low) * scale));
    ink[i] = polarity > 0 ? v : 1 - v;
  }
  return onWhite(resize(ink, w, h, clampScale(34 / height)));
}

const clampScale = (s: number) => Math.max(0.4, Math.min(4, s));

function padded(c: Corners, px: number, py: number, { width, height }: GreyFrame): Corners {
  return {
    x0: Math.max(0, c.x0 - px),
    y0: Math.max(0, c.y0 - py),
    x1: Math.min(width, c.x1 + px),
    y1: Math.min(height, c.y1 + py),
  };
}

interface Ink {
  readonly ink: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Bilinear. */
function resize(ink: Float32Array, w: number, h: number, scale: number): Ink {
  const width = Math.max(1, Math.round(w * scale));
  const height = Math.max(1, Math.round(h * scale));
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(h - 1, Math.max(0, (y + 0.5) / scale - 0.5));
    const y0 = Math.floor(fy);
    const above = y0 * w;
    const below = Math.min(h - 1, y0 + 1) * w;
    const ty = fy - y0;
    for (let x = 0; x < width; x++) {
      const fx = Math.min(w - 1, Math.max(0, (x + 0.5) / scale - 0.5));
      const x0 = Math.floor(fx);
      const x1 = Math.min(w - 1, x0 + 1);
      const tx = fx - x0;
      out[y * width + x] =
        (ink[above + x0] * (1 - tx) + ink[above + x1] * tx) * (1 - ty) +
        (ink[below + x0] * (1 - tx) + ink[below + x1] * tx) * ty;
    }
  }
  return { ink: out, width, height };
}

/** Margin OCR needs around a line. */
const MARGIN = 14;

function onWhite({ ink, width, height }: Ink): GreyImage {
  const w = width + 2 * MARGIN;
  const h = height + 2 * MARGIN;
  const grey = new Uint8Array(w * h).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      grey[(y + MARGIN) * w + x + MARGIN] = 255 - Math.round(255 * ink[y * width + x]);
    }
  }
  return { width: w, height: h, grey };
}
