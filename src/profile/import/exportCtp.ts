import { attributeByTag } from '../../standard/dictionary';
import { uidEntry } from '../../standard/uids';
import type { Condition, ResolvedProfile, Rule, RuleAction } from '../model';
import {
  dummyFor,
  exportRows,
  otherRules,
  refusedSettings,
  ruleName,
  simpleName,
  strictest,
  type ExportResult,
  type ExportRow,
  type Refusal,
} from './exportRows';

const PATIENT_ID = 0x00100020;
const PATIENT_NAME = 0x00100010;

/** A CTP DicomAnonymizer script with the meaning of a profile; what CTP cannot say is refused by name and done more strictly. */
export function exportCtp(profile: ResolvedProfile): ExportResult {
  const refused: Refusal[] = refusedSettings(profile, true);
  const changed = new Map<string, string>();
  const [low, high] = profile.dates.shift.days;
  const lines: string[] = [];
  const writer = new CtpWriter(profile, (subject, message) => refused.push({ subject, message }), changed);
  for (const row of exportRows(profile))
    lines.push(entry(hex(row.attribute.tag), row.attribute.keyword, writer.rowScript(row)));
  for (const rule of otherRules(profile)) lines.push(...writer.otherRule(rule));
  for (const q of profile.files.quarantine) {
    const test = q.when.map(c => `${attributeByTag(c.tag)?.keyword ?? ''}`).join(', ');
    refused.push({
      subject: `files.quarantine (${test})`,
      message: 'Quarantine by condition is not exported; hold these files back before CTP.',
    });
  }
  if (lines.some(l => l.includes('@DATEINC')) && low !== high)
    changed.set('dates.shift', `CTP moves every patient by the same number of days; ${low} is written.`);
  if (lines.some(l => /@hash/.test(l)))
    changed.set('pseudonyms and UIDs', "CTP's hashes have no secret key, so known identifiers can be looked up.");
  const removed = (tag: number) => writer.nameAt(tag) === 'remove';
  const globals = [
    ...(removed(0x50000005) ? [' <r en="T" t="curves">Remove curves</r>'] : []),
    ...(removed(0x60003000) ? [' <r en="T" t="overlays">Remove overlays</r>'] : []),
    ...(profile.base === 'ps3.15' ? [' <r en="T" t="privategroups">Remove private groups</r>'] : []),
  ];
  if (profile.base === 'ps3.15' && profile.private.default === 'keep')
    refused.push({
      subject: 'private.default: keep',
      message: 'CTP keeps private elements as they are, without cleaning them: they are removed.',
    });
  const text = [
    '<script>',
    ` <p t="DATEINC">${low}</p>`,
    ` <p t="PROFILENAME">${escape(profile.name)}</p>`,
    ` <p t="UIDROOT">${escape(profile.uids.root)}</p>`,
    ...lines.sort((a, b) => (a.slice(0, 30) < b.slice(0, 30) ? -1 : 1)),
    ...globals,
    ' <r en="F" t="unspecifiedelements">Remove unchecked elements</r>',
    '</script>',
    '',
  ].join('\n');
  return { text, refused, changed: [...changed].map(([subject, message]) => ({ subject, message })) };
}

function entry(tag: string, name: string, script: string): string {
  return ` <e en="T" t="${escape(tag)}" n="${escape(name)}">${escape(script)}</e>`;
}

const hex = (tag: number): string => (tag >>> 0).toString(16).padStart(8, '0');

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A text inside a replacement: what would start a call or a clause is escaped. */
function literal(text: string): string {
  return text.replace(/[\\@{}]/g, '\\$&');
}

class CtpWriter {
  private readonly rows = new Map<number, ExportRow>();

  constructor(
    private readonly profile: ResolvedProfile,
    private readonly refuse: (subject: string, message: string) => void,
    private readonly changed: Map<string, string>,
  ) {}

  nameAt(tag: number): string {
    if (this.rows.size === 0) for (const row of exportRows(this.profile)) this.rows.set(row.attribute.tag, row);
    const rule = this.profile.rules.find(
      r => r.selector.kind === 'wildcard' && (tag & r.selector.mask) >>> 0 === r.selector.tag >>> 0,
    );
    if (rule) return simpleName(rule.action);
    return this.profile.base === 'ps3.15' ? 'remove' : 'keep';
  }

  rowScript(row: ExportRow): string {
    const { vr, attribute } = row;
    const write = (action: RuleAction) =>
      this.actionScript(action, simpleName(action), vr, attribute.tag, attribute.keyword);
    let script = write(row.action);
    for (const rule of [...row.conditional].reverse()) {
      const guarded = guard(rule.when, write(rule.action), script);
      if (guarded === undefined) {
        this.refuse(ruleName(rule), 'CTP has no such condition; the strictest of the actions is used.');
        return write(strictest(row));
      }
      script = guarded;
    }
    return script;
  }

  /** Rules for private attributes, repeating groups, groups and paths. */
  otherRule(rule: Rule): string[] {
    const { selector } = rule;
    const name = simpleName(rule.action);
    if (rule.when.length === 0 && selector.kind === 'attribute' && selector.attribute.kind === 'private') {
      const { group, creator, element } = selector.attribute;
      const tag = `${group.toString(16).padStart(4, '0')}[${creator}]${element.toString(16).padStart(2, '0')}`;
      return [entry(tag, '', this.actionScript(rule.action, name, 'LO', 0, tag))];
    }
    if (
      rule.when.length === 0 &&
      selector.kind === 'wildcard' &&
      name === 'remove' &&
      [0x50000000, 0x60000000].includes((selector.tag & 0xff000000) >>> 0)
    )
      return [];
    const why = {
      path: 'CTP has no rules for one place inside sequences.',
      wildcard: 'CTP knows curves and overlays only.',
      group:
        name === 'keep'
          ? 'CTP keeps groups only from the removal of unchecked elements.'
          : 'CTP has no rules for whole groups.',
      vr: '',
      attribute: 'The condition cannot be said for a private element.',
    }[selector.kind];
    this.refuse(ruleName(rule), why);
    return [];
  }

