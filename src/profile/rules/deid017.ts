import { attributeByKeyword } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';
import { actionName, nameOf, writtenValue } from '../lintView';
import { selectorTag } from '../selectors';
import { attributeReferences } from '../templates';

const GONE: ReadonlySet<string> = new Set(['remove', 'empty']);

/** A template or a condition reads an attribute that the profile takes away. */
export const deid017: LintRule = {
  code: 'DEID017',
  title: 'Reads an attribute that is removed',
  severity: 'warning',
  *check(view) {
    const removed = new Map<number, number>();
    for (const rule of view.rules) {
      for (const condition of rule.when)
        if (removed.has(condition.tag))
          yield {
            range: condition.key,
            message: `${nameOf(condition.tag)} is removed by an earlier rule. The condition still sees the original value; put this rule above it, so that the text reads as it works.`,
            related: relatedRule(view, removed.get(condition.tag)),
          };
      const tag = selectorTag(rule.selector);
      if (tag !== undefined && rule.selector.kind === 'attribute' && GONE.has(actionName(rule.action)))
        removed.set(tag, rule.index);
    }
    for (const rule of view.rules) {
      const value = writtenValue(rule);
      if (!value) continue;
      for (const reference of attributeReferences(value.text)) {
        const attribute = attributeByKeyword(reference.name);
        if (attribute && GONE.has(actionName(view.effective(attribute.tag).action)))
          yield {
            range: value.range,
            message: `{${reference.name}} will be empty: the profile removes ${attribute.keyword}. Write another attribute or plain text.`,
          };
      }
    }
  },
};

function relatedRule(view: Parameters<LintRule['check']>[0], index: number | undefined) {
  const rule = view.rules.find(r => r.index === index);
  return rule ? [{ range: rule.range, message: 'Removed here.' }] : [];
}
