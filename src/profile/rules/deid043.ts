import type { LintRule } from '../lintRule';

/** An offset that is not a number of whole days: times would have to move as well. */
export const deid043: LintRule = {
  code: 'DEID043',
  title: 'Date offset that is not whole days',
  severity: 'warning',
  *check({ document }) {
    const days = document.settings.shiftDays;
    if (typeof days?.value === 'string')
      yield {
        range: days.range,
        severity: 'error',
        message:
          'Dates move by whole days, so that times can stay and pairs of date and time agree; give [least, greatest].',
        fixes: [{ title: 'Use [-3650, -30]', edits: [{ range: days.range, newText: '[-3650, -30]' }] }],
      };
    else if (days && days.value.length === 2 && days.value[0] === 0 && days.value[1] === 0)
      yield { range: days.range, message: 'An offset of 0 days changes nothing.' };
  },
};
