import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { SourceRange } from './model';

export type YamlNode = ParsedNode | null | undefined;

/** Where a node stands, comments after it not included. */
export function nodeRange(node: YamlNode, fallback: SourceRange): SourceRange {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : fallback;
}

/** Text of a scalar as the author wrote it: `0013` stays `0013`; quotes are taken off. `undefined` for collections and null. */
export function scalarText(node: YamlNode): string | undefined {
  if (!node || !isScalar(node)) return undefined;
  const scalar = node as Scalar;
  if (typeof scalar.value === 'string') return scalar.value;
  if (scalar.value === null || scalar.value === undefined) return undefined;
  return scalar.source ?? String(scalar.value);
}

/** Key and value nodes of a mapping, in order; keys that are not scalars are left out. */
export function mapEntries(
  node: YamlNode,
): { readonly key: string; readonly keyNode: ParsedNode; readonly value: YamlNode }[] {
  if (!node || !isMap(node)) return [];
  const entries = [];
  for (const pair of (node as YAMLMap).items as Pair<ParsedNode, ParsedNode | null>[]) {
    const key = scalarText(pair.key);
    if (key !== undefined) entries.push({ key, keyNode: pair.key, value: pair.value });
  }
  return entries;
}

/** Items of a list. */
export function listItems(node: YamlNode): YamlNode[] {
  return node && isSeq(node) ? (node.items as YamlNode[]) : [];
}

/** The value of `key` in a mapping. */
export function child(node: YamlNode, key: string): YamlNode {
  return mapEntries(node).find(e => e.key === key)?.value;
}
