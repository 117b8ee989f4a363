import { isMap, isSeq, parseDocument, type ParsedNode, type YAMLMap } from 'yaml';
import type { TextEdit } from './diagnostic';
import type { OptionName } from './model';
import { addItem, removeItem, setAt, type Path } from './placeEdits';
import { renderFlowMap, type SettingValue } from './scalarText';
import { appendToList, removeFromList, removeFromMap, setInMap, type Source } from './yamlEdits';
import { child, listItems, scalarText } from './yamlNodes';

/** Keys of a rule in the order they are written. */
export type RuleFields = Readonly<Partial<Record<RuleKey, SettingValue>>>;
export type RuleKey =
  'tag' | 'keyword' | 'vr' | 'group' | 'when' | 'action' | 'value' | 'format' | 'match' | 'with' | 'reason';

/** What the form editor and the quick fixes do to a profile. */
export type EditOperation =
  | { readonly kind: 'addOption'; readonly option: OptionName }
  | { readonly kind: 'removeOption'; readonly option: OptionName }
  | { readonly kind: 'addRule'; readonly rule: RuleFields }
  /** Sets the given keys of rule `index`; `null` removes a key. */
  | {
      readonly kind: 'changeRule';
      readonly index: number;
      readonly set: Readonly<Partial<Record<RuleKey, SettingValue | null>>>;
    }
  | { readonly kind: 'removeRule'; readonly index: number }
  /** Sets the setting at `path` (`['dates', 'shift', 'scope']`); `null` removes it. Digits count entries of lists. */
  | { readonly kind: 'setSetting'; readonly path: Path; readonly value: SettingValue | null }
  /** Adds an entry to the list at `path`, or removes entry `index` of it. */
  | { readonly kind: 'addItem'; readonly path: Path; readonly value: SettingValue }
  | { readonly kind: 'removeItem'; readonly path: Path; readonly index: number };

/**
 * The smallest text edits that carry out an operation; everything outside them, comments, order, quotes and blank lines, stays as
 * it is. Edits do not overlap and refer to `text` as given. Empty if there is nothing to do, or if the text has no place for
 * it (it is not a mapping, or rule `index` does not exist).
 */
export function editProfile(text: string, operation: EditOperation): TextEdit[] {
  const root = parseDocument(text, { prettyErrors: false, version: '1.2' }).contents as ParsedNode | null;
  return editTree(text, root, operation);
}

/** Like `editProfile`, with the YAML tree of the text at hand. */
export function editTree(text: string, root: ParsedNode | null, operation: EditOperation): TextEdit[] {
  const source: Source = { text, newline: text.includes('\r\n') ? '\r\n' : '\n' };
  if (!isMap(root)) return [];
  const map = root as YAMLMap<ParsedNode, ParsedNode | null>;
  switch (operation.kind) {
    case 'addOption':
      return optionIndex(map, operation.option) >= 0 ? [] : appendToList(source, map, 'options', operation.option);
    case 'removeOption': {
      const index = optionIndex(map, operation.option);
      return index < 0 ? [] : removeFromList(source, map, 'options', index);
    }
    case 'addRule':
      return appendToList(source, map, 'rules', renderFlowMap(fieldsOf(operation.rule)));
    case 'changeRule':
      return changeRule(source, map, operation.index, operation.set);
    case 'removeRule':
      return removeFromList(source, map, 'rules', operation.index);
    case 'setSetting':
      return setAt(source, map, operation.path, operation.value);
    case 'addItem':
      return addItem(source, map, operation.path, operation.value);
    case 'removeItem':
      return removeItem(source, map, operation.path, operation.index);
  }
}

type Root = YAMLMap<ParsedNode, ParsedNode | null>;

function optionIndex(root: Root, option: OptionName): number {
  return listItems(child(root as ParsedNode, 'options')).findIndex(node => scalarText(node) === option);
}

function fieldsOf(rule: RuleFields): [string, SettingValue][] {
  return Object.entries(rule).filter((entry): entry is [RuleKey, SettingValue] => entry[1] !== undefined);
}

function changeRule(
  source: Source,
  root: Root,
  index: number,
  set: Readonly<Partial<Record<RuleKey, SettingValue | null>>>,
): TextEdit[] {
  const rules = child(root as ParsedNode, 'rules');
  const rule = isSeq(rules) ? rules.items[index] : undefined;
  if (!isMap(rule)) return [];
  const map = rule as Root;
  const edits = Object.entries(set).flatMap(([key, value]) =>
    value === undefined ? [] : value === null ? removeFromMap(source, map, [key]) : setInMap(source, map, [key], value),
  );
  return mergeInsertions(edits);
}

/** Several new keys land at the same offset: they become one edit. Removals that touch an insertion stay apart by order. */
function mergeInsertions(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const same = merged.findIndex(
      m => m.range.start === m.range.end && m.range.start === edit.range.start && edit.range.start === edit.range.end,
    );
    if (same >= 0) merged[same] = { range: edit.range, newText: (merged[same]?.newText ?? '') + edit.newText };
    else merged.push(edit);
  }
  return merged;
}
