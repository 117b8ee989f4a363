import type { Located } from '../document';
import type { LintRule } from '../lintRule';
import { writtenValue, type LintView } from '../lintView';

/** Texts that templates of tools leave for the author to fill in. */
const PLACEHOLDER =
  /^(change ?(this|me)!?|to ?do|tbd|fix ?me|x{3,}|your[ _-].*|my[ _-]?(project|site|study|trial)|(project|site|trial|study)[ _-]?(name|id)?|sitename|uidroot|prefix|suffix|example|placeholder|foo|bar|lorem ipsum.*|123|1234|12345|9999|<.*>|\[.*\]|\$\{?\w+\}?|@\w+)$/i;

/** A value that was left as a placeholder. */
export const deid009: LintRule = {
  code: 'DEID009',
  title: 'Placeholder left in',
  severity: 'error',
  *check(view) {
    for (const { value, range } of texts(view))
      if (PLACEHOLDER.test(value.trim()))
        yield {
          range,
          message: `“${value}” looks like a placeholder that nobody has filled in; write the real value.`,
        };
  },
};

function texts(view: LintView): Located<string>[] {
  const { settings } = view.document;
  const set = [settings.name, settings.patientId, settings.patientName, settings.uidRoot, settings.path];
  return [
    ...set.flatMap(s => s ?? []),
    ...view.rules.flatMap(rule => {
      const value = writtenValue(rule);
      return value ? [{ value: value.text, range: value.range }] : [];
    }),
  ];
}
