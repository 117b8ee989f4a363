import { attributeByTag } from '../../standard/dictionary';
import type { RuleFields } from '../edit';
import { simpleVr } from '../lintView';
import { patternError } from '../readRule';
import type { SettingValue } from '../scalarText';
import { BINARY_VRS, maxLength, TEXT_VRS } from '../vrValues';
import { parseReplacement, type CtpPart } from './ctpFunctions';
import type { ImportNote } from './importResult';

/** What a replacement comes to: rules in the order they are written, the unconditional one first. */
export interface CtpOutcome {
  readonly rules: { readonly when?: When; readonly fields: RuleFields }[];
  readonly quarantine: When[];
  readonly notes: { readonly kind: ImportNote['kind']; readonly message: string }[];
  /** Days of `@incrementdate`, if they are a number. */
  readonly days?: number;
  /** Root of `@hashuid`. */
  readonly root?: string;
}

export type When = Readonly<Record<string, SettingValue>>;

export interface CtpContext {
  /** Tag of the element; `undefined` for private elements. */
  readonly tag: number | undefined;
  readonly params: ReadonlyMap<string, string>;
  /** Keyword of the element a script names, by keyword, tag or the names of the script itself. */
  element(name: string): string | undefined;
}

type Call = CtpPart & { readonly kind: 'call' };

interface State {
  readonly context: CtpContext;
  readonly notes: CtpOutcome['notes'];
  readonly quarantine: When[];
  days?: number;
  root?: string;
}

/** Turns the replacement of one element into rules. What has no equal becomes the stricter action, and a note says so. */
export function ctpOutcome(script: string, context: CtpContext): CtpOutcome {
  const state: State = { context, notes: [], quarantine: [] };
  const rules = branch(script, state, false, 0);
  return {
    rules,
    quarantine: state.quarantine,
    notes: state.notes,
    ...(state.days === undefined ? {} : { days: state.days }),
    ...(state.root === undefined ? {} : { root: state.root }),
  };
}

function branch(script: string, state: State, alwaysAbove: boolean, depth: number): CtpOutcome['rules'] {
  const all = parseReplacement(script);
  const always = alwaysAbove || all.some(p => p.kind === 'call' && p.name === 'always');
  const parts = all.filter(p => !(p.kind === 'call' && p.name === 'always'));
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only?.kind === 'call' && only.name === 'if' && depth < 6) return condition(only, state, always, depth);
  if (only?.kind === 'call' && only.name === 'select') {
    const [root = '', nested = ''] = only.clauses;
    if (root !== nested)
      lose(state, 'changed', 'tells the top of the data set from sequences; the rule for the top is used everywhere');
    return branch(root, state, always, depth + 1);
  }
  return [{ fields: action(parts, only, state, always) }];
}

function lose(state: State, kind: ImportNote['kind'], message: string): void {
  state.notes.push({ kind, message });
}

function vrOf(state: State): string {
  const { tag } = state.context;
  return simpleVr((tag === undefined ? undefined : attributeByTag(tag)?.vr) ?? 'LO');
}

/** Fields of the rule for parts without conditions. */
function action(parts: readonly CtpPart[], only: CtpPart | undefined, state: State, always: boolean): RuleFields {
  if (parts.length === 0) {
    if (always) return { action: 'add', value: '' };
    lose(state, 'note', 'is checked without a replacement: it is emptied');
    return { action: 'empty' };
  }
  if (only?.kind === 'call') return call(only, state, always);
  return template(parts, state, always);
}

