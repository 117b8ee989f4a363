import type { LintRule } from '../lintRule';
import { actionName, changeAction, nameOf, rulesOn } from '../lintView';
import { selectorTag } from '../selectors';

/** MAC, Digital Signatures Sequence, MAC Parameters Sequence, Referenced SOP Instance MAC Sequence ... */
const SIGNATURES: ReadonlySet<number> = new Set([
  0x04000115, 0x04000120, 0x04000402, 0x04000403, 0x04000404, 0x4ffe0001, 0xfffafffa,
]);

/** Signatures over content that has changed. */
export const deid067: LintRule = {
  code: 'DEID067',
  title: 'Digital signatures kept after changes',
  severity: 'warning',
  *check(view) {
    for (const rule of rulesOn(view, SIGNATURES)) {
      const action = actionName(rule.action);
      if (action === 'keep' || action === 'clean')
        yield {
          range: rule.actionRange,
          message: `${nameOf(selectorTag(rule.selector) ?? 0)} no longer fits the changed object, and a certificate can name a person; remove it.`,
          fixes: [changeAction(rule, 'remove', true)],
        };
    }
  },
};
