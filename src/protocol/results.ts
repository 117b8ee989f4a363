/**
 * What crosses the boundaries of the results view: webview <-> extension host <-> the worker thread that holds a run's reports.
 * Rows are asked for in pages; what a run record, a list of runs or a saved state holds are paths, codes and counts only.
 */

/** What a run did. `benchmark` is synthesis (or a given key), anonymization and scoring in one. */
export type RunKind = 'anonymize' | 'score' | 'benchmark' | 'verify' | 'synth';

/** `running` in a stored record that nobody works on means that the window was closed or the job was killed. */
export type RunState = 'running' | 'done' | 'cancelled' | 'failed';

/** One run as it is stored in its folder (`run.json`) and listed in the history. */
export interface RunRecord {
  readonly version: 1;
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  /** Wall-clock time of the start, ISO 8601, UTC. */
  readonly started: string;
  readonly seconds: number;
  /** `builtin:...` or a path; empty if no profile took part. */
  readonly profile: string;
  readonly paths: RunPaths;
  readonly files?: {
    readonly written: number;
    readonly quarantined: number;
    readonly notDicom: number;
    readonly skipped: number;
  };
  readonly figures?: Readonly<Record<string, string>>;
  /** Passed checks over all checks, 0 to 1. */
  readonly fraction?: number;
  /** Why it failed, one sentence. */
  readonly message?: string;
  /** The run whose other outputs it takes over, if only affected files were done anew. */
  readonly partOf?: string;
  /** Process of the window that works on it. */
  readonly pid?: number;
  /** Where the instances came from, for a benchmark: the built-in sample, or a folder synthesized from, with a seed. */
  readonly source?: { readonly embedded: boolean; readonly folder?: string; readonly seed: number };
  /** Arguments that only some runs have, for running it again. */
  readonly scoreArgs?: readonly string[];
}

export interface RunPaths {
  readonly input?: string;
  readonly output?: string;
  /** Ledger, mapping tables: secret. */
  readonly runFolder?: string;
  readonly key?: string;
  readonly uids?: string;
  readonly patients?: string;
  /** Folder with report.json and its companions. */
  readonly reports?: string;
  /** Findings of `verify` as JSON. */
  readonly verify?: string;
  /** Page with images that held burned-in text. */
  readonly contactSheet?: string;
}

/** Passed, failed and undecided checks under one label, and those of the run before. */
export interface ResultFigure {
  readonly label: string;
  readonly pass: number;
  readonly fail: number;
  readonly blank: number;
  readonly before?: { readonly pass: number; readonly fail: number; readonly blank: number };
}

/** Everything the page shows besides the table of discrepancies. */
export interface ResultsOverview {
  readonly run: RunRecord;
  /** Name of the profile, short. */
  readonly profileLabel: string;
  readonly score?: {
    readonly text: string;
    readonly fraction: number;
    readonly pass: number;
    readonly fail: number;
    readonly blank: number;
  };
  /** The run it is compared with. */
  readonly previous?: { readonly label: string; readonly text: string; readonly fraction: number };
  readonly published: {
    readonly label: string;
    readonly lowest: number;
    readonly highest: number;
    readonly note: string;
  };
  readonly actions: readonly ResultFigure[];
  readonly categories: readonly ResultFigure[];
  readonly modalities: readonly ResultFigure[];
  readonly worst: readonly ResultFigure[];
  readonly warnings: readonly string[];
  /** What `verify` checked, and how often it failed. */
  readonly verify?: readonly { readonly check: string; readonly checked: number; readonly failed: number }[];
  /** Inputs that became no output. */
  readonly notWritten: readonly { readonly file: string; readonly state: string; readonly reason: string }[];
  readonly notWrittenTotal: number;
  /** Rows of the table of discrepancies. */
  readonly discrepancies: number;
  /** Files that can be opened or revealed. */
  readonly places: readonly ResultPlace[];
}

export interface ResultPlace {
  readonly id: PlaceId;
  readonly label: string;
}

export type PlaceId = 'html' | 'csv' | 'xlsx' | 'pixels' | 'contactSheet' | 'output' | 'reports';

export type Grouping = 'none' | 'tag' | 'action' | 'file' | 'rule' | 'category' | 'outcome';

/** What the table shows; with the folder of the run this is all a saved state holds. */
export interface DiscrepancyQuery {
  readonly filter: string;
  readonly group: Grouping;
  /** Keys of open groups. Keys are tags, actions, UIDs or rules: never a value. */
  readonly open: readonly string[];
}

export interface DiscrepancyPage {
  /** Rows of the view, headings of groups included. */
  readonly total: number;
  /** Discrepancies that pass the filter. */
  readonly matches: number;
  readonly from: number;
  readonly rows: readonly DiscrepancyRow[];
  /** What is wrong with the filter, one sentence; empty if nothing is. */
  readonly problem: string;
}

export type DiscrepancyRow = GroupRow | CheckRow;

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Among changes between runs: how many of them are for the better. */
  readonly better?: number;
  readonly open: boolean;
}

