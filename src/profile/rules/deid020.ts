import type { LintRule } from '../lintRule';
import { selectorVr, writtenValue } from '../lintView';
import { sampleOf } from '../templates';
import { maxLength, splitValues } from '../vrValues';

/** A value that is longer than its VR allows (PS3.5 Table 6.2-1). */
export const deid020: LintRule = {
  code: 'DEID020',
  title: 'Value too long for its VR',
  severity: 'error',
  *check({ rules, document }) {
    const { patientId, patientName } = document.settings;
    for (const [setting, vr] of [
      [patientId, 'LO'],
      [patientName, 'PN'],
    ] as const) {
      const message = setting && tooLong(vr, setting.value);
      if (setting && message) yield { range: setting.range, message };
    }
    for (const rule of rules) {
      const value = writtenValue(rule);
      const vr = selectorVr(rule.selector);
      const message = value && vr && tooLong(vr, value.text);
      if (value && message) yield { range: value.range, message };
    }
  },
};

function tooLong(vr: string, template: string): string | undefined {
  const limit = maxLength(vr);
  if (limit === undefined) return undefined;
  const longest = Math.max(...splitValues(vr, sampleOf(template)).map(v => v.length));
  return longest > limit
    ? `${longest} characters, but a value of VR ${vr} has at most ${limit} (PS3.5 6.2).`
    : undefined;
}
