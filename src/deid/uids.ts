import type { Pseudonyms } from './pseudonyms';

/** Longest UID the standard allows, in characters (PS3.5 9.1). */
const UID_LIMIT = 64;

/**
 * Old UID -> new UID, the same everywhere: across attributes, files, shards and runs with one key (PS3.15 E.1.1, code U).
 * The new UID is `<root>.<decimal of 128 keyed bits>`; under the root 2.25 that is a valid UUID-derived UID
 * (PS3.5 B.2) of at most 44 characters.
 */
export class UidMap {
  private readonly cache = new Map<string, string>();

  /**
   * @param isRegistered true for UIDs of the registry (PS3.6 Annex A): they name things of the standard, never of a patient.
   */
  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly root: string,
    private readonly isRegistered: (uid: string) => boolean,
  ) {}

  /** The new UID; registered UIDs and empty text are returned as they are. Blanks and NULs around it do not matter. */
  map(old: string): string {
    const known = this.cache.get(old);
    if (known !== undefined) return known;
    const uid = trimUid(old);
    const mapped = uid === '' || this.isRegistered(uid) ? uid : this.derive(uid);
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    this.cache.set(old, mapped);
    return mapped;
  }

  /** Maps each value of a multi-valued UI element on its own. */
  mapAll(text: string): string {
    return text.includes('\\')
      ? text
          .split('\\')
          .map(value => this.map(value))
          .join('\\')
      : this.map(text);
  }

  private derive(uid: string): string {
    const digest = this.pseudonyms.digest('uid', uid);
    let hex = '0x';
    for (let i = 0; i < 16; i++) hex += HEX[digest[i]!];
    const digits = BigInt(hex).toString();
    // A long root of the user's own leaves less room; what is cut still has more than 2^64 possible values.
    return `${this.root}.${digits.slice(0, Math.max(20, UID_LIMIT - 1 - this.root.length)).replace(/^0+(?=\d)/, '')}`;
  }
}

/** Enough for a study of 100,000 instances; cleared when full, because every entry can be computed again. */
const CACHE_LIMIT = 200_000;

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** A UID without the blanks and NULs that pad it (PS3.5 9.1 pads with NUL; blanks are seen as well). */
export function trimUid(text: string): string {
  let start = 0;
  let end = text.length;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
