import type { DocumentRule, ProfileDocument } from '../document';
import type { SourceRange } from '../model';
import { formatSelector } from '../selectors';
import { contentEnd } from '../yamlEdits';
import { mapEntries, type YamlNode } from '../yamlNodes';

/** A part of a profile, for the outline and the breadcrumbs. */
export interface OutlineItem {
  readonly name: string;
  /** Beside the name. */
  readonly detail: string;
  readonly kind: 'section' | 'setting' | 'option' | 'rule' | 'recipe';
  readonly range: SourceRange;
  /** What is shown when the item is chosen; inside `range`. */
  readonly selection: SourceRange;
  readonly children: readonly OutlineItem[];
}

/** Sections of a profile with their settings, options, rules and pixel recipes. */
export function outline(document: ProfileDocument): OutlineItem[] {
  return mapEntries(document.root).map(({ key, keyNode, value }): OutlineItem => {
    const section = document.sections[key];
    const start = keyNode.range[0];
    const range = { start, end: Math.max(keyNode.range[1], contentEnd(value)) };
    const children = childrenOf(document, key, value);
    return {
      name: key,
      detail: section?.text ?? (key === 'rules' ? `${document.rules.length}` : ''),
      kind: section?.text === undefined ? 'section' : 'setting',
      range,
      selection: { start, end: keyNode.range[1] },
      children,
    };
  });
}

function childrenOf(document: ProfileDocument, key: string, value: YamlNode): OutlineItem[] {
  if (key === 'rules') return document.rules.map(ruleItem).filter(i => i.name !== '');
  if (key === 'options')
    return document.options.map(o => ({
      name: o.value,
      detail: '',
      kind: 'option',
      range: o.range,
      selection: o.range,
      children: [],
    }));
  const settings = mapEntries(value).map(({ key: name, keyNode, value: inner }): OutlineItem => {
    const range = { start: keyNode.range[0], end: Math.max(keyNode.range[1], contentEnd(inner)) };
    const text = document.text.slice(inner?.range?.[0] ?? 0, contentEnd(inner));
    return {
      name,
      detail: text.includes('\n') ? '' : text.slice(0, 60),
      kind: 'setting',
      range,
      selection: { start: keyNode.range[0], end: keyNode.range[1] },
      children: key === 'pixels' && name === 'regions' ? recipes(document) : [],
    };
  });
  return settings;
}

function recipes(document: ProfileDocument): OutlineItem[] {
  return document.recipes.map((recipe, i) => ({
    name:
      recipe.when.flatMap(c => c.anyOf.map(t => (t.kind === 'literal' ? t.value : `/${t.source}/`))).join(' ') ||
      `Recipe ${i + 1}`,
    detail: `${recipe.blank.length}`,
    kind: 'recipe',
    range: recipe.range,
    selection: recipe.range,
    children: [],
  }));
}

function ruleItem(rule: DocumentRule): OutlineItem {
  const action = rule.action?.kind === 'code' ? rule.action.code : (rule.actionName ?? rule.entries.action?.text ?? '');
  return {
    name: rule.selector ? formatSelector(rule.selector) : rule.selectorText,
    detail: rule.when.length > 0 ? `${action} (conditional)` : action,
    kind: 'rule',
    range: rule.range,
    selection:
      rule.selectorRange.start >= rule.range.start && rule.selectorRange.end <= rule.range.end
        ? rule.selectorRange
        : rule.range,
    children: [],
  };
}
