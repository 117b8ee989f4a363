import type { LintRule } from '../lintRule';
import { writtenValue } from '../lintView';
import { templateReferences } from '../templates';

const RANDOM = /^(random|rand|uuid|guid|newuid|now|today)$/i;

/** Values that differ from run to run, so that the next batch does not link with this one. */
export const deid038: LintRule = {
  code: 'DEID038',
  title: 'Pseudonyms that change from run to run',
  severity: 'warning',
  *check({ document, rules }) {
    const set = [document.settings.patientId, document.settings.patientName];
    const templates = [
      ...set.flatMap(s => (s ? [{ text: s.value, range: s.range }] : [])),
      ...rules.flatMap(r => writtenValue(r) ?? []),
    ];
    for (const { text, range } of templates) {
      const references = templateReferences(text);
      if (references.some(r => RANDOM.test(r.name)))
        yield { range, message: 'A random value is another one in the next run; use {hash:n}, which is keyed.' };
      else if (references.some(r => r.name === 'sequence') && !document.settings.patientTable)
        yield {
          range,
          message:
            'Numbers follow the order of one run: a patient who comes again in the next batch gets another one. Use {hash:n}, or a table.',
        };
    }
  },
};
