import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { TextEdit } from './diagnostic';
import { renderValue, type SettingValue } from './scalarText';
import { contentEnd, cutListEntry, extendList, removeFromMap, setInMap, type Source } from './yamlEdits';
import { child, listItems, type YamlNode } from './yamlNodes';

type Map = YAMLMap<ParsedNode, ParsedNode | null>;

/** Keys from the root to a place in a profile; digits count the entries of a list from 0. */
export type Path = readonly string[];

/** The node at a path; `undefined` if there is none. */
export function nodeAt(root: YamlNode, path: Path): YamlNode {
  return path.reduce<YamlNode>((node, key) => (isSeq(node) ? listItems(node)[Number(key)] : child(node, key)), root);
}

/** Sets or (`null`) removes what is at a path that may lead through entries of lists. */
export function setAt(source: Source, root: Map, path: Path, value: SettingValue | null): TextEdit[] {
  const [base, rest] = innermostEntry(root, path);
  if (rest.length > 0) {
    if (!isMap(base)) return [];
    return value === null ? removeFromMap(source, base as Map, rest) : setInMap(source, base as Map, rest, value);
  }
  if (!base || value === null) return [];
  const start = base.range?.[0] ?? 0;
  const end = contentEnd(base);
  const wanted = renderValue(value);
  return source.text.slice(start, end) === wanted ? [] : [{ range: { start, end }, newText: wanted }];
}

/** Adds an entry at the end of the list at a path; a single text becomes a list, a list that is missing is made. */
export function addItem(source: Source, root: Map, path: Path, value: SettingValue): TextEdit[] {
  const list = nodeAt(root as ParsedNode, path);
  if (isSeq(list) && list.items.length > 0) return extendList(source, list, renderValue(value));
  if (isScalar(list) && list.value !== null)
    return [
      {
        range: { start: list.range?.[0] ?? 0, end: contentEnd(list as ParsedNode) },
        newText: `[${source.text.slice(list.range?.[0] ?? 0, contentEnd(list as ParsedNode))}, ${renderValue(value)}]`,
      },
    ];
  return setAt(source, root, path, [value]);
}

/** Removes an entry of the list at a path; the key goes with the last entry. */
export function removeItem(source: Source, root: Map, path: Path, index: number): TextEdit[] {
  const list = nodeAt(root as ParsedNode, path);
  const count = isSeq(list) ? list.items.length : isScalar(list) && list.value !== null ? 1 : 0;
  if (index < 0 || index >= count) return [];
  if (isSeq(list) && count > 1) return cutListEntry(source, list, index);
  return setAt(source, root, path, null);
}

/** The list entry nearest to the place, or the root, and the keys from there. */
function innermostEntry(root: Map, path: Path): [YamlNode, Path] {
  let node: YamlNode = root as ParsedNode;
  let base: YamlNode = node;
  let rest = path;
  path.forEach((key, depth) => {
    const isEntry = isSeq(node);
    node = isEntry ? listItems(node)[Number(key)] : child(node, key);
    if (!isEntry) return;
    base = node;
    rest = path.slice(depth + 1);
  });
  return [base, rest];
}
