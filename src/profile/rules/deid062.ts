import type { LintRule } from '../lintRule';
import { rulesOn } from '../lintView';

const PATIENT_IDENTITY_REMOVED = 0x00120062;

/** (0012,0062) Patient Identity Removed would not be YES in every file. */
export const deid062: LintRule = {
  code: 'DEID062',
  title: 'Patient Identity Removed not always inserted',
  severity: 'error',
  *check(view) {
    for (const rule of rulesOn(view, [PATIENT_IDENTITY_REMOVED])) {
      if (rule.action.kind === 'add' && rule.action.value === 'YES' && rule.when.length === 0) continue;
      const onlyIfPresent = rule.action.kind === 'replace' && rule.action.value === 'YES';
      yield {
        range: rule.range,
        message: onlyIfPresent
          ? '“replace” writes YES only where the attribute is already there; “add” inserts it. The program inserts it by itself.'
          : 'PatientIdentityRemoved must be YES in every file that leaves (PS3.15 E.1.1); the program inserts it by itself.',
        fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }, true),
      };
    }
  },
};
