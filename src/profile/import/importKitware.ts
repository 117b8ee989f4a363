import { attributeByTag, EDITION } from '../../standard/dictionary';
import type { RuleFields } from '../edit';
import { patternError } from '../readRule';
import { formatSelector, formatTag } from '../selectors';
import { emptyDraft, type Draft } from './importResult';

/** Actions of Kitware's dicom-anonymizer by name without case and underscores, as codes of Table E.1-1a. */
const ACTIONS: Readonly<Record<string, string>> = {
  replace: 'D',
  replaceelement: 'D',
  replaceelementdate: 'D',
  replaceelementdatetime: 'D',
  empty: 'Z',
  emptyelement: 'Z',
  delete: 'X',
  deleteelement: 'X',
  keep: 'K',
  clean: 'C',
  replaceuid: 'U',
  replaceelementuid: 'U',
  emptyorreplace: 'Z/D',
  deleteorempty: 'X/Z',
  deleteorreplace: 'X/D',
  deleteoremptyorreplace: 'X/Z/D',
  deleteoremplyorreplace: 'X/Z/D',
  deleteoremptyorreplaceuid: 'X/Z/U*',
};

const HEX = '0[xX]([0-9A-Fa-f]{1,4})';
const TUPLE = `\\(\\s*${HEX}\\s*,\\s*${HEX}(?:\\s*,\\s*${HEX}\\s*,\\s*${HEX})?\\s*\\)`;
const ENTRY = new RegExp(
  `["']?${TUPLE}["']?\\s*\\]?\\s*[:=]\\s*(?:["']?([A-Za-z_]\\w*)["']?(?!\\s*\\()|(\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\})|(regexp|lambda)\\b[^\\n]*)`,
  'g',
);
const LISTED = /generate_?[aA]ctions\(\s*\[([^\]]*)\]\s*,\s*["']?(\w+)["']?/g;

/**
 * A profile from a dictionary of Kitware's dicom-anonymizer (JSON, or a dictionary in Python). Its own table is that of the Basic
 * Profile, so the profile starts from there.
 */
export function importKitware(text: string): Draft {
  const draft = emptyDraft("a dictionary of Kitware's dicom-anonymizer");
  draft.name = 'Kitware dictionary';
  draft.extends = 'builtin:ps3.15';
  draft.settings.push(['standard', EDITION]);
  // Comments of Python become blanks, so that offsets stay.
  const plain = text.replace(/^[ \t]*#.*$/gm, comment => ' '.repeat(comment.length));
  for (const match of plain.matchAll(ENTRY)) {
    const [whole, group = '', element = '', groupMask, elementMask, name, object, call] = match;
    const range = { start: match.index, end: match.index + whole.length };
    addRule(tupleSelector([group, element, groupMask, elementMask]), name, object ?? call ?? '', range);
  }
  for (const match of plain.matchAll(LISTED)) {
    const range = { start: match.index, end: match.index + match[0].length };
    for (const tuple of (match[1] ?? '').matchAll(new RegExp(TUPLE, 'g')))
      addRule(tupleSelector(tuple.slice(1)), match[2], '', range);
  }
  return draft;

  function addRule(tag: string, name: string | undefined, rest: string, range: { start: number; end: number }): void {
    const note = (kind: 'lost' | 'changed', message: string) =>
      draft.notes.push({ kind, subject: tag, message, range });
    const code = name === undefined ? undefined : ACTIONS[name.toLowerCase().replaceAll('_', '')];
    let fields: RuleFields;
    if (code !== undefined) fields = { action: code };
    else if (name === undefined && /regexp/.test(rest)) fields = pattern(rest, note);
    else {
      const inner = /["']action["']\s*:\s*["'](\w+)["']/.exec(rest)?.[1];
      const known = inner === undefined ? undefined : ACTIONS[inner.toLowerCase().replaceAll('_', '')];
      if (known === undefined)
        note('lost', `${name ?? inner ?? 'a function'} is Python of its author; the stricter basic action is used.`);
      fields = { action: known ?? 'X/Z/D' };
    }
    draft.rules.push({ fields: { tag, ...fields }, range });
  }
}

function pattern(rest: string, note: (kind: 'lost' | 'changed', message: string) => void): RuleFields {
  const text = (key: string) => {
    const found = new RegExp(`["']${key}["']\\s*:\\s*r?(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)')`).exec(rest);
    return (found?.[1] ?? found?.[2])?.replaceAll('\\\\', '\\');
  };
  const match = text('find');
  if (match === undefined || patternError(match) !== undefined) {
    note('lost', 'has a regular expression that cannot be read or does not run in linear time; it is cleaned.');
    return { action: 'clean' };
  }
  // References to groups are `\1` in Python and `$1` here.
  return { action: 'pattern', match, with: (text('replace') ?? '').replaceAll('$', '\\$').replace(/\\(\d)/g, '$$$1') };
}

/** `(0x0010, 0x0010)`; with two masks a repeating group: a bit that is set must agree. */
function tupleSelector([group = '', element = '', groupMask, elementMask]: readonly (string | undefined)[]): string {
  const digits = (text: string) => text.padStart(4, '0');
  const tag = parseInt(digits(group) + digits(element), 16);
  if (groupMask === undefined || elementMask === undefined) return attributeByTag(tag)?.keyword || formatTag(tag);
  const mask = parseInt(digits(groupMask) + digits(elementMask), 16);
  return formatSelector({ kind: 'wildcard', tag: (tag & mask) >>> 0, mask });
}
