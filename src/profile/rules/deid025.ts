import type { LintRule } from '../lintRule';
import { changeAction, selectorVr } from '../lintView';

/** Shifting what is no date, or a time that whole days do not move. */
export const deid025: LintRule = {
  code: 'DEID025',
  title: 'Date action on something else',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const vr = selectorVr(rule.selector);
      if (rule.action.kind !== 'shift' || vr === undefined || vr === 'DA' || vr === 'DT') continue;
      yield {
        range: rule.actionRange,
        message:
          vr === 'TM'
            ? 'Dates move by whole days, so a time (VR TM) never changes by shifting; keep it or remove it.'
            : `“shift” works on dates (VR DA and DT), but this is VR ${vr}.`,
        fixes: vr === 'TM' ? [changeAction(rule, 'keep')] : [changeAction(rule, 'clean')],
      };
    }
  },
};
