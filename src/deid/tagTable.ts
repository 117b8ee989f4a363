/**
 * Tag -> object, made for the one look-up per data element that decides the speed of a run: open addressing over a
 * power of two, keys and values in flat arrays, no allocation on look-up.
 */
export class TagTable<V> {
  private keys = new Uint32Array(512);
  private values: (V | undefined)[] = new Array<V | undefined>(512).fill(undefined);
  private used = 0;

  get(tag: number): V | undefined {
    const mask = this.keys.length - 1;
    for (let at = hash(tag) & mask; ; at = (at + 1) & mask) {
      const value = this.values[at];
      if (value === undefined || this.keys[at] === tag) return value;
    }
  }

  set(tag: number, value: V): void {
    if ((this.used + 1) * 2 > this.keys.length) this.grow();
    const mask = this.keys.length - 1;
    let at = hash(tag) & mask;
    while (this.values[at] !== undefined && this.keys[at] !== tag) at = (at + 1) & mask;
    if (this.values[at] === undefined) this.used++;
    this.keys[at] = tag;
    this.values[at] = value;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Array<V | undefined>(keys.length * 2).fill(undefined);
    this.used = 0;
    for (let i = 0; i < keys.length; i++) {
      const value = values[i];
      if (value !== undefined) this.set(keys[i]!, value);
    }
  }
}

function hash(tag: number): number {
  return (Math.imul(tag, 0x9e3779b1) >>> 15) ^ tag;
}
