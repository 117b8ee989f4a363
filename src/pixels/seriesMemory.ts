import type { Hidden } from './verdict/decide';
import type { Candidate } from './verdict/candidates';

/** What was seen on earlier slices of one series. */
export interface SeenSlices {
  /** Lines that were read, for slices that show the same again. */
  readonly candidates: Candidate[];
  readonly hidden: Hidden[];
}

/** Most series kept; slices of a series come close together. */
const MAX_SERIES = 64;
/** Most lines kept per series. */
const MAX_LINES = 200;

/**
 * Lines seen on the slices of a series, so that text standing at the same place is recognised as drawn, and is hidden on a
 * slice where anatomy breaks it up. Lives in memory for one run only; never written down.
 */
export class SeriesMemory {
  private readonly series = new Map<string, SeenSlices>();

  /** What is known of a series for images of one size. */
  recall(seriesInstanceUid: string, columns: number, rows: number): SeenSlices {
    const key = `${seriesInstanceUid} ${columns} ${rows}`;
    const found = this.series.get(key) ?? { candidates: [], hidden: [] };
    // Moved to the end: the map's order tells which series was used last.
    this.series.delete(key);
    this.series.set(key, found);
    if (this.series.size > MAX_SERIES) this.series.delete([...this.series.keys()][0]);
    return found;
  }

  /** Adds what a slice showed. */
  static remember(seen: SeenSlices, candidates: readonly Candidate[], hidden: readonly Hidden[]): void {
    const fresh = candidates.filter(c => !c.isStatic);
    seen.candidates.push(...fresh.slice(0, MAX_LINES - seen.candidates.length));
    const lines = new Set(seen.hidden.map(h => h.candidate.line));
    const added = hidden.filter(h => !h.candidate.isStatic && !lines.has(h.candidate.line));
    seen.hidden.push(...added.slice(0, MAX_LINES - seen.hidden.length));
  }
}
