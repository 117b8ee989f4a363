import { allAttributes, attributeByTag } from '../../standard/dictionary';
import { lazy } from '../../standard/unpack';
import type { LintRule } from '../lintRule';
import { changeAction, keepsValue, nameOf, selectorVr } from '../lintView';
import { selectorTag } from '../selectors';

/** Attributes that hold dates in another VR than DA and DT, for example PatientBirthDateInAlternativeCalendar (LO). */
const hidden = lazy(() => {
  const vrs = new Set(['LO', 'SH', 'ST', 'LT', 'UT', 'UC', 'IS', 'DS']);
  return new Set(
    allAttributes()
      .filter(a => vrs.has(a.vr) && /(^|[a-z])Date(s|$|Time|Stamp|Of|In)|Timestamp/.test(a.keyword))
      .map(a => a.tag),
  );
});

/** Dates outside the attributes for dates are kept: in text, in numbers, in private attributes. */
export const deid048: LintRule = {
  code: 'DEID048',
  title: 'Dates outside date attributes kept',
  severity: 'warning',
  sample: 'helps',
  *check(view) {
    if (view.profile.options.has('RetainLongitudinalFullDates')) return;
    for (const rule of view.rules) {
      if (!keepsValue(rule.action)) continue;
      const tag = selectorTag(rule.selector);
      if (tag !== undefined && hidden().has(tag))
        yield {
          range: rule.actionRange,
          message: `${nameOf(tag)} holds a date as VR ${attributeByTag(tag)?.vr ?? ''}, which neither shifting nor the date options touch; remove it.`,
          fixes: [changeAction(rule, 'remove')],
        };
      const vr = privateVr(view, rule.selectorText) ?? selectorVr(rule.selector);
      if (tag === undefined && rule.selectorText.startsWith('(') && (vr === 'DA' || vr === 'DT'))
        yield {
          range: rule.actionRange,
          message: 'This private attribute holds a date, which would stay as it is; shift or remove it.',
          fixes: [changeAction(rule, 'shift')],
        };
    }
  },
};

function privateVr(view: Parameters<LintRule['check']>[0], key: string): string | undefined {
  return view.sample?.privateAttributes.get(key);
}
