import type { LintRule } from '../lintRule';
import { patternsOf } from '../patterns';

/** A pattern of plain letters also matches inside longer words. */
export const deid008: LintRule = {
  code: 'DEID008',
  title: 'Regular expression without an anchor',
  severity: 'warning',
  *check(view) {
    for (const { source, range, use } of patternsOf(view)) {
      if (use === 'replacement' || !/^[\w ]+$/.test(source)) continue;
      const text = view.document.text.slice(range.start, range.end);
      const anchored = text.replace(`/${source}/`, `/^${source}/`);
      yield {
        range,
        message: `/${source}/ also matches inside other words; anchor it with ^, $ or \\b, or write the literal.`,
        fixes: anchored === text ? [] : [{ title: 'Match at the start only', edits: [{ range, newText: anchored }] }],
      };
    }
  },
};
