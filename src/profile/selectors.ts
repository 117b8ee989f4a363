import { closestKeywords } from '../standard/closest';
import { attributeByKeyword, attributeByName, attributeByTag } from '../standard/dictionary';
import type { AttributeSelector, RuleSelector } from './model';

/** Why a selector could not be read; offsets count from the start of the selector's text. */
export interface SelectorError {
  readonly kind: 'unknownKeyword' | 'badTag' | 'badPath';
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Texts that could stand in place of [start, end). */
  readonly suggestions: readonly string[];
}

export type SelectorResult = { readonly selector: RuleSelector } | { readonly error: SelectorError };

const PLAIN = /^\(?\s*([0-9A-Fa-f]{4})\s*,?\s*([0-9A-Fa-f]{4})\s*\)?$/;
const WILD = /^\(?\s*([0-9A-Fa-fxX]{4})\s*,?\s*([0-9A-Fa-fxX]{4})\s*\)?$/;
const PRIVATE = /^\(\s*([0-9A-Fa-f]{4})\s*,\s*"([^"]*)"\s*,\s*(?:xx|XX)?([0-9A-Fa-f]{2})\s*\)$/;

/**
 * Reads the `tag` of a rule: `(0018,1000)`, a keyword, `(60xx,3000)`, `(0029,"CREATOR",10)`, or a path of such steps
 * joined by `/`.
 */
export function parseSelector(text: string): SelectorResult {
  const steps = splitPath(text);
  if (steps.length === 1) return parseSingle(text, 0);
  const attributes: AttributeSelector[] = [];
  for (const step of steps) {
    const result = parseSingle(step.text, step.start);
    if ('error' in result) return result;
    if (result.selector.kind !== 'attribute')
      return failure('badPath', 'A step of a path names one attribute; wildcards are not allowed in it.', step);
    attributes.push(result.selector.attribute);
  }
  return { selector: { kind: 'path', steps: attributes } };
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Splits at `/` outside quotes. */
export function splitPath(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (i === text.length || (text[i] === '/' && !quoted)) {
      pieces.push({ text: text.slice(start, i), start });
      start = i + 1;
    }
  }
  return pieces;
}

function failure(
  kind: SelectorError['kind'],
  message: string,
  piece: Piece,
  suggestions: readonly string[] = [],
): { readonly error: SelectorError } {
  return { error: { kind, message, start: piece.start, end: piece.start + piece.text.length, suggestions } };
}

function parseSingle(raw: string, offset: number): SelectorResult {
  const lead = raw.length - raw.trimStart().length;
  const piece = { text: raw.trim(), start: offset + lead };
  const text = piece.text;
  const attribute = (a: AttributeSelector): SelectorResult => ({ selector: { kind: 'attribute', attribute: a } });
  const plain = PLAIN.exec(text);
  if (plain && looksNumeric(text)) return attribute({ kind: 'tag', tag: parseInt(`${plain[1]}${plain[2]}`, 16) });
  const own = PRIVATE.exec(text);
  if (own) {
    const group = parseInt(own[1] ?? '', 16);
    if ((group & 1) === 0)
      return failure('badTag', `Group ${own[1]} is even; private attributes have odd groups.`, piece);
    const creator = (own[2] ?? '').trim();
    if (!creator) return failure('badTag', 'The private creator is empty.', piece);
    return attribute({ kind: 'private', group, creator, element: parseInt(own[3] ?? '', 16) });
  }
  const wild = looksNumeric(text) || /x/i.test(text) ? WILD.exec(text) : null;
  if (wild && (text.startsWith('(') || text.includes(','))) {
    const digits = `${wild[1]}${wild[2]}`;
    return {
      selector: {
        kind: 'wildcard',
        tag: parseInt(digits.replace(/x/gi, '0'), 16),
        mask: parseInt(
          digits.replace(/./g, c => (/x/i.test(c) ? '0' : 'f')),
          16,
        ),
      },
    };
  }
  if (text.startsWith('(') || /^[0-9]/.test(text) || text.includes(','))
    return failure('badTag', badTagMessage(text), piece, repairTag(text));
  return parseKeyword(piece);
}

/** `ABCDEFAB` could be a keyword only if it were one in the dictionary, which no keyword of hex digits is. */
function looksNumeric(text: string): boolean {
  return text.startsWith('(') || text.includes(',') || /^[0-9A-Fa-f]{8}$/.test(text);
}

function badTagMessage(text: string): string {
  if (text.includes('"'))
    return 'A private attribute is written (gggg,"CREATOR",ee): odd group, creator in double quotes, last two digits of the element.';
  return 'A tag is written (gggg,eeee), four hexadecimal digits each, x for any digit.';
}

