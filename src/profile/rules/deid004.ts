import { issueDiagnostics } from '../issueDiagnostics';
import type { LintRule } from '../lintRule';
import { formatTag, selectorTag } from '../selectors';

/** A tag with wrong digits, or tags written in several ways in one file. */
export const deid004: LintRule = {
  code: 'DEID004',
  title: 'Tag written wrongly or inconsistently',
  severity: 'error',
  *check({ document, rules }) {
    yield* issueDiagnostics(document, 'DEID004');
    const numeric = rules.filter(r => /^[(\d]/.test(r.selectorText) && r.selector.kind === 'attribute');
    if (!numeric.some(r => r.selectorText.startsWith('('))) return;
    for (const rule of numeric) {
      const tag = selectorTag(rule.selector);
      if (tag === undefined || rule.selectorText.startsWith('(')) continue;
      yield {
        range: rule.selectorRange,
        severity: 'info',
        message: `Other tags of this file are written with brackets: ${formatTag(tag)}.`,
        fixes: [
          { title: `Write ${formatTag(tag)}`, edits: [{ range: rule.selectorRange, newText: `"${formatTag(tag)}"` }] },
        ],
      };
    }
  },
};
