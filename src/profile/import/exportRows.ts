import { allAttributes, type Attribute } from '../../standard/dictionary';
import { createEffectiveActions, type EffectiveActions } from '../effective';
import { actionName, simpleVr } from '../lintView';
import type { ActionName, EffectiveAction, ResolvedProfile, Rule, RuleAction } from '../model';
import { formatSelector } from '../selectors';
import { resolveCompound } from '../type';

/** What a profile does with one attribute of the dictionary, in words that other programs know. */
export interface ExportRow {
  readonly attribute: Attribute;
  readonly vr: string;
  readonly action: RuleAction;
  /** Compound codes are resolved to the branch that keeps any object valid. */
  readonly name: ActionName;
  readonly effective: EffectiveAction;
  /** Rules with conditions for this very attribute, the strongest first. */
  readonly conditional: readonly Rule[];
}

/** Something that the other program cannot say. */
export interface Refusal {
  /** A rule, an option or a setting, by name. */
  readonly subject: string;
  readonly message: string;
}

export interface ExportResult {
  readonly text: string;
  /** Not expressed; what is written instead is stricter. */
  readonly refused: readonly Refusal[];
  /** Expressed with a difference. */
  readonly changed: readonly Refusal[];
}

const NAMES: Readonly<Record<string, ActionName>> = {
  K: 'keep',
  X: 'remove',
  Z: 'empty',
  D: 'dummy',
  C: 'clean',
  U: 'uid',
};

/** What happens to every attribute of the dictionary at the top of a data set: all but what stays without being named. */
export function exportRows(profile: ResolvedProfile): ExportRow[] {
  const actions = createEffectiveActions(profile);
  const rows: ExportRow[] = [];
  for (const attribute of allAttributes()) {
    if (attribute.vr === '' || attribute.tag >>> 16 <= 0x0006 || attribute.mask >>> 0 !== 0xffffffff) continue;
    const row = rowOf(profile, actions, attribute);
    if (
      row.name !== 'keep' ||
      row.effective.source.kind === 'rule' ||
      row.effective.source.kind === 'option' ||
      row.conditional.length > 0
    )
      rows.push(row);
  }
  return rows.sort((a, b) => a.attribute.tag - b.attribute.tag);
}

function rowOf(profile: ResolvedProfile, actions: EffectiveActions, attribute: Attribute): ExportRow {
  const vr = simpleVr(attribute.vr);
  const effective = actions.for({ sopClass: '', path: [], tag: attribute.tag, vr, instance: () => [] });
  const conditional = profile.rules.filter(
    r =>
      r.when.length > 0 &&
      r.selector.kind === 'attribute' &&
      r.selector.attribute.kind === 'tag' &&
      r.selector.attribute.tag >>> 0 === attribute.tag >>> 0,
  );
  return {
    attribute,
    vr,
    effective,
    action: effective.action,
    name: simpleName(effective.action),
    conditional: [...conditional].reverse(),
  };
}

/** The action by name; codes that depend on a Type take the branch for objects of unknown kind. */
export function simpleName(action: RuleAction): ActionName {
  const name = actionName(action);
  if (name !== 'compound') return name;
  return action.kind === 'code' ? (NAMES[resolveCompound(action.code, undefined, false)] ?? 'remove') : 'remove';
}

/** From what leaves least to what leaves most of a value. */
const STRICTNESS: readonly ActionName[] = [
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

/** The action that leaves least, where a condition cannot be said and any of them may be meant. */
export function strictest(row: ExportRow): RuleAction {
  const all = [row.action, ...row.conditional.map(rule => rule.action)];
  const rank = (action: RuleAction) => STRICTNESS.indexOf(simpleName(action));
  return all.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}

/** Rules that name something other than one attribute of the dictionary at any place. */
export function otherRules(profile: ResolvedProfile): Rule[] {
  return profile.rules.filter(
    r => !(r.selector.kind === 'attribute' && r.selector.attribute.kind === 'tag') && r.selector.kind !== 'vr',
  );
}

/** A rule by name, for refusals. */
export function ruleName(rule: Rule): string {
  const when = rule.when.length > 0 ? ' (with a condition)' : '';
  return `rule for ${formatSelector(rule.selector)}${when}`;
}

/** A value that says nothing, for the VR; `undefined` where there is none as text. */
export function dummyFor(vr: string): string | undefined {
  switch (vr) {
    case 'DA':
      return '19000101';
    case 'DT':
      return '19000101000000';
    case 'TM':
      return '000000';
    case 'AS':
      return '000Y';
    case 'IS':
    case 'DS':
      return '0';
    case 'CS':
    case 'AE':
    case 'SH':
    case 'LO':
    case 'PN':
    case 'ST':
    case 'LT':
    case 'UT':
    case 'UC':
      return 'REMOVED';
    default:
      return undefined;
  }
}

/** Options and settings that neither CTP nor deid can carry out, by name. */
export function refusedSettings(profile: ResolvedProfile, pixelsToo: boolean): Refusal[] {
  const refused: Refusal[] = [];
  const refuse = (subject: string, message: string) => refused.push({ subject, message });
  if (profile.options.has('RetainSafePrivate'))
    refuse('option RetainSafePrivate', 'Private elements that no rule names are removed.');
  if (profile.options.has('CleanStructuredContent'))
    refuse('option CleanStructuredContent', 'Content items cannot be cleaned one by one.');
  if (profile.options.has('CleanPixelData') || profile.pixels.detect !== 'off')
    refuse('pixels.detect', 'Burned-in text is not searched for.');
  if (pixelsToo && profile.pixels.regions.length > 0)
    refuse('pixels.regions', 'Rectangles belong into a DicomPixelAnonymizer script.');
  if (profile.patient.table) refuse('patient.id', 'A table of Patient IDs is not part of the script.');
  if (profile.private.knowledgeBase)
    refuse('private.knowledgeBase', 'A knowledge base of private elements is not known there.');
  return refused;
}
