import { attributeByTag } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';
import { nameOf, selectorVr, writtenValue } from '../lintView';
import { selectorTag } from '../selectors';
import { attributeReferences } from '../templates';
import { fitsMultiplicity, splitValues } from '../vrValues';

/** A value with another number of values than the attribute takes (PS3.6 VM). */
export const deid027: LintRule = {
  code: 'DEID027',
  title: 'Wrong number of values',
  severity: 'warning',
  *check({ rules }) {
    for (const rule of rules) {
      const value = writtenValue(rule);
      const tag = selectorTag(rule.selector);
      const attribute = tag === undefined ? undefined : attributeByTag(tag);
      const vr = selectorVr(rule.selector);
      if (!value || !attribute || !vr || tag === undefined || vr === 'SQ') continue;
      if (value.text === '' || attributeReferences(value.text).length > 0) continue;
      const count = splitValues(vr, value.text).length;
      if (!fitsMultiplicity(attribute.vm, count))
        yield {
          range: value.range,
          message: `${count} value${count === 1 ? '' : 's'}, but ${nameOf(tag)} takes ${attribute.vm} (separated by backslashes).`,
        };
    }
  },
};
