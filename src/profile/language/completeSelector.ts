import { attributeByKeyword, type Attribute } from '../../standard/dictionary';
import { safePrivateAttributes } from '../../standard/safePrivate';
import { formatAttribute, parseSelector, selectorTag, splitPath } from '../selectors';
import { attributeLine } from './attributeText';
import { findAttributes, tagOf, tagsWithin } from './attributeNames';
import type { CompletionItem, CompletionList } from './completionItem';
import type { CursorPlace } from './cursor';

const LIMIT = 60;

/** Attributes for a rule's `tag` (paths, repeating groups and private attributes too) or for the key of a condition. */
export function selectorItems(place: CursorPlace, use: 'rule' | 'condition'): CompletionList | undefined {
  const steps = use === 'rule' ? splitPath(place.typed) : [{ text: place.typed, start: 0 }];
  const last = steps[steps.length - 1];
  if (!last) return undefined;
  const before = place.typed.slice(0, last.start);
  const parent = before === '' ? undefined : sequenceOf(steps[steps.length - 2]?.text ?? '');
  const typed = last.text;
  const within = parent === undefined ? undefined : tagsWithin(parent);
  const items: CompletionItem[] = [];
  if (use === 'rule' && /^\(?[0-9A-Fa-f]{0,4},?\s*"|^\([0-9A-Fa-f]{3}[13579bdfBDF]/.test(typed))
    items.push(...privateItems(typed, before));
  const numeric = /^\(?[0-9]/.test(typed);
  for (const attribute of findAttributes(typed, LIMIT, within)) {
    if (use === 'condition' && attribute.mask >>> 0 !== 0xffffffff) continue;
    items.push(attributeItem(attribute, numeric, before, place));
  }
  return items.length > 0 ? { range: place.range, items, incomplete: true } : undefined;
}

function sequenceOf(text: string): number | undefined {
  const result = parseSelector(text.trim());
  return 'selector' in result ? selectorTag(result.selector) : undefined;
}

function attributeItem(attribute: Attribute, numeric: boolean, before: string, place: CursorPlace): CompletionItem {
  const tag = tagOf(attribute);
  const repeating = attribute.mask >>> 0 !== 0xffffffff;
  const written =
    before + (numeric || (repeating && attributeByKeyword(attribute.keyword) === undefined) ? tag : attribute.keyword);
  const insert = scalar(written, place);
  const colon = place.kind === 'key' && place.needsColon ? `${insert}: ` : insert;
  return {
    label: numeric ? tag : attribute.keyword,
    kind: 'attribute',
    insert: colon,
    detail: numeric ? `${attribute.keyword} ${attribute.vr}` : `${tag} ${attribute.vr}`,
    documentation: attributeLine(attribute),
    ...(colon === insert ? {} : { more: true }),
  };
}

/** Private attributes that Table E.3.10-1 knows to be safe, by group, creator or element. */
function privateItems(typed: string, before: string): CompletionItem[] {
  const [, group = '', rest = ''] = /^\(?([0-9A-Fa-f]{0,4}),?\s*"?([^"]*)/.exec(typed) ?? [];
  const wanted = rest.toLowerCase();
  return safePrivateAttributes()
    .filter(
      a =>
        a.group.toString(16).padStart(4, '0').startsWith(group.toLowerCase()) &&
        a.creator.toLowerCase().includes(wanted),
    )
    .slice(0, LIMIT)
    .map(a => {
      const text = formatAttribute({ kind: 'private', group: a.group, creator: a.creator, element: a.element });
      return {
        label: text,
        kind: 'attribute',
        insert: `'${(before + text).replaceAll("'", "''")}'`,
        detail: `${a.meaning} ${a.vr}`.trim(),
        documentation: 'Safe private attribute (PS3.15 Table E.3.10-1).',
      };
    });
}

/** A selector as YAML text: in the quotes that are there, or in new ones where brackets or commas need them. */
function scalar(text: string, place: CursorPlace): string {
  if (place.quote !== '') return `${place.quote}${text}${place.quote}`;
  return /[(),"]/.test(text) ? JSON.stringify(text) : text;
}
