import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf, rulesOn } from '../lintView';
import { selectorTag } from '../selectors';

/** Encrypted, Original, Modified and Nonconforming Modified Attributes Sequence. */
const FORMER: ReadonlySet<number> = new Set([0x04000500, 0x04000550, 0x04000551, 0x04000561]);

/** Former values, which attributes were replaced by, would stay in the object. */
export const deid065: LintRule = {
  code: 'DEID065',
  title: 'Sequences with former values kept',
  severity: 'warning',
  *check(view) {
    for (const rule of rulesOn(view, FORMER))
      if (actionName(rule.action) === 'keep' || actionName(rule.action) === 'clean')
        yield {
          range: rule.actionRange,
          message: `${nameOf(selectorTag(rule.selector) ?? 0)} holds the values that were there before; it must go (PS3.15 Table E.1-1).`,
          fixes: [changeAction(rule, 'remove', true)],
        };
    if (view.profile.base !== 'none') return;
    const kept = [...FORMER].filter(tag => actionName(view.effective(tag).action) === 'keep');
    if (kept.length > 0)
      yield {
        range: view.document.settings.base?.range ?? view.document.extends[0]?.range ?? view.head,
        message: `${kept.map(nameOf).join(', ')} would be kept with the values that were there before. Remove them.`,
      };
  },
};
