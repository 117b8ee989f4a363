/** Something the official score does not look at. Names files and attributes, never a value. */
export interface Finding {
  readonly kind: FindingKind;
  /** Path of the file, relative to the folder. */
  readonly file: string;
  /** Tag path, empty where the finding is about the whole file. */
  readonly tag: string;
  /** One sentence. */
  readonly detail: string;
}

export const FINDING_KINDS = {
  'date-offset': 'Dates of one patient were shifted by different amounts.',
  'date-time-mismatch': 'A date and the date-time it belongs to no longer agree.',
  'uid-residual': 'An old UID is still there.',
  'uid-mapping': 'A UID was replaced by another one than the mapping says.',
  'uid-open-reference': 'A reference points to an instance that is neither in the folder nor in the mapping.',
  'identifier-residual': 'A text the key wants removed is still there, in an attribute the key does not check.',
  'pixels-outside-boxes': 'Pixels outside the boxes with burned-in text have changed.',
  'iod-violation': 'An attribute that the IOD requires was there before and is missing or empty now.',
} as const;

export type FindingKind = keyof typeof FINDING_KINDS;

/** Differences between the image before and after. */
export interface ImageComparison {
  readonly file: string;
  /** Share of pixels that changed, 0 to 1. */
  readonly changed: number;
  /** Share of pixels outside the boxes that changed. */
  readonly changedOutside: number;
  /** Mean squared error over all samples. */
  readonly mse: number;
  /** Structural similarity, 1 for equal images. */
  readonly ssim: number;
}

export interface StrictReport {
  readonly findings: readonly Finding[];
  readonly counts: readonly { readonly kind: FindingKind; readonly count: number }[];
  readonly images: readonly ImageComparison[];
}

/** Collects findings; of one kind only so many are kept, all are counted. */
export class Findings {
  private readonly kept: Finding[] = [];
  private readonly counted = new Map<FindingKind, number>();
  readonly images: ImageComparison[] = [];

  add(kind: FindingKind, file: string, tag: string, detail: string): void {
    const count = (this.counted.get(kind) ?? 0) + 1;
    this.counted.set(kind, count);
    if (count <= 2000) this.kept.push({ kind, file, tag, detail });
  }

  report(): StrictReport {
    const counts = [...this.counted].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
    return { findings: this.kept, counts, images: this.images };
  }
}
