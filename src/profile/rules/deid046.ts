import type { LintRule } from '../lintRule';
import { actionName, changeAction, rulesOn } from '../lintView';

const BIRTH_DATE = 0x00100030;

/** More of the birth date stays than the year. */
export const deid046: LintRule = {
  code: 'DEID046',
  title: 'Birth date kept or only truncated',
  severity: 'error',
  *check(view) {
    for (const rule of rulesOn(view, [BIRTH_DATE])) {
      const action = actionName(rule.action);
      const template = rule.action.kind === 'replace' && /\{PatientBirthDate/.test(rule.action.value);
      if (action === 'keep' || action === 'pattern' || template)
        yield {
          range: rule.actionRange,
          message:
            action === 'keep'
              ? 'All elements of the birth date but the year identify (HIPAA Safe Harbor (C)); empty it.'
              : 'A truncated birth date can still hold month or day, and what cannot be read stays; empty it.',
          fixes: [changeAction(rule, 'empty', true)],
        };
    }
  },
};
