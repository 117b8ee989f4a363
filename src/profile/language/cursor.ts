import {
  isCollection,
  isMap,
  isPair,
  isSeq,
  parseDocument,
  visit,
  type Node,
  type Pair,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import type { SourceRange } from '../model';
import { PROFILE_SHAPE, type Shape } from '../shape';
import { mapEntries, scalarText, type YamlNode } from '../yamlNodes';
import { regionAround, type Region } from './region';

/** What stands at the cursor, as far as that can be told while the text is being written. */
export interface CursorPlace {
  /** `key`: a key of a mapping is written; `value`: a value, or an entry of a list. */
  readonly kind: 'key' | 'value';
  /** Keys from the root; for a value the last one is its own key. Entries of lists are `[]`. */
  readonly path: readonly string[];
  /** Text of the scalar before the cursor, without an opening quote. */
  readonly typed: string;
  /** The whole scalar in the text, quotes included; empty at the cursor if there is none. */
  readonly range: SourceRange;
  readonly quote: '' | '"' | "'";
  /** Scalars of the mapping around the cursor, by key. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Other scalars of the list around the cursor. */
  readonly entries: readonly string[];
  /** True inside `{ }` or `[ ]`. */
  readonly flow: boolean;
  /** True if a key is not yet followed by its colon. */
  readonly needsColon: boolean;
}

/** Stands for the cursor in the text that is parsed. */
const MARK = 'zCURSORz';

/** What the cursor is in; `undefined` inside comments and where nothing can be completed. */
export function cursorPlace(text: string, offset: number): CursorPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/^\s*#/.test(before) || /\s#[^"']*$/.test(before)) return undefined;
  if (/^[\w-]*$/.test(before) && !/^ *- /m.test(text.slice(lineStart, lineStart + 4)))
    return rootKey(text, offset, before);
  const region = regionAround(text, offset);
  if (!region) return undefined;
  return placeIn(region);
}

function rootKey(text: string, offset: number, typed: string): CursorPlace {
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const siblings = new Map<string, string>();
  for (const match of text.matchAll(/^([\w-]+)\s*:[ \t]*(.*)$/gm))
    if (match.index !== offset - typed.length) siblings.set(match[1] ?? '', match[2] ?? '');
  return {
    kind: 'key',
    path: [],
    typed,
    range: { start: offset - typed.length, end: offset + rest.length },
    quote: '',
    siblings,
    entries: [],
    flow: false,
    needsColon: !/^\s*:/.test(text.slice(offset + rest.length)),
  };
}

