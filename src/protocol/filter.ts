/**
 * The filter language of the header viewer: terms separated by spaces, all of which must hold.
 *
 * - a word or `"a phrase"`: found in tag, keyword, name or value, whatever its case
 * - `field:text` with the fields of `FILTER_FIELDS`; `a,b` after the colon means a or b
 * - `length:>100`, `vm:>1`: comparisons with `>`, `<`, `>=`, `<=` or a plain number
 * - a minus in front turns a term around
 */
export const FILTER_FIELDS = [
  'tag',
  'group',
  'keyword',
  'name',
  'vr',
  'vm',
  'length',
  'value',
  'path',
  'private',
  'empty',
  'problem',
  'status',
  'action',
  'reason',
  'freetext',
  'change',
] as const;

export type FilterField = (typeof FILTER_FIELDS)[number];

export type FilterTerm =
  | { readonly kind: 'text'; readonly text: string; readonly negated: boolean }
  | {
      readonly kind: 'field';
      readonly field: FilterField;
      readonly anyOf: readonly string[];
      readonly negated: boolean;
    };

export interface Filter {
  readonly terms: readonly FilterTerm[];
  /** What could not be understood, one sentence each; such terms are left out. */
  readonly problems: readonly string[];
}

/** What a term can ask about a row. Costly parts are functions, called only if a term needs them. */
export interface FilterSubject {
  /** `ggggeeee` in lower case, or `item`. */
  readonly tag: string;
  readonly keyword: string;
  readonly name: string;
  readonly vr: string;
  readonly length: number;
  readonly isPrivate: boolean;
  readonly hasProblem: boolean;
  vm(): number;
  value(): string;
  path(): string;
  effect(): FilterEffect | undefined;
  /** How it compares with the other file; undefined if no files are compared. */
  change(): string | undefined;
}

export interface FilterEffect {
  readonly outcome: string;
  readonly action: string;
  readonly reason: string;
  readonly freeText: boolean;
}

const NUMBERS: ReadonlySet<string> = new Set(['vm', 'length']);
const FLAGS: ReadonlySet<string> = new Set(['private', 'empty', 'problem', 'freetext']);

/** Reads a filter; never throws. */
export function parseFilter(text: string): Filter {
  const terms: FilterTerm[] = [];
  const problems: string[] = [];
  for (const raw of split(text)) {
    const negated = raw.startsWith('-') && raw.length > 1;
    const body = negated ? raw.slice(1) : raw;
    const colon = fieldEnd(body);
    if (colon < 0) {
      const plain = unquote(body);
      if (plain) terms.push(tagTerm(plain, negated) ?? { kind: 'text', text: plain.toLowerCase(), negated });
      continue;
    }
    const field = body.slice(0, colon).toLowerCase();
    const anyOf = alternatives(body.slice(colon + 1));
    const problem = check(field, anyOf);
    if (problem) problems.push(problem);
    else if (isField(field)) terms.push({ kind: 'field', field, anyOf: anyOf.map(a => normal(field, a)), negated });
  }
  return { terms, problems };
}

/** Fields whose terms say how elements are built or treated; all others can quote a value. */
const WITHOUT_VALUES: ReadonlySet<string> = new Set([
  'tag',
  'group',
  'vr',
  'vm',
  'length',
  'private',
  'empty',
  'problem',
  'status',
  'action',
  'freetext',
  'change',
]);

/** The terms of a filter that cannot hold a value of a file: what may be kept over a reload. */
export function storableFilter(text: string): string {
  return split(text)
    .filter(raw => parseFilter(raw).terms.every(term => term.kind === 'field' && WITHOUT_VALUES.has(term.field)))
    .filter(raw => parseFilter(raw).problems.length === 0)
    .join(' ');
}

/** True if a row passes every term. */
export function matches(filter: Filter, subject: FilterSubject): boolean {
  return filter.terms.every(term => holds(term, subject) !== term.negated);
}

/** Whether any term asks what a profile does, which needs the engine. */
export function asksForEffect(filter: Filter): boolean {
  return filter.terms.some(t => t.kind === 'field' && ['status', 'action', 'reason', 'freetext'].includes(t.field));
}

/** Splits at spaces outside quotation marks. */
function split(text: string): string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function fieldEnd(term: string): number {
  const found = /^[a-zA-Z]+:/.exec(term);
  return found ? found[0].length - 1 : -1;
}

function unquote(text: string): string {
  return text.replaceAll('"', '');
}

