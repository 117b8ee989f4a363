import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from './diagnostic';
import { renderScalar, renderValue, type SettingValue } from './scalarText';
import { scalarText, type YamlNode } from './yamlNodes';

type Map = YAMLMap<ParsedNode, ParsedNode | null>;
type Seq = YAMLSeq<unknown>;

/** Text of the file and how its lines end. */
export interface Source {
  readonly text: string;
  readonly newline: string;
}

const insert = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });

/** Offset past the last character of a node's own content; trailing comments and blank lines are not part of it. */
export function contentEnd(node: YamlNode): number {
  if (!node?.range) return 0;
  if (isMap(node) && !node.flow) {
    const last = (node as Map).items[node.items.length - 1];
    return last ? Math.max(contentEnd(last.key), contentEnd(last.value)) : node.range[1];
  }
  if (isSeq(node) && !node.flow) {
    const last = (node as Seq).items[node.items.length - 1];
    return last ? contentEnd(last as YamlNode) : node.range[1];
  }
  return node.range[1];
}

/** Start of the line that holds `offset`. */
function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset past the end of the line that holds `offset`, its line end included. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Text that starts a new line at the end of the line holding `offset`. */
function afterLine(source: Source, offset: number, line: string): TextEdit {
  const end = lineEnd(source.text, offset);
  const complete = end === 0 || source.text[end - 1] === '\n';
  return complete ? insert(end, line + source.newline) : insert(end, source.newline + line);
}

function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return ' '.repeat(offset - start);
}

function pairOf(map: Map, key: string): Pair<ParsedNode, ParsedNode | null> | undefined {
  return map.items.find(p => scalarText(p.key) === key);
}

/** Sets the value at `path` below `map`, adding what is missing on the way; no edit if it is there already. */
export function setInMap(source: Source, map: Map, path: readonly string[], value: SettingValue): TextEdit[] {
  const [key = '', ...rest] = path;
  const pair = pairOf(map, key);
  if (!pair) return [addPair(source, map, path, value)];
  const node = pair.value;
  const empty =
    !node || (isScalar(node) && node.value === null && scalarText(node) === undefined && isEmptyRange(node));
  if (rest.length > 0) {
    if (isMap(node) && node.items.length > 0) return setInMap(source, node as Map, rest, value);
    if (isMap(node)) return [replace(node, renderValue(nest(rest, value)))];
    return empty ? [afterColon(source, pair, nest(rest, value))] : [replace(node, renderValue(nest(rest, value)))];
  }
  if (empty) return [afterColon(source, pair, value)];
  const wanted = renderValue(value);
  if (typeof value !== 'object' && scalarText(node) === String(value)) return [];
  const start = node?.range?.[0] ?? 0;
  const end = contentEnd(node);
  if (source.text.slice(start, end) === wanted) return [];
  return [{ range: { start, end }, newText: wanted }];
}

function isEmptyRange(node: ParsedNode): boolean {
  return node.range[0] === node.range[1];
}

function replace(node: YamlNode, newText: string): TextEdit {
  return { range: { start: node?.range?.[0] ?? 0, end: contentEnd(node) }, newText };
}

function nest(path: readonly string[], value: SettingValue): SettingValue {
  return path.reduceRight<SettingValue>((inner, key) => ({ [key]: inner }), value);
}

/** Puts a value behind the colon of a key that has none. */
function afterColon(source: Source, pair: Pair<ParsedNode, ParsedNode | null>, value: SettingValue): TextEdit {
  const colon = source.text.indexOf(':', pair.key.range[1]);
  return insert(colon + 1, ` ${renderValue(value)}`);
}

function addPair(source: Source, map: Map, path: readonly string[], value: SettingValue): TextEdit {
  const [key = '', ...rest] = path;
  const last = map.items[map.items.length - 1];
  const line = `${renderScalar(key)}: ${renderValue(nest(rest, value))}`;
  if (!last) return insert((map.range?.[0] ?? 0) + 1, ` ${line} `);
  const end = Math.max(contentEnd(last.key), contentEnd(last.value));
  if (map.flow) return insert(end, `, ${line}`);
  return afterLine(source, end, indentOf(source.text, map.items[0]?.key.range[0] ?? 0) + line);
}