function call(part: Call, state: State, always: boolean): RuleFields {
  const { args } = part;
  const own = isThis(args[0]);
  switch (part.name) {
    case 'keep':
      return { action: 'keep' };
    case 'remove':
      return { action: 'remove' };
    case 'empty':
      return { action: 'empty' };
    case 'blank':
      lose(state, 'changed', 'is filled with blanks by the script; here it is emptied');
      return { action: 'empty' };
    case 'require':
      lose(state, 'note', 'is added by the script where it is missing; here it is only kept');
      return { action: 'keep' };
    case 'process':
      if (always) lose(state, 'note', 'is kept, and the profile applies to every item');
      return { action: 'keep' };
    case 'hashuid':
      return hashUid(part, state);
    case 'hash':
    case 'hashname':
    case 'hashptid':
    case 'alphabetichash':
    case 'numerichash':
    case 'scramble':
    case 'encrypt':
      return hash(part, state, always);
    case 'incrementdate':
      return incrementDate(part, state);
    case 'hashdate':
      lose(state, 'changed', 'moves by a hash of an element; here it moves by the offset of the patient');
      return { action: 'shift' };
    case 'modifydate':
      return modifyDate(part, state);
    case 'truncate':
      return own ? truncate(Number(param(args[1], state)), state) : template([part], state, always);
    case 'contents':
    case 'value':
      return contents(part, state, always);
    case 'integer': {
      lose(
        state,
        'changed',
        'is numbered by the script; here the number is keyed, and the table of numbers is not carried over',
      );
      const width = Number(param(args[2], state)) || 6;
      return { action: 'pseudonym', format: `{sequence:${Math.max(1, Math.min(11, width))}}` };
    }
    case 'round':
      lose(
        state,
        'changed',
        `is rounded by the script; here ${vrOf(state) === 'AS' ? 'ages above the cap become the cap' : 'it is cleaned'}`,
      );
      return { action: vrOf(state) === 'AS' ? 'age' : 'clean' };
    case 'uppercase':
    case 'lowercase':
      lose(state, 'changed', 'changes letters only, which keeps what identifies; here it is cleaned');
      return { action: 'clean' };
    case 'lookup':
      lose(state, 'lost', lookupText(state));
      return strict(state);
    case 'quarantine':
      lose(state, 'changed', 'quarantines every file that has it; here files with a value are held back');
      quarantine({}, state);
      return { action: 'remove' };
    case 'skip':
      lose(state, 'lost', 'skips files; a profile has no equal');
      return { action: 'keep' };
    case 'param':
    case 'append':
    case 'date':
    case 'time':
      return template([part], state, always);
    default:
      lose(state, 'lost', `@${part.name}() has no equal`);
      return strict(state);
  }
}

function isThis(name: string | undefined): boolean {
  return name === undefined || /^this$/i.test(name) || name === '';
}

/** The stricter action, where a function has no equal. */
function strict(state: State): RuleFields {
  return { action: TEXT_VRS.has(vrOf(state)) ? 'dummy' : 'empty' };
}

function lookupText(state: State): string {
  return state.context.tag === 0x00100020
    ? 'is looked up in a table: write patient: { id: { file: TABLE.csv } } and remove this rule'
    : 'is looked up in a table, which is not carried over';
}

/** A parameter's value where the argument is `@NAME`. */
function param(arg: string | undefined, state: State): string {
  if (arg === undefined) return '';
  return arg.startsWith('@') ? (state.context.params.get(arg.slice(1)) ?? '') : arg;
}

function hashUid(part: Call, state: State): RuleFields {
  const root = param(part.args[0], state);
  if (root !== '') state.root = root;
  if (!isThis(part.args[1])) lose(state, 'changed', `is made from ${part.args[1]}; here it is made from its own value`);
  return vrOf(state) === 'UI' || vrOf(state) === 'SQ'
    ? { action: 'uid' }
    : (lose(state, 'changed', 'is no UID; it gets a dummy'), strict(state));
}

function hash(part: Call, state: State, always: boolean): RuleFields {
  const vr = vrOf(state);
  if (BINARY_VRS.has(vr) || vr === 'SQ') {
    lose(state, 'changed', `holds no text that could be hashed (VR ${vr}); it is removed`);
    return { action: 'remove' };
  }
  const ofPatient = part.name === 'hashptid';
  const from = ofPatient ? part.args[1] : part.args[0];
  const element = isThis(from) ? undefined : state.context.element(from ?? '');
  const length = Number(param(ofPatient ? part.args[2] : part.args[1], state)) || (ofPatient ? 10 : 16);
  const n = Math.max(1, Math.min(length, maxLength(vr) ?? 51, 51));
  if (part.name === 'encrypt')
    lose(state, 'changed', 'is encrypted by the script; here it becomes a pseudonym that nobody can decrypt');
  if (element !== undefined && element !== 'PatientID') {
    lose(state, 'changed', `is a hash of ${element}; here it is a pseudonym of its own value`);
  } else if (element === 'PatientID' && state.context.tag !== 0x00100020) {
    lose(state, 'changed', 'is a hash of the Patient ID; here it is the new Patient ID');
    return { action: always ? 'add' : 'replace', value: '{id}' };
  }
  return { action: 'pseudonym', format: vr === 'IS' || vr === 'DS' ? `{sequence:${Math.min(n, 11)}}` : `{hash:${n}}` };
}

