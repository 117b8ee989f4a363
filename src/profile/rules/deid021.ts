import type { LintRule } from '../lintRule';
import { selectorVr, writtenValue } from '../lintView';
import { sampleOf, templateReferences } from '../templates';
import { repertoireError, splitValues } from '../vrValues';

/** A value with characters or a form that its VR does not allow (PS3.5 6.2). */
export const deid021: LintRule = {
  code: 'DEID021',
  title: 'Value not valid for its VR',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const value = writtenValue(rule);
      const vr = selectorVr(rule.selector);
      if (!value || !vr || /\{[A-Z]/.test(value.text)) continue;
      const fixed = templateReferences(value.text).length === 0;
      for (const one of splitValues(vr, sampleOf(value.text))) {
        const expected = repertoireError(vr, one);
        if (!expected) continue;
        const upper = value.text.toUpperCase();
        const repaired = vr === 'CS' && fixed && !splitValues(vr, upper).some(v => repertoireError(vr, v));
        yield {
          range: value.range,
          message: `“${one}” is not valid for VR ${vr}: expected ${expected} (PS3.5 6.2).`,
          fixes: repaired ? [{ title: `Change to ${upper}`, edits: [{ range: value.range, newText: upper }] }] : [],
        };
        break;
      }
    }
  },
};