/** An unquoted tag whose comma YAML would take for the end of an entry. */
const BARE_TAG = /[:\s[/]\([0-9A-Fa-fxX]{4},[0-9A-Fa-fxX]*$/;

function placeIn(region: Region): CursorPlace | undefined {
  const bare = BARE_TAG.exec(region.text.slice(0, region.cursor));
  if (!bare) return placeOf(region);
  const comma = region.text.indexOf(',', bare.index);
  const place = placeOf({ ...region, text: `${region.text.slice(0, comma)};${region.text.slice(comma + 1)}` });
  return place && { ...place, typed: place.typed.replace(';', ',') };
}

function placeOf(region: Region): CursorPlace | undefined {
  const { text, cursor } = region;
  const newline = text.indexOf('\n', cursor);
  const rest = text.slice(cursor, newline < 0 ? text.length : newline);
  const line = text.slice(text.lastIndexOf('\n', cursor - 1) + 1, cursor);
  const open = openAt(text, cursor);
  if (open.closers === '' && open.quote === '' && /^\s*(?:- +)*[\w-]*$/.test(line) && rest.trim() === '') {
    const asKey = find(region, `${text.slice(0, cursor)}${MARK}: ${text.slice(cursor)}`);
    if (asKey && shapeAt(asKey.path)?.kind === 'map') return asKey;
  }
  const count = (pattern: RegExp) => rest.match(pattern)?.length ?? 0;
  const unclosed = open.closers.length > count(/[}\]]/g) - count(/[{[]/g);
  if (open.quote !== '' && !rest.includes(open.quote))
    return find(region, `${text.slice(0, cursor)}${MARK}${open.quote}${open.closers}\n`, true);
  if (unclosed) return find(region, `${text.slice(0, cursor)}${MARK}${rest}${open.closers}\n`);
  return find(region, text.slice(0, cursor) + MARK + text.slice(cursor));
}

/** What is open at the cursor: brackets that wait for their end, and a quote. */
function openAt(text: string, cursor: number): { readonly closers: string; readonly quote: string } {
  const closers: string[] = [];
  let quote = '';
  for (let i = 0; i < cursor; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if (c === '#' && /\s/.test(text[i - 1] ?? ' ')) {
      const end = text.indexOf('\n', i);
      i = end < 0 ? cursor : end;
    } else if ((c === '"' || c === "'") && /[\s,:[{]/.test(text[i - 1] ?? ' ')) quote = c;
    else if (c === '{') closers.unshift('}');
    else if (c === '[') closers.unshift(']');
    else if (c === '}' || c === ']') closers.shift();
  }
  return { closers: closers.join(''), quote };
}

/** @param endsHere true if the scalar was closed at the cursor by us. */
function find(region: Region, parsed: string, endsHere = false): CursorPlace | undefined {
  const { text, cursor, shift } = region;
  const document = parseDocument(parsed, { prettyErrors: false, version: '1.2' });
  let place: CursorPlace | undefined;
  visit(document, {
    Scalar(key, node, ancestors) {
      const range = node.range;
      if (!range || cursor < range[0] || cursor > range[1]) return undefined;
      if (!String(node.source ?? node.value).includes(MARK)) return undefined;
      const end = endsHere ? cursor : Math.max(cursor, range[1] - MARK.length);
      const colon = /^[\w-]*["']?\s*:/.test(text.slice(cursor));
      place = describe(key, node, ancestors as readonly (Node | Pair)[], {
        start: range[0] + shift,
        end: end + shift,
        colon,
      });
      return visit.BREAK;
    },
  });
  return place;
}

function describe(
  key: unknown,
  node: Scalar,
  ancestors: readonly (Node | Pair)[],
  at: SourceRange & { readonly colon: boolean },
): CursorPlace {
  const path: string[] = [];
  let flow = false;
  let map: Node | undefined;
  ancestors.forEach((each, i) => {
    if (isPair(each)) {
      const own = key === 'key' && i === ancestors.length - 1;
      if (!own) path.push(scalarText(each.key as YamlNode) ?? '');
    } else if (isSeq(each)) path.push('[]');
    else if (isMap(each)) map = each;
    if (isCollection(each) && each.flow === true) flow = true;
  });
  const siblings = new Map<string, string>();
  for (const entry of mapEntries(map as ParsedNode | undefined)) {
    const value = scalarText(entry.value) ?? '';
    if (!entry.key.includes(MARK) && !value.includes(MARK)) siblings.set(entry.key, value);
  }
  const list = ancestors[ancestors.length - 1];
  const entries = isSeq(list) ? list.items.flatMap(each => scalarText(each as YamlNode) ?? []) : [];
  const content = String(node.value ?? '');
  return {
    kind: key === 'key' ? 'key' : 'value',
    path,
    typed: content.slice(0, Math.max(0, content.indexOf(MARK))),
    range: { start: at.start, end: at.end },
    quote: node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '',
    siblings,
    entries,
    flow,
    needsColon: key === 'key' && !at.colon,
  };
}

/** What the language allows at a path; of several kinds the one that has keys or entries, if the path goes on there. */
export function shapeAt(path: readonly string[], shape: Shape = PROFILE_SHAPE): Shape | undefined {
  const [step, ...rest] = path;
  if (shape.kind === 'any') {
    if (step === undefined) return shape;
    for (const each of shape.of) {
      const found = shapeAt(path, each);
      if (found) return found;
    }
    return undefined;
  }
  if (step === undefined) return shape;
  if (step === '[]') return shape.kind === 'list' ? shapeAt(rest, shape.of) : undefined;
  if (shape.kind !== 'map') return undefined;
  const next = Object.hasOwn(shape.keys, step) ? shape.keys[step]?.shape : shape.others;
  return next && shapeAt(rest, next);
}
