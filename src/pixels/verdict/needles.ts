import { isMarkerWord } from './vocabulary';

/**
 * What OCR confuses is made the same: letters without accents, upper case, and O as 0, I and L as 1, S as 5, B as 8, Z as 2,
 * G as 6; everything but letters and digits is left out.
 */
export function canonical(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFD')
    .replace(/[^A-Z0-9|]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL|]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8')
    .replace(/Z/g, '2')
    .replace(/G/g, '6');
}

/** Words too common in names of institutions to point at one. */
const COMMON = /^(hospital|medical|center|centre|clinic|general|university|department|radiology|imaging|health)$/i;

/**
 * Canonical strings to look for in what OCR reads, from plain identifiers of a header: names part by part, dates (YYYYMMDD) in
 * the orders they are drawn in, numbers whole. Parts shorter than four characters would match anywhere and are left out.
 */
export function needlesOf(identifiers: readonly string[]): string[] {
  const out = new Set<string>();
  const add = (text: string) => {
    const c = canonical(text);
    if (c.length >= 4 && !isMarkerWord(text.toUpperCase()) && !COMMON.test(text)) out.add(c);
  };
  for (const identifier of identifiers) {
    const value = identifier.trim();
    if (/^(1[89]|20)\d{6}$/.test(value)) {
      const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6)];
      for (const order of [year + month + day, month + day + year, day + month + year]) add(order);
      continue;
    }
    for (const part of value.split(/[\^=\\,;/ ]+/)) add(part);
    if (value.length <= 24 && /\d/.test(value)) add(value);
  }
  return [...out];
}

/** Fewest edits (insert, leave out, replace) that make `needle` appear somewhere in `hay` (Sellers' algorithm). */
export function editsToFind(needle: string, hay: string): number {
  let row = new Uint16Array(hay.length + 1);
  for (let i = 1; i <= needle.length; i++) {
    const next = new Uint16Array(hay.length + 1);
    next[0] = i;
    for (let j = 1; j <= hay.length; j++) {
      const same = needle[i - 1] === hay[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
    }
    row = next;
  }
  return Math.min(...row);
}
