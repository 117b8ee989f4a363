import type { LintView } from './lintView';
import type { SourceRange } from './model';
import { literalOrPattern } from './readRule';

/** A regular expression of the file and what it is for. */
export interface WrittenPattern {
  readonly source: string;
  readonly range: SourceRange;
  readonly use: 'condition' | 'word' | 'replacement';
}

/** Every regular expression written in the file: in conditions, in word lists, in `pattern` rules. */
export function patternsOf(view: LintView): WrittenPattern[] {
  const { document } = view;
  const conditions = [
    ...document.rules.flatMap(r => r.when),
    ...document.recipes.flatMap(r => r.when),
    ...document.quarantine.flatMap(q => q.when),
  ];
  const none: SourceRange = { start: 0, end: 0 };
  return [
    ...conditions.flatMap(c =>
      c.anyOf.flatMap((test, i): WrittenPattern[] =>
        test.kind === 'pattern' ? [{ source: test.source, range: c.ranges[i] ?? none, use: 'condition' }] : [],
      ),
    ),
    ...[...document.settings.keep, ...document.settings.remove].flatMap((w): WrittenPattern[] => {
      const test = 'word' in w.value ? literalOrPattern(w.value.word) : undefined;
      return test?.kind === 'pattern' ? [{ source: test.source, range: w.range, use: 'word' }] : [];
    }),
    ...view.rules.flatMap((r): WrittenPattern[] =>
      r.action.kind === 'pattern'
        ? [{ source: r.action.match, range: r.entries.match?.value ?? r.range, use: 'replacement' }]
        : [],
    ),
  ];
}
