import { attributeByKeyword, attributeByTag, EDITION } from '../../standard/dictionary';
import { closestKeywords } from '../../standard/closest';
import { formatAttribute, formatTag } from '../selectors';
import { ctpOutcome } from './ctpAction';
import { readCtpScript, type CtpEntry } from './ctpScript';
import { emptyDraft, type Draft } from './importResult';

/** What the program writes by itself: the claims of PS3.15 E.2. */
const CLAIMS: ReadonlySet<number> = new Set([0x00120063, 0x00120064, 0x00280303]);
const IDENTITY_REMOVED = 0x00120062;

/** Longest root that leaves room for the rest of a UID. */
const ROOT = /^[012](\.(0|[1-9]\d*)){1,12}$/;

/**
 * A profile from a CTP DicomAnonymizer script: what the script names is done as it says, everything else stays, as in CTP.
 * @param forLint true to carry over placeholders and invalid values, so that the linter sees them.
 */
export function importCtp(text: string, forLint = false): Draft {
  const entries = readCtpScript(text);
  const draft = emptyDraft('a CTP DicomAnonymizer script');
  draft.base = 'none';
  draft.settings.push(['standard', EDITION], ['unlisted', { text: 'keep' }]);
  const params = new Map(entries.filter(e => e.kind === 'p').map(e => [e.tag, e.script]));
  draft.name = params.get('PROFILENAME') || 'CTP script';
  const nameEntry = entries.find(e => e.kind === 'p' && e.tag === 'PROFILENAME');
  if (nameEntry) draft.settingRanges.name = nameEntry.scriptRange;
  const names = new Map(entries.filter(e => e.kind === 'e' && e.name !== '').map(e => [e.name.toLowerCase(), e.tag]));
  const element = (name: string): string | undefined => {
    const digits = /^[([]?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})[)\]]?$/.exec(name);
    const tag = digits
      ? parseInt(`${digits[1]}${digits[2]}`, 16)
      : (attributeByKeyword(name)?.tag ?? parseInt(names.get(name.toLowerCase()) ?? '', 16));
    return Number.isNaN(tag) ? closestKeywords(name, 1)[0] : attributeByTag(tag)?.keyword;
  };
  const owners = blockOwners(entries);
  const days = new Map<number, CtpEntry>();
  const roots = new Map<string, CtpEntry>();
  for (const entry of entries) {
    if (entry.kind === 'e' && entry.enabled) addElement(entry);
  }
  addGlobals(entries, draft);
  setDays(draft, days);
  setRoot(draft, roots, entries, forLint);
  patientTemplates(draft);
  return draft;

  function addElement(entry: CtpEntry): void {
    const place = placeOf(entry.tag, owners);
    if (!place) {
      draft.notes.push({ kind: 'lost', subject: entry.tag || entry.name, message: 'is no tag.', range: entry.range });
      return;
    }
    const subject =
      `${place.text}${place.tag === undefined ? '' : ` ${attributeByTag(place.tag)?.keyword ?? ''}`}`.trim();
    const note = (kind: 'lost' | 'changed' | 'note', message: string) =>
      draft.notes.push({ kind, subject, message: `${message}.`, range: entry.scriptRange });
    if (place.tag !== undefined && CLAIMS.has(place.tag) && !forLint) {
      note('note', 'is not carried over: the program states by itself what it has done');
      return;
    }
    if (place.tag !== undefined && !attributeByTag(place.tag)) note('note', 'is not in the data dictionary');
    const outcome = ctpOutcome(entry.script, { tag: place.tag, params, element });
    for (const each of outcome.notes) note(each.kind, each.message);
    if (outcome.days !== undefined && !days.has(outcome.days)) days.set(outcome.days, entry);
    if (outcome.root !== undefined && !roots.has(outcome.root)) roots.set(outcome.root, entry);
    for (const when of outcome.quarantine) draft.quarantine.push({ when, range: entry.scriptRange });
    for (const rule of outcome.rules) {
      if (place.tag === IDENTITY_REMOVED && rule.fields.action === 'add' && !forLint) {
        note('note', 'is not carried over: the program writes it into every file by itself');
        continue;
      }
      draft.rules.push({
        fields: {
          tag: (place.tag !== undefined && attributeByTag(place.tag)?.keyword) || place.text,
          ...(rule.when ? { when: rule.when } : {}),
          ...rule.fields,
        },
        range: entry.scriptRange,
      });
    }
  }
}