  private actionScript(action: RuleAction, name: string, vr: string, tag: number, keyword: string): string {
    switch (name) {
      case 'keep':
        return vr === 'SQ' ? '@process()' : '@keep()';
      case 'remove':
        return '@remove()';
      case 'empty':
        return '@empty()';
      case 'uid':
        return vr === 'SQ' ? '@process()' : '@hashuid(@UIDROOT,this)';
      case 'dummy':
        return this.dummy(vr, tag, keyword);
      case 'shift':
        return '@incrementdate(this,@DATEINC)';
      case 'clean':
        return this.clean(vr, keyword);
      case 'pseudonym':
        return action.kind === 'pseudonym' ? this.template(action.format, tag, keyword) : '@remove()';
      case 'replace':
      case 'add': {
        const script =
          action.kind === 'replace' || action.kind === 'add' ? this.template(action.value, tag, keyword) : '@remove()';
        return name === 'add' ? `@always()${script}` : script;
      }
      case 'pattern':
        return action.kind === 'pattern'
          ? `@contents(this,"${action.match.replaceAll('"', '\\"')}","${action.with.replaceAll('"', '\\"')}")`
          : '@remove()';
      default:
        this.refuse(`action ${name} for ${keyword}`, 'CTP has no such action; the element is removed.');
        return '@remove()';
    }
  }

  private dummy(vr: string, tag: number, keyword: string): string {
    if (tag === PATIENT_ID) return this.template(this.profile.patient.id, tag, keyword);
    if (tag === PATIENT_NAME) return this.template(this.profile.patient.name, tag, keyword);
    const dummy = dummyFor(vr);
    if (dummy !== undefined) return dummy;
    if (vr === 'UI') return '@hashuid(@UIDROOT,this)';
    this.refuse(`dummy for ${keyword}`, `CTP cannot write a dummy of VR ${vr}; the element is emptied.`);
    return '@empty()';
  }

  private clean(vr: string, keyword: string): string {
    if (vr === 'DA' || vr === 'DT') return '@incrementdate(this,@DATEINC)';
    if (vr === 'TM') return '@keep()';
    if (vr === 'SQ') return '@process()';
    if (vr === 'UI') return '@hashuid(@UIDROOT,this)';
    if (vr === 'IS' || vr === 'DS') return '@keep()';
    this.refuse(`clean for ${keyword}`, 'CTP cannot clean text; the element is removed.');
    return '@remove()';
  }

  private template(template: string, tag: number, keyword: string): string {
    const isPatient = tag === PATIENT_ID || tag === PATIENT_NAME;
    return template
      .split(/(\{[A-Za-z]+(?::\d+)?\})/)
      .map(piece => {
        const [, name = '', digits = '10'] = /^\{([A-Za-z]+)(?::(\d+))?\}$/.exec(piece) ?? [];
        if (name === '') return literal(piece);
        const from = isPatient && tag !== PATIENT_ID ? 'PatientID' : 'this';
        if (name === 'hash') return `@hash(${from},${digits})`;
        if (name === 'sequence') return `@integer(${from},${keyword},${digits})`;
        if (name === 'id')
          return this.profile.patient.id.includes('{id}') ? '@hash(PatientID,10)' : this.patientId(tag);
        return `@contents(${name})`;
      })
      .join('');
  }

  /** The new Patient ID as a piece of another element. */
  private patientId(tag: number): string {
    const from = tag === PATIENT_ID ? 'this' : 'PatientID';
    return this.profile.patient.id
      .split(/(\{[A-Za-z]+(?::\d+)?\})/)
      .map(piece => {
        const [, name = '', digits = '10'] = /^\{([A-Za-z]+)(?::(\d+))?\}$/.exec(piece) ?? [];
        if (name === '') return literal(piece);
        if (name === 'sequence') this.changed.set('patient.id', 'Patients are numbered by CTP itself.');
        return name === 'sequence' ? `@integer(${from},ptid,${digits})` : `@hash(${from},${digits})`;
      })
      .join('');
  }
}

/** `@if(Element,test,"text"){then}{else}` for all conditions; `undefined` if CTP cannot test one of them. */
function guard(when: readonly Condition[], then: string, otherwise: string): string | undefined {
  return [...when].reverse().reduce<string | undefined>((inner, condition) => {
    const keyword = attributeByTag(condition.tag)?.keyword;
    if (inner === undefined || !keyword) return undefined;
    return [...condition.anyOf].reverse().reduce((rest, test) => {
      const text =
        test.kind === 'literal'
          ? (uidEntryOf(test.value) ?? test.value)
          : `${test.flags.includes('i') ? '(?i)' : ''}.*(?:${test.source}).*`;
      const quoted = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
      return `@if(${keyword},${test.kind === 'literal' ? 'equals' : 'matches'},"${quoted}"){${inner}}{${rest}}`;
    }, otherwise);
  }, then);
}

function uidEntryOf(value: string): string | undefined {
  return uidEntry(value)?.uid;
}
