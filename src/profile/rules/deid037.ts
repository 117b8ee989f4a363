import type { LintRule } from '../lintRule';
import { writtenValue } from '../lintView';
import { templateReferences } from '../templates';

/** Hash functions by the names that tools give them; `{hash:n}` of this language is keyed. */
const UNSALTED = /^(?:@?hash\w+|md5|sha-?\d*|crc\d*|base64|digest)$/i;

/** An identifier derived without a key: whoever can list the originals can find the one behind a value. */
export const deid037: LintRule = {
  code: 'DEID037',
  title: 'Hash without a key',
  severity: 'warning',
  *check({ document, rules }) {
    const message =
      'A hash without a key can be undone by trying all originals (IDs and UIDs are guessable); use {hash:n}, which is keyed.';
    for (const rule of document.rules) {
      const text = rule.entries.action?.text ?? '';
      if (UNSALTED.test(text.replace(/\(.*$/, ''))) yield { range: rule.actionRange, message };
    }
    const set = [document.settings.patientId, document.settings.patientName, document.settings.path];
    const templates = [
      ...set.flatMap(s => (s ? [{ text: s.value, range: s.range }] : [])),
      ...rules.flatMap(r => writtenValue(r) ?? []),
    ];
    for (const { text, range } of templates) {
      const references = templateReferences(text);
      if (references.some(r => r.name !== 'hash' && UNSALTED.test(r.name.trim()))) yield { range, message };
      else if (references.some(r => r.name === 'hash' && r.argument !== undefined && Number(r.argument) < 6))
        yield { range, message: 'Fewer than 6 characters of a hash: two patients can get the same one.' };
    }
  },
};
