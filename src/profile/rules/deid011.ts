import { confidentialityRow, confidentialityRows } from '../../standard/confidentiality';
import type { LintRule } from '../lintRule';
import { nameOf } from '../lintView';
import { selectorTag } from '../selectors';

/** What Table E.1-1 gained since the edition that the profile was written against. */
export const deid011: LintRule = {
  code: 'DEID011',
  title: 'Rows added to the table since the declared edition',
  severity: 'info',
  *check({ document, rules }) {
    const declared = document.settings.standard;
    if (!declared || !/^20\d\d[a-e]$/.test(declared.value)) return;
    const fresh = confidentialityRows().filter(r => r.firstSeen > declared.value);
    if (fresh.length === 0) return;
    const named = new Set(rules.map(r => selectorTag(r.selector)));
    const open = fresh.filter(r => !named.has(r.tag));
    if (open.length > 0)
      yield {
        range: declared.range,
        message: `Table E.1-1 gained ${fresh.length} rows since ${declared.value}; ${open.length} of them no rule names, among them ${open
          .slice(0, 3)
          .map(r => r.name)
          .join(', ')}. They are treated as the table says.`,
      };
    for (const rule of rules) {
      const tag = selectorTag(rule.selector);
      const row = tag === undefined ? undefined : confidentialityRow(tag);
      if (tag !== undefined && row && row.firstSeen > declared.value)
        yield {
          range: rule.selectorRange,
          message: `${nameOf(tag)} came into Table E.1-1 with ${row.firstSeen}, after the declared ${declared.value}.`,
        };
    }
  },
};
