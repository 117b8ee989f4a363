import type { LintRule } from '../lintRule';
import { sameAction, sameSelection } from '../ruleComparison';

/** Two rules want different things for the same attribute, or two options exclude each other. */
export const deid014: LintRule = {
  code: 'DEID014',
  title: 'Contradictory rules or options',
  severity: 'error',
  *check(view) {
    for (const [first, second] of sameSelection(view.rules))
      if (!sameAction(first.action, second.action))
        yield {
          range: second.range,
          message:
            'Another rule wants something else for the same attribute; this one, the later, would win. Remove one of the two.',
          related: [{ range: first.range, message: 'The rule that loses.' }],
          fixes: view.fix('Remove the other rule', { kind: 'removeRule', index: first.index }),
        };
    for (const d of view.resolution.diagnostics)
      if (d.code === 'DEID014' && d.profile === view.document.id)
        yield {
          range: d.range,
          message: d.message,
          fixes: view.fix('Remove full dates', { kind: 'removeOption', option: 'RetainLongitudinalFullDates' }),
        };
  },
};
