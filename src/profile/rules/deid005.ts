import { attributeByKeyword, attributeByTag } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';
import { selectorTag } from '../selectors';

/** `tag` and `keyword` of one rule name different attributes. */
export const deid005: LintRule = {
  code: 'DEID005',
  title: 'Keyword and tag disagree',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const keyword = rule.entries.keyword;
      if (keyword?.text === undefined) continue;
      const tag = selectorTag(rule.selector);
      const named = attributeByKeyword(keyword.text);
      const right = tag === undefined ? undefined : attributeByTag(tag);
      if (named && right && named.tag === right.tag) continue;
      yield {
        range: keyword.value,
        message: right
          ? `The tag is ${right.keyword}, not ${keyword.text}.`
          : `“${keyword.text}” cannot be compared with this tag; leave the keyword out.`,
        fixes: right
          ? [{ title: `Change to ${right.keyword}`, edits: [{ range: keyword.value, newText: right.keyword }] }]
          : [],
      };
    }
  },
};
