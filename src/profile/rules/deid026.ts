import type { LintRule } from '../lintRule';
import { writtenValue } from '../lintView';
import { selectorTag } from '../selectors';

const SPECIFIC_CHARACTER_SET = 0x00080005;

/** A value with letters that a data set in the default repertoire cannot hold. */
export const deid026: LintRule = {
  code: 'DEID026',
  title: 'Value outside the default character repertoire',
  severity: 'warning',
  *check({ rules, document }) {
    if (rules.some(r => selectorTag(r.selector) === SPECIFIC_CHARACTER_SET && writtenValue(r))) return;
    const set = [document.settings.patientId, document.settings.patientName];
    const values = [
      ...set.flatMap(s => (s ? [{ text: s.value, range: s.range }] : [])),
      ...rules.flatMap(r => writtenValue(r) ?? []),
    ];
    for (const value of values)
      if (/[^\x20-\x7e\r\n\t]/.test(value.text))
        yield {
          range: value.range,
          message:
            'These letters exist only in data sets whose Specific Character Set (0008,0005) has them; others get “?”. Write it in ASCII.',
        };
  },
};
