/**
 * What a long-running job says while it works. Counts, codes, paths and positions only: never a value of a data element.
 */
export type JobEvent =
  | { readonly type: 'started'; readonly job: string; readonly total?: number }
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly total?: number;
      readonly bytes: number;
      readonly phase: string;
    }
  | {
      readonly type: 'file';
      readonly input: string;
      readonly status: FileStatus;
      readonly code?: string;
      readonly message?: string;
    }
  | { readonly type: 'warning'; readonly code: string; readonly message: string }
  | { readonly type: 'done'; readonly summary: JobSummary }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cancelled'; readonly summary: JobSummary };

/** What became of one input file. `input files = written + quarantined + notDicom + skipped`, always. */
export type FileStatus = 'written' | 'quarantined' | 'notDicom' | 'skipped';

export interface JobSummary {
  readonly written: number;
  readonly quarantined: number;
  readonly notDicom: number;
  readonly skipped: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Where results are: output folder, report files. */
  readonly places: Readonly<Record<string, string>>;
  /** Headline figures that are not counts of files, ready to be shown: name -> text, for example `score`. */
  readonly figures?: Readonly<Record<string, string>>;
}
