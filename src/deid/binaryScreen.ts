import { MultiPattern } from './multiPattern';
import type { Harvest } from './text/harvest';

/** Shorter pieces are found in any stream of bytes. */
const SHORTEST = 5;
/** Identifiers beyond these are left to the text cleaner; memory grows with each. */
const MOST = 400;

/**
 * Tells whether bytes of an unknown format hold a name, an ID, an address or an institution of this patient's headers, as
 * 8-bit text or UTF-16. Headers of vendors inside private attributes repeat the patient's name.
 */
export class BinaryScreen {
  private readonly patterns: MultiPattern;

  constructor(harvest: Harvest) {
    const words = new Set<string>();
    for (const { kind, value } of harvest.facts) {
      if (kind === 'date') continue;
      const parts = kind === 'person' || kind === 'discovered' ? value.split(/[\^= ,\\]+/) : [value];
      for (const part of parts) {
        const word = part.trim().toLowerCase();
        // Only digits must be longer: numbers of that length stand for lengths and counts as well.
        if (word.length >= (/^\d+$/.test(word) ? 7 : SHORTEST)) words.add(word);
      }
    }
    const list = [...words].sort().slice(0, MOST);
    this.patterns = new MultiPattern(list.flatMap(word => [new TextEncoder().encode(word), utf16(word)]));
  }

  isClean(bytes: Uint8Array): boolean {
    let hit = false;
    this.patterns.search(bytes, () => (hit = true));
    return !hit;
  }
}

function utf16(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 2 - 1);
  for (let i = 0; i < text.length; i++) {
    out[i * 2] = text.charCodeAt(i) & 0xff;
    if (i * 2 + 1 < out.length) out[i * 2 + 1] = text.charCodeAt(i) >> 8;
  }
  return out;
}
