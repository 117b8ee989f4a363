import { uidAttributeClass } from '../../standard/uidAttributes';
import type { RuleFields } from '../edit';
import { patternError } from '../readRule';
import { BINARY_VRS, maxLength, TEXT_VRS } from '../vrValues';
import { parseReplacement, type CtpPart } from './ctpFunctions';
import { holdBack, isThis, lose, param, vrOf, type CtpCall, type CtpState } from './ctpState';

const PATIENT_ID = 0x00100020;

/**
 * Fields of the rule for a replacement without conditions.
 * @param only the replacement, if it is one part.
 * @param always whether the element is written where it is missing.
 */
export function replacementAction(
  parts: readonly CtpPart[],
  only: CtpPart | undefined,
  state: CtpState,
  always: boolean,
): RuleFields {
  if (parts.length === 0) {
    if (always) return { action: 'add', value: '' };
    lose(state, 'note', 'is checked without a replacement: it is emptied');
    return { action: 'empty' };
  }
  // One @remove() anywhere takes the element away.
  if (parts.some(p => p.kind === 'call' && p.name === 'remove')) return { action: 'remove' };
  if (only?.kind === 'call') return call(only, state, always);
  return template(parts, state, always);
}

function call(part: CtpCall, state: CtpState, always: boolean): RuleFields {
  const { args } = part;
  switch (part.name) {
    case 'keep':
      return { action: 'keep' };
    case 'empty':
      return always ? { action: 'add', value: '' } : { action: 'empty' };
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
      return hashDate(state);
    case 'modifydate':
      return modifyDate(part, state);
    case 'truncate':
      return isThis(args[0], state) ? truncate(Number(param(args[1], state)), state) : template([part], state, always);
    case 'contents':
    case 'value':
      return contents(part, state, always);
    case 'integer':
      lose(
        state,
        'changed',
        'is numbered by the script; here the number is keyed, and the table of numbers is not carried over',
      );
      return pseudonym(Number(param(args[2], state)) || 6, state, true);
    case 'round':
      return round(state);
    case 'uppercase':
    case 'lowercase':
      lose(state, 'changed', 'changes letters only, which keeps what identifies; here it is cleaned');
      return { action: 'clean' };
    case 'lookup':
      lose(state, 'lost', lookupText(state));
      return strict(state);
    case 'quarantine':
      lose(state, 'changed', 'quarantines every file that has it; here files with a value are held back');
      holdBack({}, state);
      return { action: 'remove' };
    case 'skip':
      lose(state, 'changed', 'passes files on as they are; here files with a value are held back (files.quarantine)');
      holdBack({}, state);
      return { action: 'remove' };
    case 'date':
    case 'time':
      return today(part.name, state);
    case 'param':
    case 'append':
      return template([part], state, always);
    default:
      lose(state, 'lost', `@${part.name}() has no equal`);
      return strict(state);
  }
}

/** The stricter action, where a function has no equal. */
function strict(state: CtpState): RuleFields {
  return { action: TEXT_VRS.has(vrOf(state)) ? 'dummy' : 'empty' };
}

function lookupText(state: CtpState): string {
  return state.context.tag === PATIENT_ID
    ? 'is looked up in a table: write patient: { id: { file: TABLE.csv } } and remove this rule'
    : 'is looked up in a table, which is not carried over';
}

function hashUid(part: CtpCall, state: CtpState): RuleFields {
  const root = param(part.args[0], state);
  if (root !== '') state.root = root;
  if (!isThis(part.args[1], state))
    lose(state, 'changed', `is made from ${part.args[1]}; here it is made from its own value`);
  const { tag } = state.context;
  const vr = vrOf(state);
  if (vr !== 'UI' && vr !== 'SQ') {
    if (tag !== undefined) {
      lose(state, 'changed', 'is no UID; it gets a dummy');
      return strict(state);
    }
    lose(state, 'note', 'is a private element that the script takes for a UID');
  }
  if (tag !== undefined && uidAttributeClass(tag) === 'structural')
    lose(state, 'changed', 'is hashed by the script although it names something of the standard; here it stays');
  return { action: 'uid' };
}

/** VRs that no hash fits in: the element gets a dummy. */
const NO_HASH: ReadonlySet<string> = new Set(['AS', 'DA', 'DT', 'TM', 'UR']);

