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

type WithoutIndex = Omit<ResultRow, 'index'>;

/**
 * Applies the checks of one instance to its file, action by action.
 * @param emit gets each row; checks that leave no row are counted in the result.
 */
export function checkFile(
  checks: readonly Check[],
  file: CheckedFile,
  fileIndex: number,
  identity: RowIdentity,
  context: CheckContext,
  emit: (row: WithoutIndex) => void,
): number {
  let vanished = 0;
  eachByAction(checks, (check, rule) => {
    const result = rule.check(check, file, context);
    if (result === null) {
      vanished++;
      return;
    }
    const { passed, score, fileValue, answerValue } = result;
    const shown = answerValue === undefined ? check.value : answerValue;
    emit({ fileIndex, check, passed, score, fileValue, answerValue: shown, identity, missing: false });
  });
  return vanished;
}

/** Rows of an instance that no file was found for. */
export function checkMissing(checks: readonly Check[], identity: RowIdentity, emit: (row: WithoutIndex) => void): void {
  eachByAction(checks, (check, rule) => {
    const passed = rule.passesIfMissing;
    const score = passed ? 1 : 0;
    emit({ fileIndex: null, check, passed, score, fileValue: MISSING_FILE, answerValue: check.value, identity, missing: true });
  });
}

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