/** `0013` -> `CTP`, from the private creators that the script writes as plain text: `<e t="00130010">CTP</e>`. */
function blockOwners(entries: readonly CtpEntry[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { kind, tag, script } of entries)
    if (
      kind === 'e' &&
      /^[0-9A-Fa-f]{3}[13579bdfBDF]00[1-9a-fA-F][0-9a-fA-F]$/.test(tag) &&
      script !== '' &&
      !script.includes('@')
    )
      owners.set(`${tag.slice(0, 4)}${tag.slice(6, 8)}`.toLowerCase(), script);
  return owners;
}

function placeOf(
  tag: string,
  owners: ReadonlyMap<string, string>,
): { readonly text: string; readonly tag: number | undefined } | undefined {
  const own = /^([0-9A-Fa-f]{4})(?:00)?\[([^\]]+)\]([0-9A-Fa-f]{2})?$/.exec(tag);
  if (own) {
    const element = parseInt(own[3] ?? '0', 16);
    return {
      text: formatAttribute({ kind: 'private', group: parseInt(own[1] ?? '', 16), creator: own[2] ?? '', element }),
      tag: undefined,
    };
  }
  const digits = tag.replace(/[[\](),\s]/g, '');
  if (/^[0-9A-Fa-fxX]{8}$/.test(digits) && /x/i.test(digits))
    return { text: `(${digits.slice(0, 4)},${digits.slice(4)})`.toLowerCase(), tag: undefined };
  if (!/^[0-9A-Fa-f]{8}$/.test(digits)) return undefined;
  const owner = owners.get(digits.slice(0, 6).toLowerCase());
  const value = parseInt(digits, 16);
  if (owner !== undefined && (value & 0xffff) > 0xff)
    return {
      text: formatAttribute({ kind: 'private', group: value >>> 16, creator: owner, element: value & 0xff }),
      tag: undefined,
    };
  return { text: formatTag(value), tag: (value >>> 16) & 1 ? undefined : value };
}

