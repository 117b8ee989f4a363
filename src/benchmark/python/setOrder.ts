/**
 * The order in which a Python set gives its texts, with hash randomisation off (`PYTHONHASHSEED=0`). The official scripts
 * report missing instances in the order of a set, which is another one in every run; this is the one that can be had again.
 */

/** A set of texts as CPython 3 keeps it: open addressing with short linear probes. */
export class PythonSet {
  private table: (string | null)[] = new Array<string | null>(8).fill(null);
  private mask = 7;
  private used = 0;

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.add(text);
  }

  get size(): number {
    return this.used;
  }

  add(text: string): void {
    const slot = this.find(text, this.table, this.mask);
    if (this.table[slot] !== null) return;
    this.table[slot] = text;
    this.used++;
    if (this.used * 5 < this.mask * 3) return;
    const wanted = this.used > 50000 ? this.used * 2 : this.used * 4;
    this.resize(wanted);
  }

  has(text: string): boolean {
    return this.table[this.find(text, this.table, this.mask)] !== null;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const text of this.table) if (text !== null) yield text;
  }

  /** `self - other`. */
  difference(other: PythonSet): PythonSet {
    const result = new PythonSet();
    if (this.used >> 2 > other.used) {
      // A copy from which the others are taken; it has the size a merge would give it.
      if (this.used * 5 >= 7 * 3) result.resize(this.used * 2);
      for (const text of this) result.table[result.find(text, result.table, result.mask)] = text;
      result.used = this.used;
      result.table = result.table.map(text => (text !== null && other.has(text) ? null : text));
      return result;
    }
    for (const text of this) if (!other.has(text)) result.add(text);
    return result;
  }

  private resize(wanted: number): void {
    let size = 8;
    while (size <= wanted) size *= 2;
    const table = new Array<string | null>(size).fill(null);
    for (const text of this) table[this.find(text, table, size - 1)] = text;
    this.table = table;
    this.mask = size - 1;
  }

  /** Slot of a text, or the free one it would go to. */
  private find(text: string, table: readonly (string | null)[], mask: number): number {
    const hash = hashOf(text);
    let perturb = hash;
    let i = Number(hash & BigInt(mask));
    for (;;) {
      const probes = i + 9 <= mask ? 9 : 0;
      for (let j = 0; j <= probes; j++) {
        const entry = table[i + j];
        if (entry === null || entry === text) return i + j;
      }
      perturb >>= 5n;
      i = Number((BigInt(i) * 5n + 1n + perturb) & BigInt(mask));
    }
  }
}

const hashes = new Map<string, bigint>();
const M = (1n << 64n) - 1n;

/** `hash(text)` as an unsigned number: SipHash-1-3 with a zero key. */
function hashOf(text: string): bigint {
  let hash = hashes.get(text);
  if (hash === undefined) {
    if (hashes.size > 200_000) hashes.clear();
    hash = text === '' ? 0n : sipHash13(bytesOf(text));
    if (hash === M) hash = M - 1n;
    hashes.set(text, hash);
  }
  return hash;
}

/** CPython hashes the characters as it keeps them: one, two or four bytes each. */
function bytesOf(text: string): Uint8Array {
  let most = 0;
  const points = Array.from(text, char => char.codePointAt(0) ?? 0);
  for (const point of points) most = Math.max(most, point);
  const width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  points.forEach((point, i) => {
    for (let b = 0; b < width; b++) bytes[i * width + b] = (point >>> (8 * b)) & 0xff;
  });
  return bytes;
}

const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & M;

function sipHash13(bytes: Uint8Array): bigint {
  let v0 = 0x736f6d6570736575n;
  let v1 = 0x646f72616e646f6dn;
  let v2 = 0x6c7967656e657261n;
  let v3 = 0x7465646279746573n;
  const round = (): void => {
    v0 = (v0 + v1) & M;
    v1 = rotate(v1, 13n) ^ v0;
    v0 = rotate(v0, 32n);
    v2 = (v2 + v3) & M;
    v3 = rotate(v3, 16n) ^ v2;
    v0 = (v0 + v3) & M;
    v3 = rotate(v3, 21n) ^ v0;
    v2 = (v2 + v1) & M;
    v1 = rotate(v1, 17n) ^ v2;
    v2 = rotate(v2, 32n);
  };
  const whole = bytes.length - (bytes.length % 8);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < whole; at += 8) {
    const word = view.getBigUint64(at, true);
    v3 ^= word;
    round();
    v0 ^= word;
  }
  let last = BigInt(bytes.length & 0xff) << 56n;
  for (let at = whole; at < bytes.length; at++) last |= BigInt(bytes[at]) << BigInt(8 * (at - whole));
  v3 ^= last;
  round();
  v0 ^= last;
  v2 ^= 0xffn;
  round();
  round();
  round();
  return v0 ^ v1 ^ v2 ^ v3;
}
