import type { LintRule } from '../lintRule';
import { actionName, rulesOn, writtenValue, type LintView } from '../lintView';

const LONGITUDINAL = 0x00280303;

/** What (0028,0303) says does not agree with what happens to dates. */
export const deid047: LintRule = {
  code: 'DEID047',
  title: 'Longitudinal Temporal Information Modified does not agree with the dates',
  severity: 'error',
  *check(view) {
    const right = truth(view);
    for (const rule of rulesOn(view, [LONGITUDINAL])) {
      const value = writtenValue(rule);
      if (value?.text === right) continue;
      if (!value && actionName(rule.action) === 'compound') continue;
      yield {
        range: value?.range ?? rule.actionRange,
        message: `Under this profile (0028,0303) is ${right} (PS3.15 E.3.6). The program writes it; leave this rule out.`,
        fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }, true),
      };
    }
  },
};

function truth(view: LintView): string {
  if (view.profile.options.has('RetainLongitudinalModifiedDates')) return 'MODIFIED';
  return view.profile.options.has('RetainLongitudinalFullDates') ? 'UNMODIFIED' : 'REMOVED';
}
