import { confidentialityRow, type ConfidentialityRow } from '../standard/confidentiality';
import { uidAttributeClass } from '../standard/uidAttributes';
import { compileConditions, type InstanceValues } from './conditions';
import type {
  AttributeSelector,
  EffectiveAction,
  OptionName,
  ResolvedProfile,
  Rule,
  RuleAction,
  RuleSelector,
} from './model';

/** Where a data element stands. */
export interface ElementContext {
  /** SOP Class UID of the instance. */
  readonly sopClass: string;
  /** Tags of the sequences around it, outermost first. */
  readonly path: readonly number[];
  readonly tag: number;
  /** Two letters, as found in the file or from the dictionary. */
  readonly vr: string;
  /** Private creator of a private attribute, without padding. */
  readonly creator?: string | undefined;
  /** Private creators of the sequences in `path`, where they are private. */
  readonly pathCreators?: readonly (string | undefined)[];
  /** Values of attributes at the top of the data set, for conditions. */
  readonly instance: InstanceValues;
}

export interface EffectiveActions {
  /**
   * What happens to one data element, and why. Codes of the table come as they are; `resolveCompound` turns compound ones
   * into what the Type demands. A private attribute under Retain Safe Private that no rule names comes as
   * `{kind: 'code', code: 'C'}` with source `safePrivate`: kept if it is known to be safe, else `private.default`.
   */
  for(context: ElementContext): EffectiveAction;
  /** True if some rule that could apply here has conditions, so that the answer depends on the instance. */
  conditional(context: Omit<ElementContext, 'instance'>): boolean;
}

interface Candidate {
  readonly rule: Rule;
  readonly selector: RuleSelector;
  readonly rank: readonly [kind: number, detail: number, when: number, order: number];
  readonly holds: ((instance: InstanceValues) => boolean) | undefined;
}

/** Compiles the precedence of a profile: rules (most specific first), then options, then Table E.1-1, then defaults. */
export function createEffectiveActions(profile: ResolvedProfile): EffectiveActions {
  const index = indexRules(profile.rules);
  const selected = [...profile.options];
  return {
    for(context) {
      for (const candidate of index.matching(context))
        if (!candidate.holds || candidate.holds(context.instance))
          return { action: candidate.rule.action, source: { kind: 'rule', rule: candidate.rule } };
      return tableAction(profile, selected, context);
    },
    conditional: context => index.matching(context).some(c => c.holds !== undefined),
  };
}

/** Kinds of selectors by specificity: sequence path, attribute, wildcard, group, VR. */
const KIND_RANK: Readonly<Record<RuleSelector['kind'], number>> = {
  path: 4,
  attribute: 3,
  wildcard: 2,
  group: 1,
  vr: 0,
};

/** Within a kind: more steps of a path and more fixed digits of a wildcard are more specific. */
export function specificity(selector: RuleSelector): readonly [number, number] {
  const detail =
    selector.kind === 'path'
      ? selector.steps.length
      : selector.kind === 'wildcard'
        ? (selector.mask >>> 0).toString(2).replaceAll('0', '').length
        : 0;
  return [KIND_RANK[selector.kind], detail];
}

