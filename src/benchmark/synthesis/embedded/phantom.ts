import { randomFor } from '../random';

/** A smooth grey phantom: an ellipse with a few rounded structures and soft noise, values 0 to 1. */
export interface Phantom {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/**
 * Draws slice `z` (0 to 1 through the body) of a phantom. `texture` is the amplitude of the fine grain (0 to 1), made of a
 * sum of waves, so that it is smooth and repeatable.
 */
export function phantom(
  seed: number,
  name: string,
  rows: number,
  columns: number,
  z: number,
  texture: number,
): Phantom {
  const random = randomFor(seed, 'phantom', name);
  const blobs = Array.from({ length: 6 }, () => ({
    x: 0.5 + (random.next() - 0.5) * 0.5,
    y: 0.5 + (random.next() - 0.5) * 0.45,
    z: random.next(),
    r: 0.05 + random.next() * 0.13,
    level: random.next() - 0.4,
  }));
  const waves = Array.from({ length: 8 }, () => ({
    fx: (random.next() - 0.5) * 60,
    fy: (random.next() - 0.5) * 60,
    fz: (random.next() - 0.5) * 40,
    phase: random.next() * 6.283,
  }));
  // sin(a + b) from the sines and cosines of a (column) and b (row): a few products per pixel instead of a sine per wave.
  const acrossSin = waves.map(w =>
    Float32Array.from({ length: columns }, (_, i) => Math.sin((w.fx * (i + 0.5)) / columns)),
  );
  const acrossCos = waves.map(w =>
    Float32Array.from({ length: columns }, (_, i) => Math.cos((w.fx * (i + 0.5)) / columns)),
  );
  const values = new Float32Array(rows * columns);
  const size = 0.75 + 0.25 * Math.sin(Math.PI * (0.15 + 0.7 * z));
  for (let j = 0; j < rows; j++) {
    const down = waves.map(w => (w.fy * (j + 0.5)) / rows + w.fz * z + w.phase);
    const downSin = down.map(Math.sin);
    const downCos = down.map(Math.cos);
    for (let i = 0; i < columns; i++) {
      const x = (i + 0.5) / columns;
      const y = (j + 0.5) / rows;
      const ex = (x - 0.5) / (0.44 * size);
      const ey = (y - 0.5) / (0.38 * size);
      const edge = 1 / (1 + Math.exp((Math.sqrt(ex * ex + ey * ey) - 1) * 30));
      let value = 0.5 * edge;
      for (const b of blobs) {
        const d = ((x - b.x) ** 2 + (y - b.y) ** 2 + 0.15 * (z - b.z) ** 2) / (b.r * b.r);
        value += edge * b.level * Math.exp(-d);
      }
      let grain = 0;
      for (let w = 0; w < waves.length; w++) grain += acrossSin[w][i] * downCos[w] + acrossCos[w][i] * downSin[w];
      value += (0.15 + edge) * texture * 0.05 * grain;
      values[j * columns + i] = Math.min(1, Math.max(0, value));
    }
  }
  return { rows, columns, values };
}

/** 16-bit little-endian samples: `low` + value x (`high` - `low`), rounded. */
export function toWords(image: Phantom, low: number, high: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(image.values.length * 2));
  image.values.forEach((value, i) => view.setInt16(i * 2, Math.round(low + value * (high - low)), true));
  return new Uint8Array(view.buffer);
}

/** 8-bit samples; `samples` copies of each value (3 makes a grey RGB image). */
export function toBytes(image: Phantom, samples: 1 | 3): Uint8Array {
  const out = new Uint8Array(image.values.length * samples);
  image.values.forEach((value, i) => out.fill(Math.round(value * 255), i * samples, (i + 1) * samples));
  return out;
}
