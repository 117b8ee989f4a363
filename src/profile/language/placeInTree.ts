import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { DocumentRule, ProfileDocument } from '../document';
import type { SourceRange } from '../model';
import { contentEnd } from '../yamlEdits';
import { mapEntries, scalarText, type YamlNode } from '../yamlNodes';

/** What stands at an offset of a profile that was read. */
export interface TreePlace {
  readonly kind: 'key' | 'value';
  /** Keys from the root, `[]` for entries of lists; the last one is the key itself, or the key of the value. */
  readonly path: readonly string[];
  readonly text: string;
  readonly range: SourceRange;
}

/** The scalar at an offset. */
export function placeAt(document: ProfileDocument, offset: number): TreePlace | undefined {
  return descend(document.root, offset, []);
}

function descend(node: YamlNode, offset: number, path: readonly string[]): TreePlace | undefined {
  if (!node) return undefined;
  if (isMap(node)) {
    for (const { key, keyNode, value } of mapEntries(node)) {
      if (inside(keyNode, offset)) return { kind: 'key', path: [...path, key], text: key, range: rangeOf(keyNode) };
      const found = around(value, offset) ? descend(value, offset, [...path, key]) : undefined;
      if (found) return found;
    }
    return undefined;
  }
  if (isSeq(node)) {
    const item = findItem(node.items as ParsedNode[], offset);
    return item && descend(item, offset, [...path, '[]']);
  }
  const text = scalarText(node);
  return text !== undefined && inside(node, offset) ? { kind: 'value', path, text, range: rangeOf(node) } : undefined;
}

function rangeOf(node: ParsedNode): SourceRange {
  return { start: node.range[0], end: node.range[1] };
}

function inside(node: YamlNode, offset: number): boolean {
  return node?.range !== undefined && node.range[0] <= offset && offset <= node.range[1];
}

function around(node: YamlNode, offset: number): boolean {
  return node?.range !== undefined && node.range[0] <= offset && offset <= Math.max(node.range[1], contentEnd(node));
}

/** Entries stand in the order of the text, so the one at an offset is found by halving. */
function findItem(items: readonly (ParsedNode | null)[], offset: number): ParsedNode | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (!item?.range || offset < item.range[0]) high = middle - 1;
    else if (offset > Math.max(item.range[1], contentEnd(item))) low = middle + 1;
    else return item;
  }
  return undefined;
}

/** The rule at an offset, and its number. */
export function ruleAt(
  document: ProfileDocument,
  offset: number,
): { readonly rule: DocumentRule; readonly index: number } | undefined {
  const { rules } = document;
  let low = 0;
  let high = rules.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const rule = rules[middle];
    if (!rule || offset < rule.range.start) high = middle - 1;
    else if (offset > rule.range.end) low = middle + 1;
    else return { rule, index: middle };
  }
  return undefined;
}
