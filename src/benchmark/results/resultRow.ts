import type { ActionRule } from '../checks/actions';
import { ACTIONS } from '../checks/actions';
import type { CheckContext, CheckedFile } from '../checks/verdict';
import type { Check } from '../key/check';

/** Whose row it is: in brackets for a file, as in the key for an instance without a file. */
export interface RowIdentity {
  readonly modality: string;
  readonly sopClass: string;
  readonly patient: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

/** One row of the table of results. */
export interface ResultRow {
  /** Position of the row in the table. */
  readonly index: number;
  /** Position of the file in its batch; null where the file is missing. */
  readonly fileIndex: number | null;
  readonly check: Check;
  /** Null: the check could not be decided (Blank). */
  readonly passed: boolean | null;
  readonly score: number | null;
  readonly fileValue: string | null;
  readonly answerValue: string | null;
  readonly identity: RowIdentity;
  /** True where the key says PatientID is an integer and no file gives it as text. */
  readonly missing: boolean;
}

export const MISSING_FILE = '<MISSING FILE>';

/** Takes rows; the object is used again for the next one and must be copied to be kept. */
export interface RowSink {
  add(row: RowDraft): void;
}

/** A row under construction. */
export type RowDraft = { -readonly [name in keyof ResultRow]: ResultRow[name] };

/**
 * Applies the checks of one instance to its file, action by action.
 * @returns how many checks leave no row
 */
export function checkFile(
  checks: readonly Check[],
  file: CheckedFile,
  fileIndex: number,
  identity: RowIdentity,
  context: CheckContext,
  sink: RowSink,
): number {
  let vanished = 0;
  const draft: RowDraft = { ...EMPTY, fileIndex, identity };
  eachByAction(checks, (check, rule) => {
    const result = rule.check(check, file, context);
    if (result === null) {
      vanished++;
      return;
    }
    draft.check = check;
    draft.passed = result.passed;
    draft.score = result.score;
    draft.fileValue = result.fileValue;
    draft.answerValue = result.answerValue === undefined ? check.value : result.answerValue;
    sink.add(draft);
  });
  return vanished;
}

/** Rows of an instance that no file was found for. */
export function checkMissing(checks: readonly Check[], identity: RowIdentity, sink: RowSink): void {
  const draft: RowDraft = { ...EMPTY, fileValue: MISSING_FILE, identity, missing: true };
  eachByAction(checks, (check, rule) => {
    draft.check = check;
    draft.passed = rule.passesIfMissing;
    draft.score = rule.passesIfMissing ? 1 : 0;
    draft.answerValue = check.value;
    sink.add(draft);
  });
}

const NOBODY: RowIdentity = { modality: '', sopClass: '', patient: '', study: '', series: '', instance: '' };
const NO_CHECK: Check = {
  index: '',
  tag: null,
  tagDs: null,
  tagName: null,
  value: null,
  action: null,
  actionText: null,
  categories: [],
};
const EMPTY: RowDraft = {
  index: 0,
  fileIndex: null,
  check: NO_CHECK,
  passed: null,
  score: null,
  fileValue: null,
  answerValue: null,
  identity: NOBODY,
  missing: false,
};

function eachByAction(checks: readonly Check[], visit: (check: Check, rule: ActionRule) => void): void {
  const groups: Check[][] = ACTIONS.map(() => []);
  for (const check of checks) {
    const at = check.action === null ? undefined : POSITIONS.get(check.action);
    if (at !== undefined) groups[at].push(check);
  }
  groups.forEach((group, at) => {
    for (const check of group) visit(check, ACTIONS[at]);
  });
}

const POSITIONS = new Map(ACTIONS.map((action, at) => [action.name, at]));
