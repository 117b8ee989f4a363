import type { Problem } from './dicomFile';

/** At most this many problems of each severity are kept: a broken file may have one per element. */
const LIMIT = 100;

/** Collects problems in the order they were noticed, bounded in memory. */
export class ProblemLog {
  private readonly list: Problem[] = [];
  private notes = 0;
  private damages = 0;

  get problems(): readonly Problem[] {
    return this.list;
  }

  add(severity: Problem['severity'], code: string, offset: number, message: string): void {
    const seen = severity === 'damage' ? ++this.damages : ++this.notes;
    if (seen < LIMIT) this.list.push({ code, offset, message, severity });
    else if (seen === LIMIT)
      this.list.push({
        code: 'more-problems',
        offset,
        message: 'More problems follow; they are not listed.',
        severity,
      });
  }

  /** A mark to go back to with `rewind`. */
  mark(): { readonly length: number; readonly notes: number; readonly damages: number } {
    return { length: this.list.length, notes: this.notes, damages: this.damages };
  }

  /** Forgets what was noticed since `mark` (an attempt to read something turned out wrong). */
  rewind(mark: ReturnType<ProblemLog['mark']>): void {
    this.list.length = mark.length;
    this.notes = mark.notes;
    this.damages = mark.damages;
  }
}

/** 0x00100010 -> `(0010,0010)`. */
export function tagText(tag: number): string {
  const hex = tag.toString(16).padStart(8, '0');
  return `(${hex.slice(0, 4)},${hex.slice(4)})`;
}