const bySpecificity = (a: Candidate, b: Candidate): number => {
  for (let i = 0; i < 4; i++) {
    const difference = (b.rank[i] ?? 0) - (a.rank[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

function indexRules(rules: readonly Rule[]) {
  const byLeaf = new Map<string, Candidate[]>();
  const wildcards: Candidate[] = [];
  const groups = new Map<number, Candidate[]>();
  const vrs = new Map<string, Candidate[]>();
  const push = <K>(map: Map<K, Candidate[]>, key: K, candidate: Candidate) => {
    const list = map.get(key);
    if (list) list.push(candidate);
    else map.set(key, [candidate]);
  };
  rules.forEach((rule, order) => {
    const { selector } = rule;
    const candidate: Candidate = {
      rule,
      selector,
      rank: [...specificity(selector), rule.when.length > 0 ? 1 : 0, order],
      holds: rule.when.length > 0 ? compileConditions(rule.when) : undefined,
    };
    if (selector.kind === 'attribute') push(byLeaf, attributeKey(selector.attribute), candidate);
    else if (selector.kind === 'path') {
      const leaf = selector.steps[selector.steps.length - 1];
      if (leaf) push(byLeaf, attributeKey(leaf), candidate);
    } else if (selector.kind === 'wildcard') wildcards.push(candidate);
    else if (selector.kind === 'group') push(groups, selector.group, candidate);
    else push(vrs, selector.vr, candidate);
  });
  const none: readonly Candidate[] = [];
  return {
    matching(context: Omit<ElementContext, 'instance'>): readonly Candidate[] {
      const tag = context.tag >>> 0;
      const group = tag >>> 16;
      const isPrivate = (group & 1) === 1;
      const found: Candidate[] = [];
      for (const c of byLeaf.get(`t${tag}`) ?? none) if (pathMatches(c.selector, context)) found.push(c);
      if (isPrivate && context.creator !== undefined)
        for (const c of byLeaf.get(`p${group}:${tag & 0xff}:${context.creator.trim()}`) ?? none)
          if (pathMatches(c.selector, context)) found.push(c);
      for (const c of wildcards) if (wildcardMatches(c.selector, tag)) found.push(c);
      for (const c of groups.get(group) ?? none) found.push(c);
      for (const c of vrs.get(context.vr) ?? none) found.push(c);
      return found.length > 1 ? found.sort(bySpecificity) : found;
    },
  };
}

function attributeKey(attribute: AttributeSelector): string {
  return attribute.kind === 'tag'
    ? `t${attribute.tag >>> 0}`
    : `p${attribute.group}:${attribute.element & 0xff}:${attribute.creator}`;
}

function wildcardMatches(selector: RuleSelector, tag: number): boolean {
  if (selector.kind !== 'wildcard' || (tag & selector.mask) >>> 0 !== selector.tag >>> 0) return false;
  const family = selector.tag >>> 24;
  // 50xx and 60xx mean repeating groups: even ones up to xx1E (PS3.5 7.6); odd groups there are private.
  const repeating = (family === 0x50 || family === 0x60) && ((selector.mask >>> 16) & 0xff) === 0;
  return !repeating || ((tag >>> 16) & 0xe1) === 0;
}

/** The steps before the leaf must be the innermost sequences around the element. */
function pathMatches(selector: RuleSelector, context: Omit<ElementContext, 'instance'>): boolean {
  if (selector.kind !== 'path') return true;
  const parents = selector.steps.slice(0, -1);
  const offset = context.path.length - parents.length;
  if (offset < 0) return false;
  return parents.every((step, i) => {
    const tag = (context.path[offset + i] ?? 0) >>> 0;
    if (step.kind === 'tag') return tag === step.tag >>> 0;
    const creator = context.pathCreators?.[offset + i]?.trim();
    return tag >>> 16 === step.group && (tag & 0xff) === (step.element & 0xff) && creator === step.creator;
  });
}

/** The cell of a row under the selected options: C if any says C, else K if any says K (PS3.15 E.3). */
export function optionCell(
  row: ConfidentialityRow,
  options: Iterable<OptionName>,
): { readonly code: 'C' | 'K'; readonly options: readonly OptionName[] } | undefined {
  const clean: OptionName[] = [];
  const keep: OptionName[] = [];
  for (const option of options) {
    const cell = row.options[option];
    if (cell === 'C') clean.push(option);
    else if (cell === 'K') keep.push(option);
  }
  if (clean.length > 0) return { code: 'C', options: clean };
  return keep.length > 0 ? { code: 'K', options: keep } : undefined;
}

type DefaultName = Extract<EffectiveAction['source'], { readonly kind: 'default' }>['name'];
const byDefault = (action: RuleAction, name: DefaultName): EffectiveAction => ({
  action,
  source: { kind: 'default', name },
});
const KEEP: RuleAction = { kind: 'keep' };

function tableAction(
  profile: ResolvedProfile,
  selected: readonly OptionName[],
  context: ElementContext,
): EffectiveAction {
  const tag = context.tag >>> 0;
  if ((tag >>> 16) & 1) return privateAction(profile, selected);
  const row = confidentialityRow(tag);
  if (row) {
    const cell = optionCell(row, selected);
    if (cell)
      return {
        action: { kind: 'code', code: cell.code },
        source: { kind: 'option', options: cell.options, tableCode: row.basic },
      };
    if (profile.base === 'ps3.15')
      return { action: { kind: 'code', code: row.basic }, source: { kind: 'table', tableCode: row.basic } };
  }
  return profile.base === 'none' ? byDefault(KEEP, 'base') : unlistedAction(profile, selected, tag, context.vr);
}

function privateAction(profile: ResolvedProfile, selected: readonly OptionName[]): EffectiveAction {
  if (selected.includes('RetainSafePrivate')) return byDefault({ kind: 'code', code: 'C' }, 'safePrivate');
  if (profile.base === 'none') return byDefault(KEEP, 'base');
  return byDefault({ kind: profile.private.default }, 'private');
}

const TEXT_VRS: ReadonlySet<string> = new Set(['SH', 'LO', 'ST', 'LT', 'UT', 'UC']);

/**
 * Attributes that identify although Table E.1-1 does not list them: birth and death date in an alternative calendar, breed
 * registration number, Device ID, contact URI and name, and values encrypted by somebody else.
 */
const UNLISTED_IDENTIFYING: ReadonlySet<number> = new Set([
  0x00100033, 0x00100034, 0x00102295, 0x00181003, 0x0074100a, 0x0074100c, 0x04000500,
]);
const DEVICE_ID = 0x00181003;

/** What Table E.1-1 does not list, treated as it treats its kind (PS3.15 E.1.1 asks for more than the table where needed). */
function unlistedAction(
  profile: ResolvedProfile,
  selected: readonly OptionName[],
  tag: number,
  vr: string,
): EffectiveAction {
  if (UNLISTED_IDENTIFYING.has(tag) && !(tag === DEVICE_ID && selected.includes('RetainDeviceIdentity')))
    return byDefault({ kind: 'code', code: 'X/Z/D' }, 'vrSweep');
  switch (vr) {
    case 'PN':
      return byDefault({ kind: 'code', code: 'X/Z/D' }, 'vrSweep');
    case 'DA':
    case 'TM':
    case 'DT':
      return byDefault({ kind: 'code', code: dateCode(selected) }, 'vrSweep');
    case 'UI':
      return uidAction(selected, tag);
    default:
      if (profile.unlisted.text === 'keep' || !TEXT_VRS.has(vr)) return byDefault(KEEP, 'unlisted');
      return byDefault(
        profile.unlisted.text === 'clean' ? { kind: 'clean' } : { kind: 'code', code: 'X/Z/D' },
        'unlisted',
      );
  }
}

function dateCode(selected: readonly OptionName[]): 'C' | 'K' | 'X/Z/D' {
  if (selected.includes('RetainLongitudinalModifiedDates')) return 'C';
  return selected.includes('RetainLongitudinalFullDates') ? 'K' : 'X/Z/D';
}

function uidAction(selected: readonly OptionName[], tag: number): EffectiveAction {
  switch (uidAttributeClass(tag)) {
    case 'structural':
      return byDefault(KEEP, 'structuralUid');
    case 'locator':
      return byDefault({ kind: 'remove' }, 'instanceUid');
    default:
      // An attribute newer than the dictionary is taken for an instance reference; registered values stay whatever the action.
      return byDefault(selected.includes('RetainUIDs') ? KEEP : { kind: 'uid' }, 'instanceUid');
  }
}
