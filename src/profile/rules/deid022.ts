import { enumeratedValues } from '../enumerations';
import type { LintRule } from '../lintRule';
import { nameOf, writtenValue } from '../lintView';
import { selectorTag } from '../selectors';
import { templateReferences } from '../templates';

/** A value that is not among the Enumerated Values of the attribute (PS3.3). */
export const deid022: LintRule = {
  code: 'DEID022',
  title: 'Not an Enumerated Value',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const value = writtenValue(rule);
      const tag = selectorTag(rule.selector);
      const allowed = tag === undefined ? undefined : enumeratedValues(tag);
      if (!value || !allowed || tag === undefined || templateReferences(value.text).length > 0) continue;
      if (allowed.includes(value.text)) continue;
      const upper = value.text.toUpperCase();
      yield {
        range: value.range,
        message: `${nameOf(tag)} is one of ${allowed.join(', ')} (PS3.3).`,
        fixes: (allowed.includes(upper) ? [upper] : []).map(text => ({
          title: `Change to ${text}`,
          edits: [{ range: value.range, newText: /^(YES|NO)$/.test(text) ? `"${text}"` : text }],
        })),
      };
    }
  },
};
