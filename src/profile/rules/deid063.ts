import type { LintRule } from '../lintRule';
import { rulesOn, writtenValue } from '../lintView';
import { splitValues } from '../vrValues';

const METHOD = 0x00120063;

/** (0012,0063) De-identification Method would be cut, or no longer say with what the file was made. */
export const deid063: LintRule = {
  code: 'DEID063',
  title: 'De-identification Method too long or replaced',
  severity: 'warning',
  *check(view) {
    const { name } = view.document.settings;
    if (name && name.value.length > 64)
      yield {
        range: name.range,
        message: `The name is written into (0012,0063), where a value has at most 64 characters; this has ${name.value.length}.`,
      };
    for (const rule of rulesOn(view, [METHOD])) {
      const value = writtenValue(rule);
      const long = value && splitValues('LO', value.text).some(v => v.length > 64);
      yield {
        range: value?.range ?? rule.actionRange,
        message: long
          ? 'A value of (0012,0063) has at most 64 characters.'
          : 'The program adds its version, the name and the hash of the profile to (0012,0063); a rule here takes that trace away.',
        fixes: view.fix('Remove this rule', { kind: 'removeRule', index: rule.index }),
      };
    }
  },
};
