import { LEXICON_CLASSES, LEXICON_DATA, LEXICON_LETTERS, LEXICON_SIGNS, LEXICON_WORDS } from './lexiconData';

/** What a word may be; one word may be several things (`may`, `hand`, `wall`). */
export const WordClass = {
  /** Word of DICOM's attribute names (PS3.6) or code meanings (PS3.16). */
  dicom: 1,
  /** One of the commonest English words. */
  common: 2,
  /** Any other English word. */
  rare: 4,
  given: 8,
  family: 16,
  /** A name somewhere, seldom: rare surnames, names of other languages. */
  name: 32,
  /** Part of the name of a town, state or country. */
  place: 64,
  /** A name medicine uses for a thing: Hodgkin, Swan, Ganz. */
  eponym: 128,
  /** Jargon of imaging and clinical writing. */
  imaging: 256,
} as const;

export const STRONG_NAME = WordClass.given | WordClass.family;
export const ANY_NAME = STRONG_NAME | WordClass.name;
export const VOCABULARY = WordClass.dicom | WordClass.common | WordClass.rare | WordClass.imaging;

const TILDE = 126;
const A = 97;
const LETTERS = 26;

/** The sets of classes by the code of their sign; a row of 128 for each `~` in front. */
function classTable(): Uint16Array {
  const sets = LEXICON_CLASSES.split(' ');
  const table = new Uint16Array(128 * Math.ceil(sets.length / LEXICON_SIGNS.length));
  sets.forEach((bits, i) => {
    const sign = LEXICON_SIGNS.charCodeAt(i % LEXICON_SIGNS.length);
    table[128 * Math.floor(i / LEXICON_SIGNS.length) + sign] = Number(bits);
  });
  return table;
}

/**
 * Look-up of a folded word's classes. The words stand in one byte array with an open-addressing table beside it: a tenth
 * of the memory of a Map of strings. Words that begin with the same two letters are unpacked together when the first of
 * them is asked for, so that a short run pays only for the words it meets.
 */
export class Lexicon {
  private readonly blob = new Uint8Array(LEXICON_LETTERS);
  /** Entry + 1 of each slot; 0 if it is free. */
  private readonly slots: Int32Array;
  private readonly ends = new Uint32Array(LEXICON_WORDS + 1);
  private readonly classes = new Uint16Array(LEXICON_WORDS + 1);
  private readonly mask: number;
  private readonly classOfSign = classTable();
  /** The packed words by their first two letters; empty once they are unpacked. */
  private readonly packed: string[];
  private entries = 0;

  constructor(data: string) {
    let size = 1;
    while (size < LEXICON_WORDS * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size);
    this.packed = data.split('\n');
  }

  /** Undoes the front coding of scripts/lexicon/build.mjs for the words that begin with one pair of letters. */
  private unpack(pair: number): void {
    const packed = this.packed[pair] as string;
    this.packed[pair] = '';
    const { blob, ends, classes, classOfSign } = this;
    const { length } = packed;
    let entry = this.entries;
    let end = ends[entry] as number;
    let previous = -1;
    let bits = 0;
    let at = 0;
    while (at < length) {
      let code = packed.charCodeAt(at++);
      if (code < 65 || code > 90) {
        let row = 0;
        for (; code === TILDE; code = packed.charCodeAt(at++)) row += 128;
        bits = classOfSign[row + code] as number;
        code = packed.charCodeAt(at++);
      }
      const start = end;
      const shared = code - 65;
      if (previous < 0) {
        blob[end++] = A + Math.floor(pair / LETTERS);
        blob[end++] = A + (pair % LETTERS);
      } else for (let i = 0; i < shared; i++) blob[end++] = blob[previous + i] as number;
      for (; at < length && (code = packed.charCodeAt(at)) >= A && code < A + LETTERS; at++) blob[end++] = code;
      entry++;
      ends[entry] = end;
      classes[entry] = bits;
      this.insert(entry, start, end);
      previous = start;
    }
    this.entries = entry;
  }

  private insert(entry: number, start: number, end: number): void {
    const { blob, slots, mask } = this;
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (blob[i] as number), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = entry;
  }

  private exact(word: string, length: number): number {
    const pair = (word.charCodeAt(0) - A) * LETTERS + word.charCodeAt(1) - A;
    if ((this.packed[pair] ?? '') !== '') this.unpack(pair);
    const { blob, slots, ends, mask } = this;
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === 0) return 0;
      const start = ends[entry - 1] as number;
      if ((ends[entry] as number) - start === length) {
        let i = 0;
        while (i < length && blob[start + i] === word.charCodeAt(i)) i++;
        if (i === length) return this.classes[entry] as number;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Classes of a folded word, 0 if it is unknown. A plural counts as the word it is the plural of. */
  classesOf(folded: string): number {
    const length = folded.length;
    if (length < 2 || length > 24) return 0;
    const found = this.exact(folded, length);
    if (found !== 0) return found;
    if (length > 4 && folded.charCodeAt(length - 1) === 115) return this.exact(folded, length - 1) & VOCABULARY;
    return 0;
  }
}

let shared: Lexicon | undefined;

/** The lexicon that comes with the product. */
export function sharedLexicon(): Lexicon {
  shared ??= new Lexicon(LEXICON_DATA);
  return shared;
}