function incrementDate(part: Call, state: State): RuleFields {
  const written = param(part.args[1], state);
  const days = Number(written);
  if (/^[-+]?\d+$/.test(written.trim())) state.days = days;
  else
    lose(
      state,
      'lost',
      `moves by “${written || (part.args[1] ?? '')}”, which is no number of days; the default of the program is used`,
    );
  if (!isThis(part.args[0])) lose(state, 'changed', `takes its date from ${part.args[0]}; here its own date is moved`);
  const vr = vrOf(state);
  if (vr === 'DA' || vr === 'DT') return { action: 'shift' };
  lose(state, 'changed', `is no date (VR ${vr}); it is cleaned`);
  return { action: vr === 'TM' ? 'keep' : 'clean' };
}

/** `@modifydate(this,*,1,1)`: year, month and day, each a number or `*` for the old one. */
function modifyDate(part: Call, state: State): RuleFields {
  const widths = [4, 2, 2];
  const wanted = [1, 2, 3].map(i => param(part.args[i], state) || '*');
  const groups = wanted.map((text, i) => (text === '*' ? `$${i + 1}` : text.padStart(widths[i] ?? 2, '0')));
  if (wanted.every(text => text === '*')) return { action: 'keep' };
  if (!wanted.every(text => text === '*' || /^\d+$/.test(text))) {
    lose(state, 'changed', 'is changed by arithmetic; here it moves by the offset of the patient');
    return { action: 'shift' };
  }
  return { action: 'pattern', match: '^(\\d{4})(\\d{2})(\\d{2}).*$', with: groups.join('') };
}

function truncate(n: number, state: State): RuleFields {
  if (!Number.isInteger(n) || n === 0)
    return (lose(state, 'lost', 'is cut to a length that is no number; it is emptied'), { action: 'empty' });
  lose(state, 'note', 'is cut, not cleaned: what is left may identify');
  return n > 0
    ? { action: 'pattern', match: `^(.{${Math.min(n, 1000)}}).*$`, with: '$1' }
    : { action: 'pattern', match: `^.*(.{${Math.min(-n, 1000)}})$`, with: '$1' };
}

function contents(part: Call, state: State, always: boolean): RuleFields {
  const [element, second, third] = part.args;
  if (!isThis(element)) return template([part], state, always);
  if (part.name === 'value' || second === undefined) return { action: 'keep' };
  if (patternError(second) === undefined) return { action: 'pattern', match: second, with: third ?? '' };
  lose(state, 'lost', 'has a regular expression that does not run in linear time; it is cleaned');
  return { action: 'clean' };
}

