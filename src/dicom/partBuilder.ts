import type { OutputPart } from './edits';

/** Bytes gathered before a part is closed, so that one part never grows with the file. */
const PART_LIMIT = 4 << 20;

const NOTHING = new Uint8Array(0);
/** Bytes of the first buffer: the header of most files. */
const FIRST_ARENA = 8192;

/** Collects output: small pieces run together into one part, long ranges of the source stay ranges. */
export class PartBuilder {
  private readonly parts: OutputPart[] = [];
  private arena = NOTHING;
  private used = 0;

  bytes(piece: Uint8Array): void {
    if (piece.length === 0) return;
    if (piece.length > PART_LIMIT) {
      this.flush();
      this.parts.push({ kind: 'bytes', bytes: piece });
      return;
    }
    if (this.used + piece.length > this.arena.length) {
      if (this.used + piece.length > PART_LIMIT) this.flush();
      const larger = new Uint8Array(Math.max(this.arena.length * 2, this.used + piece.length, FIRST_ARENA));
      larger.set(this.arena.subarray(0, this.used));
      this.arena = larger;
    }
    this.arena.set(piece, this.used);
    this.used += piece.length;
  }

  range(start: number, end: number): void {
    if (start >= end) return;
    this.flush();
    this.parts.push({ kind: 'file', start, end });
  }

  finish(): OutputPart[] {
    this.flush();
    return this.parts;
  }

  private flush(): void {
    if (this.used === 0) return;
    this.parts.push({ kind: 'bytes', bytes: this.arena.subarray(0, this.used) });
    this.arena = NOTHING;
    this.used = 0;
  }
}