function pseudonym(length: number, state: CtpState, digits = false): RuleFields {
  const vr = vrOf(state);
  if (vr === 'UI') {
    lose(state, 'changed', 'is hashed to text that is no UID; here it gets a new UID');
    return { action: 'uid' };
  }
  if (NO_HASH.has(vr)) {
    lose(state, 'changed', `gets a text by the script that VR ${vr} does not allow; here it gets a dummy`);
    return { action: 'dummy' };
  }
  const n = Math.max(1, Math.min(length, maxLength(vr) ?? 51, 51));
  return {
    action: 'pseudonym',
    format: digits || vr === 'IS' || vr === 'DS' ? `{sequence:${Math.min(n, 11)}}` : `{hash:${n}}`,
  };
}

function hash(part: CtpCall, state: CtpState, always: boolean): RuleFields {
  const vr = vrOf(state);
  if (BINARY_VRS.has(vr) || vr === 'SQ') {
    lose(state, 'changed', `holds no text that could be hashed (VR ${vr}); it is removed`);
    return { action: 'remove' };
  }
  const ofPatient = part.name === 'hashptid';
  const from = ofPatient ? part.args[1] : part.args[0];
  const element = isThis(from, state) ? undefined : state.context.element(from ?? '');
  const length = Number(param(ofPatient ? part.args[2] : part.args[1], state)) || (ofPatient ? 10 : 16);
  if (part.name === 'encrypt')
    lose(state, 'changed', 'is encrypted by the script; here it becomes a pseudonym that nobody can decrypt');
  if (!isThis(from, state) && element !== 'PatientID') {
    lose(state, 'changed', `is a hash of ${element ?? from}; here it is a pseudonym of its own value`);
  } else if (element === 'PatientID' && state.context.tag !== PATIENT_ID) {
    lose(state, 'changed', 'is a hash of the Patient ID; here it is the new Patient ID');
    return { action: always ? 'add' : 'replace', value: '{id}' };
  }
  return pseudonym(length, state);
}

function incrementDate(part: CtpCall, state: CtpState): RuleFields {
  const written = param(part.args[1], state);
  if (/^[-+]?\d+$/.test(written.trim())) state.days = Number(written);
  else
    lose(
      state,
      'lost',
      `moves by “${written || (part.args[1] ?? '')}”, which is no number of days; the default of the program is used`,
    );
  if (!isThis(part.args[0], state))
    lose(state, 'changed', `takes its date from ${part.args[0]}; here its own date is moved`);
  const vr = vrOf(state);
  if (vr === 'DA' || vr === 'DT') return { action: 'shift' };
  if (vr === 'TM') {
    lose(state, 'changed', 'is a time without a date, which cannot be moved by days; it is emptied');
    return { action: 'empty' };
  }
  lose(state, 'changed', `is no date (VR ${vr}); it is cleaned`);
  return { action: BINARY_VRS.has(vr) || vr === 'SQ' ? 'empty' : 'clean' };
}

function hashDate(state: CtpState): RuleFields {
  const vr = vrOf(state);
  if (vr !== 'DA' && vr !== 'DT') {
    lose(state, 'changed', `is no date (VR ${vr}); it is emptied`);
    return { action: 'empty' };
  }
  lose(state, 'changed', 'moves by a hash of an element; here it moves by the offset of the patient');
  return { action: 'shift' };
}

/** `@modifydate(this,*,1,1)`: year, month and day, each a number or `*` for the old one. */
function modifyDate(part: CtpCall, state: CtpState): RuleFields {
  const vr = vrOf(state);
  if (vr !== 'DA' && vr !== 'DT') {
    lose(state, 'changed', `is no date (VR ${vr}); it is emptied`);
    return { action: 'empty' };
  }
  const widths = [4, 2, 2];
  const wanted = [1, 2, 3].map(i => param(part.args[i], state) || '*');
  // Anything but a number leaves the field as it is.
  const fields = wanted.map(text => (/^\d+$/.test(text.trim()) ? text.trim() : '*'));
  if (fields.every(text => text === '*')) return { action: 'keep' };
  if (fields.some((text, i) => text !== wanted[i]?.trim())) {
    lose(state, 'changed', 'is changed by arithmetic; here it moves by the offset of the patient');
    return { action: 'shift' };
  }
  const groups = fields.map((text, i) => (text === '*' ? `$${i + 1}` : text.padStart(widths[i] ?? 2, '0')));
  lose(state, 'note', 'keeps a part of the date; a value that is no date keeps nothing of itself');
  // A value that does not start with a date must not stay: its groups are empty then.
  return { action: 'pattern', match: '^(?:(\\d{4})(\\d{2})(\\d{2}).*|.+)$', with: groups.join('') };
}

