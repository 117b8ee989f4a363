/**
 * Repeatable chance: a generator is a pure function of the seed and of the keys it was made for, never of the order in
 * which files are met. That is what makes one seed give the same bytes on any machine and in any number of runs.
 */
export interface Random {
  /** Next number in [0, 1). */
  next(): number;
  /** Integer in [min, max], both included. */
  int(min: number, max: number): number;
  /** One element of a non-empty list. */
  pick<T>(list: readonly T[]): T;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** A string of decimal digits that does not start with 0. */
  digits(count: number): string;
}

/** 32 bits from a text (FNV-1a with a final mix), different for different salts. */
export function hash32(text: string, salt = 0): number {
  let h = (0x811c9dc5 ^ salt) >>> 0;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A generator for `keys` under `seed`; equal arguments give equal sequences. */
export function randomFor(seed: number, ...keys: readonly (string | number)[]): Random {
  const text = [seed, ...keys].join('\u0001');
  let a = hash32(text, 1);
  let b = hash32(text, 2);
  let c = hash32(text, 3);
  let d = hash32(text, 4) | 1;
  // sfc32: 128 bits of state, passes the usual test suites, a few additions per number.
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: list => list[int(0, list.length - 1)]!,
    chance: probability => next() < probability,
    digits: count => {
      let text = String(int(1, 9));
      while (text.length < count) text += String(int(0, 9));
      return text;
    },
  };
}
