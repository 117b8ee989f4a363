import { attributeByTag } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';
import { selectorTag } from '../selectors';

/** The rule names an attribute that PS3.6 has retired: old files have it, new ones use another. */
export const deid006: LintRule = {
  code: 'DEID006',
  title: 'Retired attribute',
  severity: 'info',
  *check({ rules }) {
    for (const rule of rules) {
      const tag = selectorTag(rule.selector);
      const attribute = tag === undefined ? undefined : attributeByTag(tag);
      if (attribute?.retired)
        yield {
          range: rule.selectorRange,
          message: `${attribute.keyword} is retired (PS3.6): only older files have it. Make sure that what took its place is handled too.`,
        };
    }
  },
};
