import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two lines, `JOHNSON^MARY` and `DOB: 12/03/1956`, in 20-pixel letters: 255 where drawn, smooth edges. */
export interface TextMask {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** Reads the portable grey map of the fixtures. */
export function burnedName(): TextMask {
  const bytes = readFileSync(join(__dirname, '../fixtures/pixels/burned-name.pgm'));
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  if (!header) throw new Error('burned-name.pgm is no portable grey map');
  return { width: Number(header[1]), height: Number(header[2]), ink: bytes.subarray(header[0].length) };
}

/** Something like anatomy: smooth bright shapes with a little deterministic noise, values 0 to `top`. */
export function anatomy(columns: number, rows: number, top: number): Float32Array {
  const out = new Float32Array(columns * rows);
  let seed = 7;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const dx = x / columns - 0.5;
      const dy = y / rows - 0.55;
      const body = Math.max(0, 1 - 5 * (dx * dx + dy * dy));
      const wave = 0.15 * Math.sin(x / 17) * Math.cos(y / 23);
      out[y * columns + x] = Math.round(
        top * Math.min(1, Math.max(0, 0.7 * body + body * wave)) + ((seed >> 16) % (top / 25)),
      );
    }
  }
  return out;
}

/** Draws the text in one value over an image, in place. */
export function drawText(
  image: Float32Array,
  columns: number,
  mask: TextMask,
  x: number,
  y: number,
  value: number,
): void {
  for (let row = 0; row < mask.height; row++) {
    for (let column = 0; column < mask.width; column++) {
      const share = mask.ink[row * mask.width + column] / 255;
      const at = (y + row) * columns + x + column;
      image[at] = Math.round(image[at] * (1 - share) + value * share);
    }
  }
}

/** Samples as native little endian bytes. */
export function cells(image: Float32Array, bytesPerSample: 1 | 2): Uint8Array {
  return bytesPerSample === 1 ? Uint8Array.from(image) : new Uint8Array(Uint16Array.from(image).buffer);
}
