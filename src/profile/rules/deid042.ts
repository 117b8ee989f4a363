import type { LintRule } from '../lintRule';

/** All patients move by the same number of days: one known date gives away all others. */
export const deid042: LintRule = {
  code: 'DEID042',
  title: 'The same date offset for everyone',
  severity: 'warning',
  *check({ document }) {
    const days = document.settings.shiftDays;
    if (!days || typeof days.value === 'string') return;
    const [a, b = a] = days.value;
    if (a === b)
      yield {
        range: days.range,
        message: 'Everyone moves by the same number of days, so one known date gives away all others; give a range.',
        fixes: [{ title: 'Use [-3650, -30]', edits: [{ range: days.range, newText: '[-3650, -30]' }] }],
      };
  },
};
