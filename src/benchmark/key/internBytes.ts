/** One piece of bytes that was met, and what was made of it. */
interface Entry<T> {
  readonly value: T;
  readonly hash: number;
  readonly start: number;
  readonly length: number;
}

/** Bytes that may be remembered; the memory of a run must not grow with its key. */
const MOST_BYTES = 8 << 20;
const FIRST_SLOTS = 1 << 12;

/** Start of a hash (FNV-1a, 32 bits): each byte is mixed in with `Math.imul(hash ^ byte, HASH_PRIME)`. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/**
 * Remembers what was made of a piece of bytes, so that the texts of an answer key - a few thousand different ones, each there
 * hundreds of times - are decoded once. Forgets everything when it holds too much.
 */
export class ByteInterner<T> {
  private arena = new Uint8Array(1 << 16);
  private used = 0;
  private slots: (Entry<T> | undefined)[] = new Array<Entry<T> | undefined>(FIRST_SLOTS);
  private count = 0;

  /** @param make called with the bytes [from, to) when they are met for the first time */
  constructor(private readonly make: (bytes: Uint8Array, from: number, to: number) => T) {}

  /** @param hash FNV-1a over the bytes [from, to) */
  get(bytes: Uint8Array, from: number, to: number, hash: number): T {
    const length = to - from;
    let mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = this.slots[slot]; entry !== undefined; entry = this.slots[slot]) {
      if (entry.hash === hash && entry.length === length && this.same(bytes, from, entry.start, length))
        return entry.value;
      slot = (slot + 1) & mask;
    }
    const value = this.make(bytes, from, to);
    if (length > MOST_BYTES >> 3) return value;
    if (this.used + length > MOST_BYTES || this.count >= 1 << 17) this.forget();
    if (this.count * 2 >= this.slots.length) this.widen();
    mask = this.slots.length - 1;
    slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== undefined) slot = (slot + 1) & mask;
    this.slots[slot] = { value, hash, start: this.keep(bytes, from, to), length };
    this.count++;
    return value;
  }

  private same(bytes: Uint8Array, from: number, start: number, length: number): boolean {
    const { arena } = this;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== arena[start + i]) return false;
    return true;
  }

  private keep(bytes: Uint8Array, from: number, to: number): number {
    const start = this.used;
    const end = start + to - from;
    if (end > this.arena.length) {
      const larger = new Uint8Array(Math.max(end, this.arena.length * 2));
      larger.set(this.arena);
      this.arena = larger;
    }
    this.arena.set(bytes.subarray(from, to), start);
    this.used = end;
    return start;
  }

  private widen(): void {
    const old = this.slots;
    this.slots = new Array<Entry<T> | undefined>(old.length * 2);
    const mask = this.slots.length - 1;
    for (const entry of old) {
      if (!entry) continue;
      let slot = (entry.hash ^ (entry.hash >>> 15)) & mask;
      while (this.slots[slot] !== undefined) slot = (slot + 1) & mask;
      this.slots[slot] = entry;
    }
  }

  private forget(): void {
    this.slots = new Array<Entry<T> | undefined>(FIRST_SLOTS);
    this.used = 0;
    this.count = 0;
  }
}
