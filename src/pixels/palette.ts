import { unsignedShorts, valueBytes, type Level } from './attributes';
import { PixelDataError } from './errors';

/** A Palette Color Lookup Table (PS3.3 C.7.9), entries scaled to 8 bits. */
export interface Palette {
  /** First stored value that is mapped; values below take the first entry, values past the end the last. */
  readonly first: number;
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
}

/** Reads the plain or segmented lookup tables; throws `PixelDataError` if one is missing or does not add up. */
export function readPalette(level: Level): Palette {
  const [count16, first16, bits] = unsignedShorts(level, 0x00281101);
  const count = count16 === 0 ? 65536 : count16;
  const signed = unsignedShorts(level, 0x00280103)[0] === 1;
  const channel = (plain: number, segmented: number) => {
    const entries = count
      ? level.rows.has(plain)
        ? plainEntries(level, plain, count)
        : level.rows.has(segmented)
          ? expandSegments(segmentWords(level, segmented, bits), count)
          : undefined
      : undefined;
    if (!entries) {
      throw new PixelDataError('pixel-description', 'A palette colour image without complete lookup tables.');
    }
    // Some writers put 8-bit entries into 16-bit cells without shifting them up.
    const wide = entries.some(v => v > 255);
    return Uint8Array.from(entries, v => (wide ? v >> 8 : v));
  };
  return {
    first: signed && first16 > 32767 ? first16 - 65536 : (first16 ?? 0),
    red: channel(0x00281201, 0x00281221),
    green: channel(0x00281202, 0x00281222),
    blue: channel(0x00281203, 0x00281223),
  };
}

function plainEntries(level: Level, tag: number, count: number): readonly number[] | undefined {
  const bytes = valueBytes(level, tag);
  if (!bytes || bytes.length < count) return undefined;
  return bytes.length >= 2 * count ? unsignedShorts(level, tag).slice(0, count) : [...bytes.subarray(0, count)];
}

function segmentWords(level: Level, tag: number, bits: number): number[] {
  return bits === 8 ? [...(valueBytes(level, tag) ?? [])] : unsignedShorts(level, tag);
}

/** Discrete, linear and indirect segments (PS3.3 C.7.9.2) to `count` entries; undefined if they give another number. */
function expandSegments(words: readonly number[], count: number): number[] | undefined {
  const out: number[] = [];
  const run = (from: number, segments: number, depth: number): number => {
    let at = from;
    for (let n = 0; n < segments && at + 1 < words.length && out.length <= count; n++) {
      const opcode = words[at];
      const length = words[at + 1];
      if (opcode === 0) {
        for (let i = 0; i < length; i++) out.push(words[at + 2 + i] ?? 0);
        at += 2 + length;
      } else if (opcode === 1) {
        const start = out[out.length - 1] ?? 0;
        const end = words[at + 2] ?? 0;
        for (let i = 1; i <= length; i++) out.push(Math.round(start + ((end - start) * i) / length));
        at += 3;
      } else if (opcode === 2 && depth === 0) {
        run((words[at + 2] ?? 0) + (words[at + 3] ?? 0) * 65536, length, 1);
        at += 4;
      } else {
        return words.length;
      }
    }
    return at;
  };
  run(0, Infinity, 0);
  return out.length === count ? out : undefined;
}
