import type { LintRule } from '../lintRule';
import { actionName, changeAction, covers, nameOf } from '../lintView';
import { pixelDescriptionTags } from '../pixelDescription';

/** Taking away pixel data or what is needed to read it. */
export const deid031: LintRule = {
  code: 'DEID031',
  title: 'Pixel data made unreadable',
  severity: 'error',
  *check({ rules }) {
    for (const rule of rules) {
      const action = actionName(rule.action);
      if (action === 'keep' || action === 'clean' || action === 'compound') continue;
      const hit = [...pixelDescriptionTags()].filter(tag => covers(rule.selector, tag));
      if (hit.length > 0)
        yield {
          range: rule.actionRange,
          message: `${hit.slice(0, 3).map(nameOf).join(', ')}${hit.length > 3 ? ' and others' : ''}: without the original value the pixels cannot be read; keep it.`,
          fixes: hit.length === 1 ? [changeAction(rule, 'keep')] : [],
        };
    }
  },
};
