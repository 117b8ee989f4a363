import { closestKeywords } from '../../standard/closest';
import { attributeByKeyword, attributeByTag } from '../../standard/dictionary';
import { issueDiagnostics } from '../issueDiagnostics';
import type { Finding, LintRule } from '../lintRule';
import { nameOf, writtenValue } from '../lintView';
import type { AttributeSelector, RuleSelector } from '../model';
import { attributeReferences } from '../templates';
import { textModeKey } from '../textModes';

/** A keyword or tag that the data dictionary (PS3.6) does not have. */
export const deid001: LintRule = {
  code: 'DEID001',
  title: 'Unknown attribute',
  severity: 'error',
  *check(view) {
    yield* issueDiagnostics(view.document, 'DEID001');
    for (const rule of view.rules) {
      for (const step of stepsOf(rule.selector))
        if (step.kind === 'tag' && !isKnown(step.tag))
          yield { range: rule.selectorRange, message: `${nameOf(step.tag)} is not in the data dictionary (PS3.6).` };
      const value = writtenValue(rule);
      for (const reference of value ? attributeReferences(value.text) : [])
        if (!attributeByKeyword(reference.name)) yield unknown(`{${reference.name}}`, reference.name, value?.range);
    }
    for (const { key } of view.document.settings.textModes)
      if (textModeKey(key.value) === undefined) yield unknown(`“${key.value}”`, key.value, key.range);
  },
};

function unknown(shown: string, text: string, range: Finding['range'] = { start: 0, end: 0 }): Finding {
  const suggestions = closestKeywords(text);
  const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
  return { range, message: `${shown} names no attribute of the data dictionary (PS3.6).${hint}` };
}

function stepsOf(selector: RuleSelector): readonly AttributeSelector[] {
  if (selector.kind === 'path') return selector.steps;
  return selector.kind === 'attribute' ? [selector.attribute] : [];
}

/** Private attributes and group lengths have no rows and are no mistake here. */
function isKnown(tag: number): boolean {
  return ((tag >>> 16) & 1) === 1 || (tag & 0xffff) === 0 || attributeByTag(tag) !== undefined;
}
