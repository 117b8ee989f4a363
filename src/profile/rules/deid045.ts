import type { LintRule } from '../lintRule';
import { actionName } from '../lintView';

const PATIENT_AGE = 0x00101010;
/** Ages above this are identifying (45 CFR 164.514(b)(2)(i)(C)). */
const LIMIT = 89;

/** Ages above 89 leave the building. */
export const deid045: LintRule = {
  code: 'DEID045',
  title: 'Ages above 89 kept',
  severity: 'error',
  *check(view) {
    const cap = view.document.settings.capAt;
    if (cap && cap.value > LIMIT)
      yield {
        range: cap.range,
        message: `Ages above ${LIMIT} identify (HIPAA Safe Harbor (C)); cap at ${LIMIT}.`,
        fixes: [{ title: `Cap at ${LIMIT}`, edits: [{ range: cap.range, newText: String(LIMIT) }] }],
      };
    const effective = view.effective(PATIENT_AGE);
    // What an option keeps is capped (PS3.15 E.3.5); a rule is taken at its word.
    if (actionName(effective.action) !== 'keep' || effective.source.kind !== 'rule') return;
    yield {
      range: view.blame(effective),
      message: `PatientAge is kept as it is, also above ${LIMIT} years; add a rule that caps it.`,
      fixes: view.fix('Cap ages', { kind: 'addRule', rule: { tag: 'PatientAge', action: 'age' } }, true),
    };
  },
};
