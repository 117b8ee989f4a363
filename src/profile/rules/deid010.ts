import { EDITION } from '../../standard/dictionary';
import type { LintRule } from '../lintRule';

/** No edition of Table E.1-1 is declared, or another one than the program's. */
export const deid010: LintRule = {
  code: 'DEID010',
  title: 'Edition of PS3.15 not declared, or not the current one',
  severity: 'warning',
  *check(view) {
    const { document, resolution } = view;
    const declared = document.settings.standard;
    if (!declared) {
      if (resolution.documents.some(d => d.settings.standard)) return;
      yield {
        range: view.head,
        message: `The profile does not say which edition of PS3.15 Table E.1-1 it was written against; the program has ${EDITION}.`,
        fixes: view.fix(`Declare ${EDITION}`, { kind: 'setSetting', path: ['standard'], value: EDITION }, true),
      };
      return;
    }
    if (declared.value === EDITION) return;
    const known = /^20\d\d[a-e]$/.test(declared.value);
    yield {
      range: declared.range,
      message: !known
        ? `“${declared.value}” is not an edition; write the year and a letter, for example ${EDITION}.`
        : declared.value < EDITION
          ? `Written against ${declared.value}; the program applies ${EDITION}. Check what changed, then declare ${EDITION}.`
          : `Written against ${declared.value}, which is newer than the program's table (${EDITION}).`,
      fixes: [{ title: `Declare ${EDITION}`, edits: [{ range: declared.range, newText: EDITION }] }],
    };
  },
};
