import type { LintRule } from '../lintRule';
import { changeAction, selectorVr } from '../lintView';

/** A pattern on dates: what it does not match stays as it is. */
export const deid044: LintRule = {
  code: 'DEID044',
  title: 'Dates that cannot be read are kept',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const vr = selectorVr(rule.selector);
      if (rule.action.kind === 'pattern' && (vr === 'DA' || vr === 'DT' || vr === 'TM'))
        yield {
          range: rule.actionRange,
          message:
            'A date that the pattern does not match, such as a badly written one, stays as it is; “shift” falls back to removing it.',
          fixes: [changeAction(rule, vr === 'TM' ? 'X/Z/D' : 'shift')],
        };
    }
  },
};
