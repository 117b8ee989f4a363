import { confidentialityRow } from '../../standard/confidentiality';
import { attributeByKeyword } from '../../standard/dictionary';
import type { SourceRange } from '../model';
import type { LintRule } from '../lintRule';
import { actionName, writtenValue } from '../lintView';
import { attributeReferences } from '../templates';

/** A value made from an attribute that identifies. */
export const deid071: LintRule = {
  code: 'DEID071',
  title: 'Value built from an identifying attribute',
  severity: 'error',
  *check(view) {
    const { patientId, patientName } = view.document.settings;
    const templates: { readonly text: string; readonly range: SourceRange }[] = [
      ...[patientId, patientName].flatMap(s => (s ? [{ text: s.value, range: s.range }] : [])),
      ...view.rules.flatMap(r => writtenValue(r) ?? []),
    ];
    for (const { text, range } of templates)
      for (const reference of attributeReferences(text)) {
        const attribute = attributeByKeyword(reference.name);
        if (!attribute || !confidentialityRow(attribute.tag)) continue;
        const action = actionName(view.effective(attribute.tag).action);
        const safe = action === 'keep' && view.effective(attribute.tag).source.kind === 'option';
        if (!safe)
          yield {
            range,
            message: `${attribute.keyword} identifies (PS3.15 Table E.1-1); writing it into another attribute carries it out. Write {id} or plain text.`,
          };
      }
  },
};
