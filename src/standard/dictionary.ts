import { packed } from './tables/dictionary';
import { lazy, lineStarting, unpackText } from './unpack';

export { edition as EDITION } from './tables/edition';

/** One row of the data dictionary (PS3.6 6, 7, 8). */
export interface Attribute {
  /** The tag; for a repeating group the first of its tags, for example 0x60003000. */
  readonly tag: number;
  /** Bits of the tag that must agree: 0xffffffff, or fewer for repeating groups (`(60xx,3000)`). */
  readonly mask: number;
  readonly keyword: string;
  readonly name: string;
  /** As printed in PS3.6, for example `US or SS`; empty for the item delimiters. */
  readonly vr: string;
  readonly vm: string;
  readonly retired: boolean;
}

/** Lines by tag: eight capital hexadecimal digits, `x` for those of a repeating group that vary. */
const text = lazy(() => unpackText(packed));

/** Rows that were asked for, and tags that have none. */
const rows = new Map<number, Attribute | undefined>();

/** Rows with `x` in the tag. */
const patterns = lazy((): readonly Attribute[] => (text().match(/^[0-9A-F]{0,7}x.*$/gm) ?? []).map(parseRow));

const all = lazy((): readonly Attribute[] => {
  const exact = text()
    .split('\n')
    .filter(line => !line.slice(0, 8).includes('x'))
    .map(line => {
      const tag = parseInt(line.slice(0, 8), 16);
      const row = rows.get(tag) ?? parseRow(line);
      rows.set(tag, row);
      return row;
    });
  return [...exact, ...patterns()];
});

const keywords = lazy(() => new Map(all().map(a => [a.keyword.toLowerCase(), a])));
const names = lazy(() => new Map(all().map(a => [a.name.toLowerCase(), a])));

/** Tags remembered; the dictionary has about 5,000. */
const LIMIT = 20_000;

/** PS3.6 makes the keyword from the name: words joined, each with a capital first letter. */
function keywordOfName(name: string): string {
  return name
    .replace(/['\u2019]s\b/g, 's')
    .replace(/[^A-Za-z0-9 \-/&()]/g, '')
    .split(/[ \-/&()]+/)
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

function parseRow(line: string): Attribute {
  const [digits = '', vr = '', vm = '', name = '', flag = '', keyword = ''] = line.split('\t');
  const mask = digits.replace(/./g, c => (c === 'x' ? '0' : 'f'));
  return {
    tag: parseInt(digits.replaceAll('x', '0'), 16),
    mask: parseInt(mask, 16),
    keyword: keyword || keywordOfName(name),
    name,
    vr,
    vm,
    retired: flag === 'R',
  };
}

function rowOf(tag: number): Attribute | undefined {
  if (rows.has(tag)) return rows.get(tag);
  const line = lineStarting(text(), tag.toString(16).toUpperCase().padStart(8, '0'));
  const row = line === undefined ? undefined : parseRow(line);
  // Garbage read as tags must not grow the cache without bound.
  if (rows.size < LIMIT) rows.set(tag, row);
  return row;
}

/** The pattern row that covers `tag`; repeating groups 50xx and 60xx are even groups up to 501E and 601E only (PS3.5 7.6). */
function patternOf(tag: number): Attribute | undefined {
  const group = tag >>> 16;
  if (group & 1) return undefined;
  const repeating = (group & 0xff00) === 0x5000 || (group & 0xff00) === 0x6000;
  if (repeating ? (group & 0xff) > 0x1e : group !== 0x0020 && group !== 0x0028 && group !== 0x1000 && group !== 0x1010)
    return undefined;
  return patterns().find(p => (tag & p.mask) >>> 0 === p.tag);
}

/** Row of the dictionary for a tag; `undefined` for private attributes, private creators, group lengths and unknown tags. */
export function attributeByTag(tag: number): Attribute | undefined {
  return rowOf(tag >>> 0) ?? patternOf(tag >>> 0);
}

/** Row of the dictionary for a keyword, whatever its case. */
export function attributeByKeyword(keyword: string): Attribute | undefined {
  const key = keyword.toLowerCase();
  return key ? keywords().get(key) : undefined;
}

/** Row of the dictionary for an attribute name as printed in PS3.6, whatever its case. */
export function attributeByName(name: string): Attribute | undefined {
  return names().get(name.trim().toLowerCase());
}

/** Every row of the dictionary, repeating groups last. */
export function allAttributes(): readonly Attribute[] {
  return all();
}

const CHOICE: Readonly<Record<string, string>> = {
  'US or SS': 'US',
  'OB or OW': 'OW',
  'US or OW': 'OW',
  'US or SS or OW': 'OW',
};
const vrs = new Map<number, number>();

/**
 * VR of a tag as two ASCII characters in 16 bits (0x504E for PN), 0 if unknown. Where PS3.6 leaves a choice: US for
 * `US or SS`, OW for the others. Private creators are LO and group lengths UL (PS3.5 7.2, 7.8.1).
 */
export function dictionaryVr(tag: number): number {
  const known = vrs.get(tag);
  if (known !== undefined) return known;
  const code = findVr(tag >>> 0);
  if (vrs.size < LIMIT) vrs.set(tag, code);
  return code;
}

function findVr(tag: number): number {
  const group = tag >>> 16;
  const element = tag & 0xffff;
  const vr = attributeByTag(tag)?.vr;
  const text = vr
    ? (CHOICE[vr] ?? vr)
    : element === 0
      ? 'UL'
      : group & 1 && element >= 0x10 && element <= 0xff
        ? 'LO'
        : '';
  return text ? (text.charCodeAt(0) << 8) | text.charCodeAt(1) : 0;
}
