/** Deterministic random numbers (mulberry32), so that a set is the same on every machine. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  digits(count: number): string {
    let text = String(1 + this.below(9));
    while (text.length < count) text += this.below(10);
    return text;
  }

  letters(count: number): string {
    let text = '';
    while (text.length < count) text += 'ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(this.below(24));
    return text;
  }
}
