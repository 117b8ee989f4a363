import { inflateSync } from 'fflate';
import { LEXICON_DATA, LEXICON_WORDS } from './lexiconData';

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

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/**
 * Look-up of a folded word's classes. The words stand in one byte array with an open-addressing table beside it: a tenth
 * of the memory of a Map of strings, and built in a few tens of milliseconds.
 */
export class Lexicon {
  private readonly blob: Uint8Array;
  private readonly slots: Int32Array;
  private readonly offsets: Uint32Array;
  private readonly classes: Uint16Array;
  private readonly mask: number;

  constructor(packed: Uint8Array, count: number) {
    let size = 1;
    while (size < count * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    this.offsets = new Uint32Array(count + 1);
    this.classes = new Uint16Array(count);
    this.blob = this.unpack(packed, count);
  }

  /** Undoes the front coding of scripts/lexicon/build.mjs: `bits:` then words, each a capital (shared prefix) + the rest. */
  private unpack(packed: Uint8Array, count: number): Uint8Array {
    let blob = new Uint8Array(count * 10);
    let end = 0;
    let at = 0;
    let entry = 0;
    while (at < packed.length) {
      let bits = 0;
      for (; packed[at] !== 58; at++) bits = bits * 10 + (packed[at] as number) - 48;
      at++;
      let previous = end;
      while (packed[at] !== 10) {
        const shared = (packed[at++] as number) - 65;
        const start = end;
        if (end + 32 > blob.length) {
          const larger = new Uint8Array(blob.length * 2);
          larger.set(blob);
          blob = larger;
        }
        for (let i = 0; i < shared; i++) blob[end++] = blob[previous + i] as number;
        while ((packed[at] as number) >= 97) blob[end++] = packed[at++] as number;
        this.offsets[entry] = start;
        this.classes[entry] = bits;
        this.insert(entry, blob, start, end);
        previous = start;
        entry++;
      }
      at++;
    }
    this.offsets[entry] = end;
    return blob.slice(0, end);
  }

  private insert(entry: number, blob: Uint8Array, start: number, end: number): void {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (blob[i] as number), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    while (this.slots[slot] !== -1) slot = (slot + 1) & this.mask;
    this.slots[slot] = entry;
  }

  private exact(word: string, length: number): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    for (;;) {
      const entry = this.slots[slot] as number;
      if (entry === -1) return 0;
      const start = this.offsets[entry] as number;
      if ((this.offsets[entry + 1] as number) - start === length) {
        let i = 0;
        while (i < length && this.blob[start + i] === word.charCodeAt(i)) i++;
        if (i === length) return this.classes[entry] as number;
      }
      slot = (slot + 1) & this.mask;
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

/** The lexicon that comes with the product; unpacked at the first call. */
export function sharedLexicon(): Lexicon {
  shared ??= new Lexicon(inflateSync(fromBase64(LEXICON_DATA)), LEXICON_WORDS);
  return shared;
}
