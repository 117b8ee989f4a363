import { closestKeywords } from '../../standard/closest';
import { attributeByKeyword, attributeByTag } from '../../standard/dictionary';
import { issueDiagnostics } from '../issueDiagnostics';
import type { Finding, LintRule } from '../lintRule';
import { nameOf, writtenValue } from '../lintView';
import { renderScalar } from '../scalarText';
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
          yield {
            range: rule.selectorRange,
            message: `${nameOf(step.tag)} is not in the data dictionary (PS3.6); check the digits.`,
          };
      const value = writtenValue(rule);
      for (const reference of value ? attributeReferences(value.text) : [])
        if (value && !attributeByKeyword(reference.name)) yield unknown(`{${reference.name}}`, reference.name, value);
    }
    for (const { key } of view.document.settings.textModes)
      if (textModeKey(key.value) === undefined)
        yield unknown(`“${key.value}”`, key.value, { text: key.value, range: key.range });
  },
};

/** @param place the text it stands in, and where that is. */
function unknown(
  shown: string,
  name: string,
  place: { readonly text: string; readonly range: Finding['range'] },
): Finding {
  const { text, range } = place;
  const suggestions = closestKeywords(name);
  const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
  return {
    range,
    message: `${shown} names no attribute of the data dictionary (PS3.6).${hint}`,
    fixes: suggestions.map(keyword => ({
      title: `Change to ${keyword}`,
      edits: [{ range, newText: renderScalar(text.replace(name, keyword)) }],
    })),
  };
}

function stepsOf(selector: RuleSelector): readonly AttributeSelector[] {
  if (selector.kind === 'path') return selector.steps;
  return selector.kind === 'attribute' ? [selector.attribute] : [];
}

/** Private attributes and group lengths have no rows and are no mistake here. */
function isKnown(tag: number): boolean {
  return ((tag >>> 16) & 1) === 1 || (tag & 0xffff) === 0 || attributeByTag(tag) !== undefined;
}