/** Text, parameters and other elements as one template. */
function template(parts: readonly CtpPart[], state: State, always: boolean): RuleFields {
  const vr = vrOf(state);
  const text = parts.map(part => pieceOf(part, state)).join('');
  if (vr === 'SQ' || (BINARY_VRS.has(vr) && /\{|[^\d.+-]/.test(text))) {
    lose(state, 'lost', `text cannot be written into VR ${vr}; it is removed`);
    return { action: 'remove' };
  }
  if (text === '') return { action: 'empty' };
  return { action: always ? 'add' : 'replace', value: text };
}

function pieceOf(part: CtpPart, state: State): string {
  // Braces would be read as references of our templates.
  if (part.kind === 'text') return part.text.replace(/[{}]/g, '');
  const { name, args } = part;
  if (name === 'param') return param(args[0], state).replace(/[{}]/g, '');
  if (name === 'append') {
    lose(state, 'changed', 'is added to the value by the script; here it replaces the value');
    return parseReplacement(part.clauses[0] ?? '')
      .map(p => pieceOf(p, state))
      .join('');
  }
  if (name === 'hash' || name === 'hashname' || name === 'hashptid') {
    const from = name === 'hashptid' ? args[1] : args[0];
    const length = Number(param(name === 'hashptid' ? args[2] : args[1], state)) || 10;
    const own = isThis(from) || state.context.element(from ?? '') === 'PatientID';
    if (!own || state.context.tag !== 0x00100020)
      lose(state, 'changed', 'has a part that is a hash; here that is a pseudonym of the patient');
    return `{hash:${Math.max(1, Math.min(length, 51))}}`;
  }
  if (name === 'contents' || name === 'value') {
    const keyword = isThis(args[0]) ? undefined : state.context.element(args[0] ?? '');
    if (keyword !== undefined && args[1] === undefined) return `{${keyword}}`;
  }
  lose(state, 'lost', `@${name}() inside the text has no equal and is left out`);
  return '';
}

/** `@if(Element,test,"text"){then}{else}` becomes a rule with a condition and one without. */
function condition(part: Call, state: State, always: boolean, depth: number): CtpOutcome['rules'] {
  const [name = '', test = '', text = ''] = part.args;
  const [then = '', otherwise = ''] = part.clauses;
  const keyword = isThis(name) ? keywordOf(state) : state.context.element(name);
  const found = keyword === undefined ? undefined : testOf(keyword, test.toLowerCase(), text);
  if (!found) {
    lose(
      state,
      'lost',
      `the condition @if(${part.args.join(',')}) has no equal; the stricter of its two branches is used`,
    );
    const both = [...branch(then, state, always, depth + 1), ...branch(otherwise, state, always, depth + 1)];
    return [strictest(both)];
  }
  const [yes, no] = found.negated ? [otherwise, then] : [then, otherwise];
  const isQuarantine = (script: string) =>
    parseReplacement(script).some(p => p.kind === 'call' && p.name === 'quarantine');
  if (isQuarantine(yes)) {
    quarantine(found.when, state);
    return branch(no, state, always, depth + 1);
  }
  if (isQuarantine(no)) {
    lose(state, 'lost', 'holds files back where a condition does not hold; a profile cannot say that');
    return branch(yes, state, always, depth + 1);
  }
  const elseRules = branch(no, state, always, depth + 1);
  const thenRules = branch(yes, state, always, depth + 1).map(r => ({ ...r, when: { ...found.when, ...r.when } }));
  return [...elseRules, ...thenRules];
}

function keywordOf(state: State): string | undefined {
  const { tag } = state.context;
  return tag === undefined ? undefined : attributeByTag(tag)?.keyword || undefined;
}

function quarantine(when: When, state: State): void {
  const own = keywordOf(state);
  if (Object.keys(when).length > 0) state.quarantine.push(when);
  else if (own) state.quarantine.push({ [own]: '/./' });
}

function testOf(
  keyword: string,
  test: string,
  text: string,
): { readonly when: When; readonly negated: boolean } | undefined {
  switch (test) {
    case 'isblank':
      return { when: { [keyword]: '/\\S/' }, negated: true };
    case 'exists':
      return { when: { [keyword]: '/./' }, negated: false };
    case 'equals':
      return { when: { [keyword]: `/^\\s*${escapePattern(text)}\\s*$/i` }, negated: false };
    case 'contains':
      return { when: { [keyword]: `/${escapePattern(text)}/i` }, negated: false };
    case 'matches':
      return patternError(text) === undefined ? { when: { [keyword]: `/^(?:${text})$/` }, negated: false } : undefined;
    default:
      return undefined;
  }
}

/** A text as a regular expression that finds it. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const STRICTNESS = [
  'remove',
  'empty',
  'dummy',
  'uid',
  'pseudonym',
  'replace',
  'add',
  'shift',
  'pattern',
  'age',
  'clean',
  'keep',
];

function strictest(rules: CtpOutcome['rules']): CtpOutcome['rules'][number] {
  const rank = (r: CtpOutcome['rules'][number]) => STRICTNESS.indexOf(String(r.fields.action));
  const best = [...rules].sort((a, b) => rank(a) - rank(b))[0];
  return { fields: best?.fields ?? { action: 'remove' } };
}
