import type { LintRule } from '../lintRule';
import { sameSelection, sameAction } from '../ruleComparison';

/** The same rule twice. */
export const deid012: LintRule = {
  code: 'DEID012',
  title: 'Duplicate rule',
  severity: 'warning',
  *check(view) {
    for (const [first, second] of sameSelection(view.rules))
      if (sameAction(first.action, second.action))
        yield {
          range: second.range,
          message: 'This rule is there already, with the same action; one is enough.',
          related: [{ range: first.range, message: 'The other rule.' }],
          fixes: view.fix('Remove this rule', { kind: 'removeRule', index: second.index }, true),
        };
  },
};
