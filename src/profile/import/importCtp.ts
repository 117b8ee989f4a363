import { attributeByKeyword, attributeByTag, EDITION } from '../../standard/dictionary';
import { closestKeywords } from '../../standard/closest';
import { formatAttribute, formatTag } from '../selectors';
import { addDifferences } from './ctpDifferences';
import { addGlobals } from './ctpGlobals';
import { ctpOutcome } from './ctpOutcome';
import { readCtpScript, type CtpEntry } from './ctpScript';
import { emptyDraft, type Draft } from './importResult';

/** De-identification Method Code Sequence: what a script claims of itself need not be what the profile does. */
const METHOD_CODES = 0x00120064;

/** File meta, commands and directories: the program makes them anew or leaves them out. */
const OWN_GROUPS: ReadonlySet<number> = new Set([0x0000, 0x0002, 0x0004]);

/** Overlay planes, repeating groups 6000 to 60FE. */
function isOverlay(tag: number): boolean {
  return tag >>> 24 === 0x60;
}

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
  const element = (name: string): { readonly keyword: string; readonly guess: boolean } | undefined => {
    const digits = /^[([]?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})[)\]]?$/.exec(name);
    const tag = digits
      ? parseInt(`${digits[1]}${digits[2]}`, 16)
      : (attributeByKeyword(name)?.tag ?? parseInt(names.get(name.toLowerCase()) ?? '', 16));
    const guess = Number.isNaN(tag);
    const keyword = guess ? closestKeywords(name, 1)[0] : attributeByTag(tag)?.keyword;
    return keyword ? { keyword, guess } : undefined;
  };
  const noOverlays = entries.some(e => e.kind === 'r' && e.enabled && /^overlays$/i.test(e.tag));
  const owners = blockOwners(entries);
  const days = new Map<number, CtpEntry>();
  const roots = new Map<string, CtpEntry>();
  for (const entry of entries) {
    if (entry.kind === 'e' && entry.enabled) addElement(entry);
  }
  addGlobals(entries, draft);
  addDifferences(entries, draft);
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
    if (place.tag === METHOD_CODES && !forLint) {
      note(
        'changed',
        'is not carried over: the program claims the codes of PS3.15 only for profiles that are built on builtin:ps3.15',
      );
      return;
    }
    if (place.tag !== undefined && !forLint && OWN_GROUPS.has(place.tag >>> 16)) {
      note('note', 'is not carried over: the program writes this group itself, after the data set');
      return;
    }
    if (place.tag !== undefined && noOverlays && isOverlay(place.tag)) {
      note('note', 'is not carried over: the script removes overlays, whatever it says of their elements');
      return;
    }
    if (place.creator) {
      note('note', 'is not carried over: a private creator stays as long as elements of its block do');
      return;
    }
    if (place.owner !== undefined)
      note(
        'changed',
        `is ${formatTag(parseInt(entry.tag, 16))} in the script; here it is the element of the private creator “${place.owner}”, and those of others follow the rule for private groups`,
      );
    if (place.tag !== undefined && !attributeByTag(place.tag)) note('note', 'is not in the data dictionary');
    const outcome = ctpOutcome(entry.script, {
      tag: place.tag,
      params,
      element: name => {
        const found = element(name);
        if (found?.guess)
          note('changed', `names “${name}”, which is in no dictionary; it is taken for ${found.keyword}`);
        return found?.keyword;
      },
    });
    if (place.tag === undefined && outcome.rules.some(r => r.fields.action === 'add'))
      note(
        'changed',
        'is written by the script where it is missing; here a private element is only set where it stands',
      );
    for (const each of outcome.notes) note(each.kind, each.message);
    if (outcome.days !== undefined && !days.has(outcome.days)) days.set(outcome.days, entry);
    if (outcome.root !== undefined && !roots.has(outcome.root)) roots.set(outcome.root, entry);
    for (const when of outcome.quarantine) draft.quarantine.push({ when, range: entry.scriptRange });
    for (const rule of outcome.rules) {
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

interface Place {
  readonly text: string;
  /** `undefined` for private elements and for tags with placeholders. */
  readonly tag: number | undefined;
  /** True for the element that names the owner of a private block. */
  readonly creator?: boolean;
  /** Owner of the block, where the script gives the number of the block and its owner apart. */
  readonly owner?: string;
}

function placeOf(tag: string, owners: ReadonlyMap<string, string>): Place | undefined {
  const own = /^[([]?([0-9A-Fa-f]{1,4}),?(?:00)?\[([^\]]+)\]([0-9A-Fa-f]{2})?[)\]]?$/.exec(tag);
  if (own) {
    const element = parseInt(own[3] ?? '0', 16);
    return {
      text: formatAttribute({ kind: 'private', group: parseInt(own[1] ?? '', 16), creator: own[2] ?? '', element }),
      tag: undefined,
      creator: own[3] === undefined,
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
      owner,
    };
  return { text: formatTag(value), tag: (value >>> 16) & 1 ? undefined : value };
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