function alternatives(text: string): string[] {
  const parts = text.match(/(?:\([^)]*\)?|"[^"]*"?|[^,"])+/g) ?? [];
  return parts.map(unquote).filter(part => part !== '');
}

/** A bare `(0010,0010)` or `0010,0010` means the tag. */
function tagTerm(text: string, negated: boolean): FilterTerm | undefined {
  return /^\(?[0-9a-fA-F]{4},[0-9a-fA-F]{4}\)?$/.test(text)
    ? { kind: 'field', field: 'tag', anyOf: [normal('tag', text)], negated }
    : undefined;
}

function isField(name: string): name is FilterField {
  return (FILTER_FIELDS as readonly string[]).includes(name);
}

function check(field: string, anyOf: readonly string[]): string | undefined {
  if (!isField(field)) return `'${field}' is not a field; fields are ${FILTER_FIELDS.join(', ')}.`;
  if (anyOf.length === 0) return `'${field}:' needs something after the colon.`;
  if (NUMBERS.has(field) && anyOf.some(a => !/^(>=|<=|>|<|=)?\d+$/.test(a)))
    return `'${field}:' takes a number or a comparison such as ${field}:>100.`;
  if (FLAGS.has(field) && anyOf.some(a => !/^(true|false|yes|no)$/i.test(a))) return `'${field}:' takes true or false.`;
  if (field === 'group' && anyOf.some(a => !/^[0-9a-fA-Fx]{4}$/i.test(a)))
    return `'group:' takes four hexadecimal digits such as group:0010.`;
  return undefined;
}

function normal(field: FilterField, text: string): string {
  const lower = text.toLowerCase();
  return field === 'tag' ? lower.replace(/[(),\s]/g, '') : lower;
}

function holds(term: FilterTerm, subject: FilterSubject): boolean {
  if (term.kind === 'text') return holdsText(term.text, subject);
  return term.anyOf.some(wanted => fieldHolds(term.field, wanted, subject));
}

function holdsText(text: string, subject: FilterSubject): boolean {
  return (
    subject.keyword.toLowerCase().includes(text) ||
    subject.name.toLowerCase().includes(text) ||
    subject.tag.includes(text) ||
    subject.value().toLowerCase().includes(text)
  );
}

function fieldHolds(field: FilterField, wanted: string, subject: FilterSubject): boolean {
  switch (field) {
    case 'tag':
      return like(subject.tag, wanted);
    case 'group':
      return like(subject.tag.slice(0, 4), wanted);
    case 'keyword':
      return subject.keyword.toLowerCase().includes(wanted);
    case 'name':
      return subject.name.toLowerCase().includes(wanted);
    case 'vr':
      return subject.vr.toLowerCase() === wanted;
    case 'vm':
      return compare(subject.vm(), wanted);
    case 'length':
      return compare(subject.length, wanted);
    case 'value':
      return subject.value().toLowerCase().includes(wanted);
    case 'path':
      return subject.path().toLowerCase().includes(wanted);
    case 'private':
      return subject.isPrivate === isTrue(wanted);
    case 'empty':
      return (subject.length === 0) === isTrue(wanted);
    case 'problem':
      return subject.hasProblem === isTrue(wanted);
    case 'status':
      return subject.effect()?.outcome === wanted;
    case 'action':
      return subject.effect()?.action.toLowerCase().includes(wanted) ?? false;
    case 'reason':
      return subject.effect()?.reason.toLowerCase().includes(wanted) ?? false;
    case 'change':
      return subject.change() === wanted;
    case 'freetext':
      return (subject.effect()?.freeText ?? false) === isTrue(wanted);
  }
}

/** `x` stands for any digit, so that `60xx3000` and `group:60xx` work; a shorter text is the beginning of a tag. */
function like(tag: string, wanted: string): boolean {
  if (wanted.length > tag.length) return false;
  for (let i = 0; i < wanted.length; i++) if (wanted[i] !== 'x' && wanted[i] !== tag[i]) return false;
  return true;
}

function isTrue(text: string): boolean {
  return text === 'true' || text === 'yes';
}

function compare(value: number, wanted: string): boolean {
  const [, sign = '', digits = ''] = /^(>=|<=|>|<|=)?(\d+)$/.exec(wanted) ?? [];
  const limit = Number(digits);
  if (sign === '>') return value > limit;
  if (sign === '<') return value < limit;
  if (sign === '>=') return value >= limit;
  if (sign === '<=') return value <= limit;
  return value === limit;
}