/** The switches for groups of elements. */
function addGlobals(entries: readonly CtpEntry[], draft: Draft): void {
  const on = (kind: 'k' | 'r', name: RegExp) => entries.find(e => e.kind === kind && e.enabled && name.test(e.tag));
  const add = (tag: string, action: string, entry: CtpEntry, reason?: string) =>
    draft.rules.push({ fields: { tag, action, ...(reason ? { reason } : {}) }, range: entry.range });
  const curves = on('r', /^curves$/i);
  const overlays = on('r', /^overlays$/i);
  const privates = on('r', /^privategroups$/i);
  const rest = on('r', /^unspecifiedelements$/i);
  if (curves) add('(50xx,xxxx)', 'remove', curves);
  if (overlays) add('(60xx,xxxx)', 'remove', overlays);
  if (privates) for (const digit of '13579bdf') add(`(xxx${digit},xxxx)`, 'remove', privates);
  if (rest) {
    add('(xxxx,xxxx)', 'remove', rest);
    for (const tag of ['(0028,xxxx)', '(7fe0,xxxx)']) add(tag, 'keep', rest, 'CTP keeps what the image needs');
    const named = new Set(draft.rules.map(r => r.fields.tag));
    for (const keyword of ['SOPClassUID', 'SOPInstanceUID', 'StudyInstanceUID', 'SeriesInstanceUID'])
      if (!named.has(keyword)) add(keyword, 'keep', rest, 'CTP keeps what every object needs');
    draft.notes.push({
      kind: 'note',
      subject: 'unchecked elements',
      message: 'are removed, inside sequences as well; what CTP needs of an image stays.',
      range: rest.range,
    });
  }
  for (const entry of entries) {
    if (entry.kind !== 'k' || !entry.enabled) continue;
    const group = /^[0-9A-Fa-f]{2,4}$/.test(entry.tag) ? entry.tag.padStart(4, '0').toLowerCase() : undefined;
    if (group && rest) add(`(${group},xxxx)`, 'keep', entry);
    else if (!group)
      draft.notes.push({
        kind: 'lost',
        subject: entry.tag,
        message: 'is a switch that has no equal; see options: [RetainSafePrivate].',
        range: entry.range,
      });
  }
  const unprocessed = entries.filter(
    e =>
      e.kind === 'e' &&
      !/@process\(/.test(e.script) &&
      isSequence(e.tag) &&
      !/@remove\(/.test(e.enabled ? e.script : ''),
  );
  const last = unprocessed[0];
  if (last)
    draft.notes.push({
      kind: 'changed',
      subject: `${unprocessed.length} sequences`,
      message: 'stay untouched in CTP because they have no @process(); here the rules apply inside every sequence.',
      range: last.range,
    });
}

export function isSequence(tag: string): boolean {
  return /^[0-9A-Fa-f]{8}$/.test(tag) && attributeByTag(parseInt(tag, 16))?.vr === 'SQ';
}

function setDays(draft: Draft, days: ReadonlyMap<number, CtpEntry>): void {
  const [first, ...more] = [...days];
  if (!first) return;
  const [value, entry] = first;
  draft.settings.push(['dates', { shift: { scope: 'patient', days: [value, value] } }]);
  draft.settingRanges.dates = entry.scriptRange;
  draft.notes.push({
    kind: 'note',
    subject: 'dates',
    message: `move by the same ${value} days for every patient, as the script says.`,
    range: entry.scriptRange,
  });
  for (const [other, at] of more)
    draft.notes.push({
      kind: 'lost',
      subject: 'dates',
      message: `Some move by ${other} days; a profile has one offset for a patient.`,
      range: at.scriptRange,
    });
}

function setRoot(
  draft: Draft,
  roots: ReadonlyMap<string, CtpEntry>,
  entries: readonly CtpEntry[],
  forLint: boolean,
): void {
  const [first, ...more] = [...roots];
  if (!first) return;
  const [written, entry] = first;
  const root = written.replace(/\.$/, '');
  const range = entries.find(e => e.kind === 'p' && e.script === written)?.scriptRange ?? entry.scriptRange;
  if (forLint || (ROOT.test(root) && root.length <= 24)) {
    draft.settings.push(['uids', { root }]);
    draft.settingRanges.uids = range;
  } else
    draft.notes.push({
      kind: 'lost',
      subject: 'uids.root',
      message: `“${written}” is no root that gives valid UIDs; 2.25 is used.`,
      range,
    });
  for (const [other, at] of more)
    draft.notes.push({
      kind: 'lost',
      subject: 'uids.root',
      message: `A second root, “${other}”: a profile has one.`,
      range: at.scriptRange,
    });
}

/** The output path follows the new Patient ID: the rule for it becomes the template of the patient. */
function patientTemplates(draft: Draft): void {
  const index = draft.rules.findIndex(r => r.fields.tag === 'PatientID' && r.fields.when === undefined);
  const rule = draft.rules[index];
  if (!rule) return;
  const { action, format, value } = rule.fields;
  const template = action === 'pseudonym' ? format : action === 'replace' || action === 'add' ? value : undefined;
  if (typeof template !== 'string' || !/\{(hash|sequence)/.test(template)) return;
  draft.settings.push(['patient', { id: template }]);
  draft.rules[index] = {
    ...rule,
    fields: { tag: 'PatientID', action: action === 'add' ? 'add' : 'replace', value: '{id}' },
  };
}
