import type { ResolvedProfile } from '../profile/model';
import type { SheetEntry } from '../pixels/contactSheet';
import type { FileState, FinishedFile, IndexedFile } from './ledger';

/** A file as a task names it. */
export interface TaskFile {
  readonly id: number;
  /** Relative to the input folder, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Keyed hash of the Patient ID; known once the file is indexed. */
  readonly patient: string | null;
  /** Keyed hash of the Series Instance UID, and the piece of the series: slices of one piece are looked at together. */
  readonly series: string | null;
  readonly unit: number;
  /** `written` if the file is done already and only looked at again for what it shows of its series. */
  readonly state: FileState;
  /** Above 1 if files before it by path have the same identifiers; the number goes into the output name. */
  readonly copy: number;
}

export type Task =
  /** Read headers: is it DICOM, whose is it, what identifiers does it hold. */
  | { readonly kind: 'index'; readonly files: readonly TaskFile[] }
  /** De-identify and write. `contexts`: what the index pass learnt, by patient. */
  | {
      readonly kind: 'deidentify';
      readonly files: readonly TaskFile[];
      readonly contexts: Readonly<Record<string, string>>;
    };

export interface IndexResult {
  readonly files: readonly IndexedFile[];
  /** Serialised patient contexts of these files alone, by patient; the job merges them. */
  readonly contexts: Readonly<Record<string, string>>;
}

export interface DeidentifiedFile extends FinishedFile {
  readonly bytes: number;
}

export interface DeidentifyResult {
  readonly files: readonly DeidentifiedFile[];
  readonly uids: readonly (readonly [string, string])[];
  readonly patientIds: readonly (readonly [string, string])[];
  /** Counted audit entries: path (item numbers left out), action, reason, count. */
  readonly audit: readonly (readonly [string, string, string, number])[];
  /** With a full audit: one JSON line per file. */
  readonly auditLines: readonly string[];
  /** Images for the contact sheet: changed ones, and unchanged ones of risky classes. */
  readonly sheet: readonly SheetEntry[];
  /** Set if the run as a whole cannot go on (disk full); the files not named in `files` were not touched. */
  readonly fatal?: string;
}

export type TaskResult =
  | { readonly kind: 'index'; readonly result: IndexResult }
  | { readonly kind: 'deidentify'; readonly result: DeidentifyResult };

export type AuditLevel = 'none' | 'summary' | 'full';

/** What every worker needs to know once. Passed by structured clone. */
export interface WorkerSetup {
  readonly input: string;
  readonly output: string;
  readonly profile: ResolvedProfile;
  readonly key: Uint8Array;
  readonly audit: AuditLevel;
  readonly knowledgeBaseText?: string;
  readonly toolVersion: string;
}
