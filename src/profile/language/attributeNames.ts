import { confidentialityRow } from '../../standard/confidentiality';
import { allAttributes, type Attribute } from '../../standard/dictionary';
import { attributesOf, includesOf } from '../../standard/modules';
import { attributeByTag } from '../../standard/dictionary';
import { lazy } from '../../standard/unpack';
import { formatTag, formatSelector } from '../selectors';

interface Entry {
  readonly attribute: Attribute;
  readonly keyword: string;
  readonly name: string;
  readonly digits: string;
  /** Capital letters of the keyword, in lower case: `sd` finds StudyDate. */
  readonly initials: string;
  readonly listed: boolean;
}

const entries = lazy((): readonly Entry[] =>
  allAttributes()
    .filter(a => a.keyword !== '')
    .map(attribute => ({
      attribute,
      keyword: attribute.keyword.toLowerCase(),
      name: attribute.name.toLowerCase(),
      digits: tagOf(attribute).toLowerCase().replace(/[(),]/g, ''),
      initials: attribute.keyword.replace(/[^A-Z0-9]/g, '').toLowerCase(),
      listed: confidentialityRow(attribute.tag) !== undefined,
    })),
);

/** `(0018,1000)`, or `(60xx,3000)` for a repeating group. */
export function tagOf(attribute: Attribute): string {
  return attribute.mask >>> 0 === 0xffffffff
    ? formatTag(attribute.tag)
    : formatSelector({ kind: 'wildcard', tag: attribute.tag, mask: attribute.mask });
}

/**
 * Attributes that fit what was typed, by keyword, number, name or initials, the likeliest first. Nothing typed: those of
 * Table E.1-1.
 * @param within tags of the sequence whose items are meant; all attributes without it.
 */
export function findAttributes(typed: string, limit: number, within?: ReadonlySet<number>): Attribute[] {
  const text = typed.trim().toLowerCase();
  const digits = text.replace(/[(),\s"x]/g, '');
  const numeric = /^[(\d]/.test(text) && /^[0-9a-f]*$/.test(digits);
  const words = text.split(/\s+/).filter(w => w !== '');
  const found: { readonly attribute: Attribute; readonly score: number }[] = [];
  for (const entry of entries()) {
    if (within && !within.has(entry.attribute.tag)) continue;
    const score =
      text === ''
        ? entry.listed || within
          ? 0
          : -1
        : numeric
          ? entry.digits.startsWith(digits)
            ? 10
            : -1
          : scoreOf(entry, text, words);
    if (score < 0) continue;
    const bonus =
      (entry.listed ? 0.5 : 0) - (entry.attribute.retired ? 2 : 0) - (numeric ? 0 : entry.keyword.length / 1000);
    found.push({ attribute: entry.attribute, score: score + bonus });
  }
  return found
    .sort((a, b) => b.score - a.score || a.attribute.tag - b.attribute.tag)
    .slice(0, limit)
    .map(f => f.attribute);
}

function scoreOf(entry: Entry, text: string, words: readonly string[]): number {
  if (entry.keyword === text) return 20;
  if (entry.keyword.startsWith(text)) return 10;
  if (text.length > 1 && entry.initials.startsWith(text)) return 7;
  if (text.length > 2 && entry.keyword.includes(text)) return 6;
  if (words.every(w => entry.name.includes(w)) && text.length > 2) return 5;
  return text.length > 3 && isSubsequence(text, entry.keyword) ? 1 : -1;
}

function isSubsequence(text: string, whole: string): boolean {
  let at = 0;
  for (const c of text) {
    at = whole.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Tags that PS3.3 puts into the items of a sequence; `undefined` if no module has the sequence. */
export function tagsWithin(sequence: number): ReadonlySet<number> | undefined {
  const tags = includesOf(sequence).flatMap(node => attributesOf(node).map(n => n.tag >>> 0));
  return tags.length > 0 ? new Set(tags.filter(tag => attributeByTag(tag))) : undefined;
}
