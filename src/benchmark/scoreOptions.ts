import type { Conformance } from './conformance/conformance';
import type { RegionReader } from './ocr/region';
import type { Counts } from './results/tally';
import type { StrictReport } from './strict/findings';
import type { TokenizerProfile } from './tokenizer/profiles';

export interface ScoreOptions {
  /** Folder with the de-identified files. */
  readonly curated: string;
  /** Answer key (SQLite, table `answer_data`). */
  readonly key: string;
  /** UID mapping (CSV with `id_old`, `id_new`). */
  readonly uids: string;
  /** Patient mapping (CSV with `id_old`, `id_new`). */
  readonly patients: string;
  /** Folder for the results; made if absent. */
  readonly out: string;
  /** Name of the run in reports; default the name of the results folder. */
  readonly name?: string;
  /** Processors the official scripts would have used; it decides which files share a batch. Default 1. */
  readonly cpus?: number;
  /** Check each file by itself: no file then depends on which others were in its batch. */
  readonly perFile?: boolean;
  readonly tokenizer?: TokenizerProfile;
  /** Also write the report in which a check counts once per series. */
  readonly series?: boolean;
  /** `strict` adds findings of its own, apart from the official figure. */
  readonly mode?: 'official' | 'strict';
  /** Folder with the files before de-identification, for strict mode, conformance and the comparison of images. */
  readonly input?: string;
  /** Reads text in rectangles for `pixels_hidden`; without one these checks leave no row. */
  readonly ocr?: RegionReader | null;
  /**
   * Show pixel checks that did not pass in `report.html`, before and after. Default true where `input` is given: without the
   * files before there is nothing to compare. The report then contains image data.
   */
  readonly pictures?: boolean;
  /** Run dciodvfy if it is installed. Default true when conformance is looked at. */
  readonly dciodvfy?: boolean;
  readonly signal?: AbortSignal;
}

/** What a scoring run says while it works: counts, codes, paths; never a value. */
export type ScoreEvent =
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly total: number;
      readonly phase: 'index' | 'check' | 'strict' | 'report';
    }
  | { readonly type: 'warning'; readonly code: string; readonly message: string };

/** One line of a table of figures. */
export interface Figure extends Counts {
  readonly label: string;
}

export interface ScoreSummary {
  readonly name: string;
  /** Passes over all rows, as the official report prints it. */
  readonly score: string;
  /** The same as a number between 0 and 1. */
  readonly fraction: number;
  readonly counts: Counts;
  readonly actions: readonly Figure[];
  /** Label: category, a blank, subcategory. */
  readonly categories: readonly Figure[];
  readonly modalities: readonly Figure[];
  /** Attributes that failed most: label is the tag path and its name. */
  readonly worstTags: readonly Figure[];
  readonly files: {
    /** Regular files in the folder. */
    readonly found: number;
    /** Files that were checked. */
    readonly checked: number;
    /** Files left out, with the reason. */
    readonly skipped: readonly { readonly path: string; readonly reason: string; readonly detail: string }[];
    /** Files whose instance is not in the UID mapping. */
    readonly unmapped: readonly string[];
  };
  /** Instances of the key. */
  readonly instances: {
    readonly inKey: number;
    readonly missing: number;
    /** Instances whose answers cannot be read; they have no rows. */
    readonly unreadable: number;
  };
  /** `pixels_hidden` checks that could not be looked at and have no row. */
  readonly vanished: number;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly settings: {
    readonly tokenizer: TokenizerProfile;
    readonly cpus: number;
    readonly perFile: boolean;
    readonly mode: 'official' | 'strict';
  };
  /** In strict mode. */
  readonly strict?: StrictReport;
  /** Where the files before de-identification are known. */
  readonly conformance?: Conformance;
  readonly seconds: number;
  /** Files written: name of the official file -> path. */
  readonly places: Readonly<Record<string, string>>;
}

/** A sentence for the user: which file, which row, what was expected. */
export class ScoreError extends Error {
  override readonly name = 'ScoreError';
}
