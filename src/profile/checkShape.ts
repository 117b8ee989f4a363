import { isMap, isScalar, isSeq } from 'yaml';
import { closest } from '../standard/closest';
import type { ReadIssue } from './document';
import type { SourceRange } from './model';
import type { Shape } from './shape';
import { listItems, mapEntries, nodeRange, scalarText, type YamlNode } from './yamlNodes';

/** Compares a YAML tree with what the language allows and reports every difference; `place` names it for the message. */
export function checkShape(
  node: YamlNode,
  shape: Shape,
  place: string,
  around: SourceRange,
  issues: ReadIssue[],
): void {
  const range = nodeRange(node, around);
  const wrong = (message: string, kind: ReadIssue['kind'] = 'shape', suggestions: readonly string[] = []) =>
    issues.push({ kind, range, message, suggestions });
  switch (shape.kind) {
    case 'map':
      checkMap(node, shape, place, range, issues);
      return;
    case 'list': {
      if (!node || !isSeq(node)) {
        wrong(`${place} takes a list.`);
        return;
      }
      const items = listItems(node);
      if (shape.length !== undefined && items.length !== shape.length)
        wrong(`${place} takes exactly ${shape.length} values, here are ${items.length}.`);
      for (const item of items) checkShape(item, shape.of, `An entry of ${place}`, range, issues);
      return;
    }
    case 'any':
      checkAny(node, shape.of, place, range, issues);
      return;
    case 'text':
      if (scalarText(node) === undefined) wrong(`${place} takes a text.`);
      return;
    case 'integer': {
      const value = scalarText(node);
      if (value === undefined || !/^[-+]?\d+$/.test(value)) wrong(`${place} takes a whole number.`);
      else if (shape.least !== undefined && Number(value) < shape.least) wrong(`${place} is at least ${shape.least}.`);
      return;
    }
    case 'enum': {
      const value = scalarText(node);
      if (value !== undefined && (shape.values.includes(value) || shape.tolerated?.includes(value))) return;
      const suggestions = value === undefined ? [] : closest(value, shape.values, 2);
      const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
      wrong(`${place} is one of ${shape.values.join(', ')}.${hint}`, 'unknownValue', suggestions);
    }
  }
}

function checkMap(
  node: YamlNode,
  shape: Shape & { readonly kind: 'map' },
  place: string,
  range: SourceRange,
  issues: ReadIssue[],
): void {
  if (!node || !isMap(node)) {
    issues.push({ kind: 'shape', range, message: `${place} takes keys and values.`, suggestions: [] });
    return;
  }
  const seen = new Set<string>();
  for (const { key, keyNode, value } of mapEntries(node)) {
    seen.add(key);
    const known = Object.hasOwn(shape.keys, key) ? shape.keys[key]?.shape : shape.others;
    const keyRange = nodeRange(keyNode, range);
    if (known) {
      checkShape(value, known, `“${key}”`, keyRange, issues);
      continue;
    }
    const suggestions = closest(key, Object.keys(shape.keys), 1);
    const hint = suggestions.length > 0 ? ` Did you mean “${suggestions[0]}”?` : '';
    issues.push({ kind: 'unknownKey', range: keyRange, message: `${place} has no key “${key}”.${hint}`, suggestions });
  }
  for (const [key, { required }] of Object.entries(shape.keys))
    if (required && !seen.has(key))
      issues.push({
        kind: 'missing',
        range: headOf(range),
        message: `${place} needs the key “${key}”.`,
        suggestions: [],
      });
}

/** A whole document is not underlined for a missing key: its first character is. */
function headOf(range: SourceRange): SourceRange {
  return range.start === 0 ? { start: 0, end: Math.min(1, range.end) } : range;
}

function checkAny(
  node: YamlNode,
  shapes: readonly Shape[],
  place: string,
  range: SourceRange,
  issues: ReadIssue[],
): void {
  const likely = shapes.find(s =>
    s.kind === 'map'
      ? isMap(node)
      : s.kind === 'list'
        ? isSeq(node)
        : isScalar(node) && tryShape(node, s, place, range),
  );
  if (likely) checkShape(node, likely, place, range, issues);
  else issues.push({ kind: 'shape', range, message: `${place} has a value of the wrong kind.`, suggestions: [] });
}

function tryShape(node: YamlNode, shape: Shape, place: string, range: SourceRange): boolean {
  const issues: ReadIssue[] = [];
  checkShape(node, shape, place, range, issues);
  return issues.length === 0;
}