/** Removes the pair at `path`; a mapping that would be left empty goes with it. */
export function removeFromMap(source: Source, map: Map, path: readonly string[]): TextEdit[] {
  const [key = '', ...rest] = path;
  const pair = pairOf(map, key);
  if (!pair) return [];
  if (rest.length > 0) {
    if (!isMap(pair.value)) return [];
    const inner = pair.value as Map;
    const only = inner.items.length === 1 && rest.length === 1 && pairOf(inner, rest[0] ?? '') !== undefined;
    if (!only) return removeFromMap(source, inner, rest);
  }
  const start = pair.key.range[0];
  const end = Math.max(pair.key.range[1], contentEnd(pair.value));
  const index = map.items.indexOf(pair);
  if (map.flow) return [cutFlow(source, start, end, index > 0)];
  // In `- tag: X` the first key shares its line with the dash: the next key moves up to it.
  const shared = source.text.slice(lineStart(source.text, start), start).trim() !== '';
  const next = map.items[index + 1];
  if (shared && next) return [{ range: { start, end: next.key.range[0] }, newText: '' }];
  return [cutLines(source, start, end)];
}

/** A pair or an entry of a flow collection, with one comma. */
function cutFlow(source: Source, start: number, end: number, hasBefore: boolean): TextEdit {
  const { text } = source;
  if (hasBefore) {
    const comma = text.lastIndexOf(',', start - 1);
    return { range: { start: comma, end }, newText: '' };
  }
  const after = /^\s*,[ \t]*/.exec(text.slice(end));
  return { range: { start, end: end + (after?.[0].length ?? 0) }, newText: '' };
}

function cutLines(source: Source, start: number, end: number): TextEdit {
  return { range: { start: lineStart(source.text, start), end: lineEnd(source.text, end) }, newText: '' };
}

/** Appends an entry, given as one line of YAML, to the list at `key` of the root; the list is made if it is not there. */
export function appendToList(source: Source, root: Map, key: string, entry: string): TextEdit[] {
  const pair = pairOf(root, key);
  const list = pair?.value;
  if (!pair || !isSeq(list) || list.items.length === 0) {
    const block = `${source.newline}  - ${entry}`;
    if (pair && isSeq(list)) return [replace(list, list.flow ? `[${entry}]` : entry)];
    if (pair) {
      const colon = source.text.indexOf(':', pair.key.range[1]);
      return [insert(colon + 1, block)];
    }
    const last = root.items[root.items.length - 1];
    const end = last ? Math.max(contentEnd(last.key), contentEnd(last.value)) : source.text.length;
    return [afterLine(source, end, `${key}:${block}`)];
  }
  return extendList(source, list, entry);
}

/** Appends an entry, given as one line of YAML, to a list that has entries. */
export function extendList(source: Source, list: Seq, entry: string): TextEdit[] {
  const last = list.items[list.items.length - 1] as ParsedNode;
  if (list.flow) return [insert(contentEnd(last), `, ${entry}`)];
  const dash = dashOf(source, last);
  return [afterLine(source, contentEnd(last), `${indentOf(source.text, dash)}- ${entry}`)];
}

function dashOf(source: Source, item: ParsedNode): number {
  return source.text.lastIndexOf('-', item.range[0] - 1);
}

/** Removes entry `index` of the list at `key`; the key goes with the last entry. */
export function removeFromList(source: Source, root: Map, key: string, index: number): TextEdit[] {
  const pair = pairOf(root, key);
  const list = pair?.value;
  if (!pair || !isSeq(list)) return [];
  const item = list.items[index] as ParsedNode | undefined;
  if (!item) return [];
  if (list.items.length === 1) return [cutLines(source, pair.key.range[0], contentEnd(list))];
  return cutListEntry(source, list, index);
}

/** Removes one of several entries of a list. */
export function cutListEntry(source: Source, list: Seq, index: number): TextEdit[] {
  const item = list.items[index] as ParsedNode;
  if (list.flow) return [cutFlow(source, item.range[0], contentEnd(item), index > 0)];
  return [cutLines(source, dashOf(source, item), contentEnd(item))];
}