function truncate(n: number, state: CtpState): RuleFields {
  if (!Number.isInteger(n) || n === 0)
    return (lose(state, 'lost', 'is cut to a length that is no number; it is emptied'), { action: 'empty' });
  lose(state, 'note', 'is cut, not cleaned: what is left may identify');
  return n > 0
    ? { action: 'pattern', match: `^(.{${Math.min(n, 1000)}}).*$`, with: '$1' }
    : { action: 'pattern', match: `^.*(.{${Math.min(-n, 1000)}})$`, with: '$1' };
}

function round(state: CtpState): RuleFields {
  if (vrOf(state) === 'AS') {
    lose(
      state,
      'changed',
      'is rounded by the script; here ages stay as they are up to ages.capAt (89), and every older one becomes 090Y',
    );
    return { action: 'age' };
  }
  lose(state, 'changed', 'is rounded by the script; here it is cleaned');
  return { action: 'clean' };
}

/** `@date()` and `@time()` alone: the time of the run. */
function today(name: 'date' | 'time', state: CtpState): RuleFields {
  const vr = vrOf(state);
  lose(state, 'changed', `becomes the ${name} of the run by the script; here a fixed dummy, so that runs are alike`);
  return { action: BINARY_VRS.has(vr) || vr === 'SQ' ? 'empty' : 'dummy' };
}

function contents(part: CtpCall, state: CtpState, always: boolean): RuleFields {
  const [element, second, third] = part.args;
  if (!isThis(element, state)) return template([part], state, always);
  if (part.name === 'value' || second === undefined) {
    if (second) lose(state, 'changed', 'gets a text by the script where it is blank; here a blank stays');
    return { action: 'keep' };
  }
  if (patternError(second) === undefined) return { action: 'pattern', match: second, with: third ?? '' };
  lose(state, 'lost', 'has a regular expression that does not run in linear time; it is cleaned');
  return { action: 'clean' };
}

/** Text, parameters and other elements as one template. */
function template(parts: readonly CtpPart[], state: CtpState, always: boolean): RuleFields {
  const vr = vrOf(state);
  const text = parts.map(part => pieceOf(part, state)).join('');
  if (vr === 'SQ' || (BINARY_VRS.has(vr) && /\{|[^\d.+-]/.test(text))) {
    lose(state, 'lost', `text cannot be written into VR ${vr}; it is removed`);
    return { action: 'remove' };
  }
  if (text === '') return { action: 'empty' };
  return { action: always ? 'add' : 'replace', value: text };
}

function pieceOf(part: CtpPart, state: CtpState): string {
  // Braces would be read as references of our templates.
  if (part.kind === 'text') return part.text.replace(/[{}]/g, '');
  const { name, args } = part;
  if (name === 'param') {
    const value = param(args[0], state);
    if (value === '') lose(state, 'lost', `the parameter ${args[0] ?? ''} has no value and is left out`);
    return value.replace(/[{}]/g, '');
  }
  if (name === 'append') {
    lose(state, 'changed', 'is added to the value by the script; here it replaces the value');
    return parseReplacement(part.clauses[0] ?? '')
      .map(p => pieceOf(p, state))
      .join('');
  }
  if (name === 'hash' || name === 'hashname' || name === 'hashptid') {
    const from = name === 'hashptid' ? args[1] : args[0];
    const length = Number(param(name === 'hashptid' ? args[2] : args[1], state)) || 10;
    const own = isThis(from, state) || state.context.element(from ?? '') === 'PatientID';
    if (!own || state.context.tag !== PATIENT_ID)
      lose(state, 'changed', 'has a part that is a hash; here that is a pseudonym of the patient');
    return `{hash:${Math.max(1, Math.min(length, 51))}}`;
  }
  if (name === 'contents' || name === 'value') {
    const keyword = isThis(args[0], state) ? undefined : state.context.element(args[0] ?? '');
    if (keyword !== undefined && args[1] === undefined) return `{${keyword}}`;
  }
  lose(state, 'lost', `@${name}() inside the text has no equal and is left out`);
  return '';
}