/** The tag that was probably meant, where one digit is missing or brackets are odd. */
function repairTag(text: string): string[] {
  const parts = text.replace(/[()[\]{}\s]/g, '').split(',');
  const [group = '', element = ''] = parts;
  if (parts.length !== 2 || !/^[0-9A-Fa-f]{1,4}$/.test(group) || !/^[0-9A-Fa-f]{1,4}$/.test(element)) return [];
  const tag = parseInt(group.padStart(4, '0') + element.padStart(4, '0'), 16);
  return attributeByTag(tag) ? [formatTag(tag)] : [];
}

function parseKeyword(piece: Piece): SelectorResult {
  const found = attributeByKeyword(piece.text) ?? attributeByName(piece.text);
  if (found && found.keyword === piece.text) return { selector: selectorOf(found.tag, found.mask) };
  if (found)
    return failure('unknownKeyword', `“${piece.text}” is not a keyword; the keyword is ${found.keyword}.`, piece, [
      found.keyword,
    ]);
  const suggestions = closestKeywords(piece.text);
  const hint = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
  const message =
    piece.text === ''
      ? 'An attribute is missing here.'
      : `“${piece.text}” is not an attribute of the DICOM data dictionary (PS3.6).${hint}`;
  return failure(piece.text === '' ? 'badPath' : 'unknownKeyword', message, piece, suggestions);
}

function selectorOf(tag: number, mask: number): RuleSelector {
  return mask >>> 0 === 0xffffffff
    ? { kind: 'attribute', attribute: { kind: 'tag', tag } }
    : { kind: 'wildcard', tag, mask };
}

const hex4 = (n: number) => n.toString(16).toUpperCase().padStart(4, '0');

/** 0x00181000 -> `(0018,1000)`. */
export function formatTag(tag: number): string {
  return `(${hex4(tag >>> 16)},${hex4(tag & 0xffff)})`;
}

/** `(0018,1000)`, or `(0029,"CREATOR",10)`. */
export function formatAttribute(attribute: AttributeSelector): string {
  if (attribute.kind === 'tag') return formatTag(attribute.tag);
  const element = attribute.element.toString(16).toUpperCase().padStart(2, '0');
  return `(${hex4(attribute.group)},"${attribute.creator}",${element})`;
}

/** The keyword where there is one, else the tag: how people read it. */
export function nameAttribute(attribute: AttributeSelector): string {
  if (attribute.kind === 'private') return formatAttribute(attribute);
  return attributeByTag(attribute.tag)?.keyword || formatTag(attribute.tag);
}

/** The text of a selector in its normal form, as a rule's `tag`, `group` or `vr` holds it. */
export function formatSelector(selector: RuleSelector): string {
  switch (selector.kind) {
    case 'attribute':
      return nameAttribute(selector.attribute);
    case 'path':
      return selector.steps.map(nameAttribute).join('/');
    case 'wildcard':
      return formatWildcard(selector.tag, selector.mask);
    case 'group':
      return hex4(selector.group);
    case 'vr':
      return selector.vr;
  }
}

function formatWildcard(tag: number, mask: number): string {
  const m = (mask >>> 0).toString(16).padStart(8, '0');
  const t = (tag >>> 0).toString(16).toUpperCase().padStart(8, '0');
  const digits = [...t].map((c, i) => (m[i] === '0' ? 'x' : c)).join('');
  return `(${digits.slice(0, 4)},${digits.slice(4)})`;
}

/** The last attribute a selector names; `undefined` for wildcards, groups and VRs. */
export function selectorLeaf(selector: RuleSelector): AttributeSelector | undefined {
  if (selector.kind === 'attribute') return selector.attribute;
  return selector.kind === 'path' ? selector.steps[selector.steps.length - 1] : undefined;
}

/** The standard tag a selector ends in, if it names exactly one. */
export function selectorTag(selector: RuleSelector): number | undefined {
  const leaf = selectorLeaf(selector);
  return leaf?.kind === 'tag' ? leaf.tag : undefined;
}

/** A text that is equal for two selectors exactly if they select the same. */
export function selectorKey(selector: RuleSelector): string {
  switch (selector.kind) {
    case 'attribute':
      return formatAttribute(selector.attribute);
    case 'path':
      return selector.steps.map(formatAttribute).join('/');
    case 'group':
      return `group ${hex4(selector.group)}`;
    case 'vr':
      return `vr ${selector.vr}`;
    case 'wildcard':
      return formatSelector(selector);
  }
}