/**
 * One check that failed or was undecided, one finding of `verify`, or one check whose outcome differs between two runs (then
 * `expected` is the value in the other run's output). Values are text of files: hostile.
 */
export interface CheckRow {
  readonly kind: 'check';
  /** Index among all discrepancies of the run. */
  readonly id: number;
  readonly action: string;
  readonly tag: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Capped at `RESULT_VALUE_CAP` characters. */
  readonly before: string;
  readonly expected: string;
  readonly after: string;
  /** True if the attribute is not in the output. */
  readonly absent: boolean;
  readonly category: string;
  readonly modality: string;
  readonly instance: string;
  /** What decided about the attribute: a rule, an option, the table. Empty if no profile is known. */
  readonly rule: string;
  /** True if that is a rule in a file that can be opened. */
  readonly hasOrigin: boolean;
}

export type Outcome = 'failed' | 'undecided' | 'finding' | 'better' | 'worse';

export const RESULT_VALUE_CAP = 240;

/** Where a check's files are. */
export interface CheckFiles {
  /** Before de-identification. */
  readonly before?: string;
  readonly after?: string;
  /** Tag path to show. */
  readonly tag: string;
}

export interface RuleOrigin {
  readonly profile: string;
  readonly start: number;
  readonly end: number;
}

/** A fault of the profile that explains discrepancies of one attribute. */
export interface ProfileFault {
  /** Profile file the user can change. */
  readonly profile: string;
  /** Where the rule is; absent if a rule is missing. */
  readonly range?: { readonly start: number; readonly end: number };
  /** Index among the file's own rules, if a rule of this file decided. */
  readonly ruleIndex?: number;
  readonly tag: string;
  readonly name: string;
  readonly action: string;
  /** Action the profile applies now. */
  readonly now: string;
  readonly count: number;
  /** Actions that would help, best first. */
  readonly proposals: readonly string[];
}

/** What differs between this run and another one of the same answer key, in figures; the rows are asked for in pages. */
export interface ChangesOverview {
  /** The other run. */
  readonly label: string;
  readonly text: string;
  /** Checks that are in both. */
  readonly common: number;
  readonly better: number;
  readonly worse: number;
  readonly categories: readonly ChangeFigure[];
}

export interface ChangeFigure {
  readonly label: string;
  readonly better: number;
  readonly worse: number;
}

/** Answered by the worker thread that holds the reports of a run. */
export interface ResultsModelCalls {
  overview(params: null): ResultsOverview;
  rows(params: { query: DiscrepancyQuery; from: number; to: number }): DiscrepancyPage;
  /** Rows of the changes that were asked for last. */
  changeRows(params: { query: DiscrepancyQuery; from: number; to: number }): DiscrepancyPage;
}

/** Methods of the worker thread that only the extension host calls. */
export interface ResultsThreadCalls extends ResultsModelCalls {
  load(params: { run: RunRecord; previous: RunRecord | null }): null;
  /** Compares with another run, reading both databases. */
  changes(params: { other: RunRecord }): ChangesOverview;
  files(params: { id: number; of: TableId }): CheckFiles;
  origin(params: { id: number; of: TableId }): RuleOrigin | null;
  /** Faults by attribute and action, most frequent first, for the profile of the run as it is on disk now. */
  faults(params: null): readonly ProfileFault[];
  /** Inputs of every patient who has a discrepancy in one of the given attributes (all if empty), relative paths. */
  affected(params: { tags: readonly string[] }): AffectedFiles;
}

/** Files to be de-identified anew after a change of the profile, and those that stay. Relative to input and output. */
export interface AffectedFiles {
  readonly inputs: readonly string[];
  /** Outputs of the affected inputs, in the same order. */
  readonly outputs: readonly string[];
  readonly keptOutputs: readonly string[];
}

/** Answered by the extension host. */
export interface ResultsHostCalls extends ResultsModelCalls {
  /**
   * The folder of the run, which the page keeps to find it again; and the id of the run to be compared with, if the user
   * asked for that since.
   */
  hello(params: null): { readonly folder: string; readonly compareWith: string };
  /** Compares with the run of that id (empty: the one before); null if there is no other run. */
  changes(params: { other: string }): ChangesOverview | null;
  openElement(params: { id: number; of: TableId }): null;
  openRule(params: { id: number; of: TableId }): null;
  openPlace(params: { id: PlaceId; how: 'open' | 'reveal' }): null;
  command(params: { id: ResultsCommand }): null;
}

/** Which table a row is in. */
export type TableId = 'discrepancies' | 'changes';

export type ResultsCommand =
  'rerun' | 'resume' | 'compare' | 'comparePage' | 'verify' | 'score' | 'rerunAffected' | 'showLog';

/** Answered by the webview. */
export interface ResultsPageCalls {
  /** The run was read again, or is to be compared with another one: the page says hello anew. */
  changed(params: null): null;
}
