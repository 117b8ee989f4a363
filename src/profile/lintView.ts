import { attributeByTag } from '../standard/dictionary';
import { safePrivateAttribute } from '../standard/safePrivate';
import { uidByKeyword } from '../standard/uids';
import { commonClasses } from './commonClasses';
import type { Fix } from './diagnostic';
import type { DocumentRule, LocatedCondition, ProfileDocument } from './document';
import { editTree, type EditOperation } from './edit';
import { createEffectiveActions, type EffectiveActions } from './effective';
import type {
  ActionName,
  EffectiveAction,
  OptionName,
  ResolvedProfile,
  RuleAction,
  RuleSelector,
  SourceRange,
} from './model';
import type { ProfileLoader, Resolution } from './resolve';
import type { SampleSummary } from './sample';
import { selectorLeaf, selectorTag } from './selectors';

/** A rule of the file that could be understood. */
export interface OwnRule extends DocumentRule {
  readonly index: number;
  readonly selector: RuleSelector;
  readonly action: RuleAction;
}

/** Everything a lint rule may look at. */
export interface LintView {
  readonly document: ProfileDocument;
  readonly resolution: Resolution;
  readonly profile: ResolvedProfile;
  readonly sample: SampleSummary | undefined;
  readonly outputFolder: string | undefined;
  readonly loader: ProfileLoader;
  /** The rules of the file itself, not those of what it extends. */
  readonly rules: readonly OwnRule[];
  /** What happens to a standard attribute at the top of the data set, where no condition holds. */
  effective(tag: number, path?: readonly number[]): EffectiveAction;
  /** Where in the file the decision was made: a rule, an option, `extends`, `base`, or the name. */
  blame(effective: EffectiveAction): SourceRange;
  /** Where findings about the profile as a whole are shown. */
  readonly head: SourceRange;
  /** Where an option was chosen in this file, if it was. */
  optionRange(option: OptionName): SourceRange | undefined;
  /** SOP classes the profile is meant for: by the conditions of a rule, by the sample, or the common ones. */
  sopClasses(when?: readonly LocatedCondition[]): readonly string[];
  /** A quick fix that carries out an operation of the form editor. */
  fix(title: string, operation: EditOperation, preferred?: boolean): Fix[];
}

/** Gathers what lint rules look at; costly parts are computed when they are first asked for. */
export function createLintView(
  document: ProfileDocument,
  resolution: Resolution,
  context: { readonly loader: ProfileLoader; readonly sample?: SampleSummary; readonly outputFolder?: string },
): LintView {
  const { profile } = resolution;
  const rules = document.rules.flatMap((rule, index): OwnRule[] =>
    rule.selector && rule.action ? [{ ...rule, index, selector: rule.selector, action: rule.action }] : [],
  );
  let actions: EffectiveActions | undefined;
  const known = new Map<string, EffectiveAction>();
  const head = document.sections.name?.value ?? document.sections.deid?.value ?? { start: 0, end: 0 };
  const optionRange = (option: OptionName) => document.options.find(o => o.value === option)?.range;
  const sampleClasses = context.sample ? [...context.sample.sopClasses.keys()] : undefined;
  return {
    document,
    resolution,
    profile,
    sample: context.sample,
    outputFolder: context.outputFolder,
    loader: context.loader,
    rules,
    head,
    optionRange,
    effective(tag, path = []) {
      const key = `${path.join('/')}/${tag}`;
      const cached = known.get(key);
      if (cached) return cached;
      actions ??= createEffectiveActions(profile);
      const vr = simpleVr(attributeByTag(tag)?.vr ?? 'UN');
      const effective = actions.for({ sopClass: '', path, tag, vr, instance: () => [] });
      known.set(key, effective);
      return effective;
    },
    blame(effective) {
      const { source } = effective;
      if (source.kind === 'rule' && source.rule.origin.profile === document.id) return source.rule.origin.range;
      const option = source.kind === 'option' ? source.options.map(optionRange).find(r => r !== undefined) : undefined;
      if (option) return option;
      if (source.kind === 'default' && source.name === 'base' && document.settings.base)
        return document.settings.base.range;
      return document.extends[0]?.range ?? document.settings.base?.range ?? head;
    },
    sopClasses(when = []) {
      return classesOf(when) ?? sampleClasses ?? commonClasses();
    },
    fix(title, operation, preferred) {
      const edits = editTree(document.text, document.root, operation);
      return edits.length > 0 ? [{ title, edits, ...(preferred ? { preferred } : {}) }] : [];
    },
  };
}

const SOP_CLASS = 0x00080016;
const MODALITY = 0x00080060;

/** SOP classes that conditions on SOP Class UID or Modality leave. */
function classesOf(when: readonly LocatedCondition[]): readonly string[] | undefined {
  const literals = (tag: number) =>
    when.find(c => c.tag === tag)?.anyOf.flatMap(t => (t.kind === 'literal' ? [t.value] : []));
  const classes = literals(SOP_CLASS);
  if (classes) return classes.map(c => uidByKeyword(c)?.uid ?? c);
  return literals(MODALITY)?.flatMap(m => commonClasses(m));
}

const CODES: Readonly<Record<string, ActionName>> = {
  K: 'keep',
  X: 'remove',
  Z: 'empty',
  D: 'dummy',
  C: 'clean',
  U: 'uid',
};

/** The action by name: `K` is `keep`; a compound code is `compound`. */
export function actionName(action: RuleAction): ActionName | 'compound' {
  if (action.kind !== 'code') return action.kind;
  return CODES[action.code] ?? 'compound';
}

/** True if the value that goes in is the value that comes out. */
export function keepsValue(action: RuleAction): boolean {
  return actionName(action) === 'keep';
}

/** `US or SS` -> `US`, `OB or OW` -> `OW`, as a reader of implicit VR takes them. */
export function simpleVr(vr: string): string {
  if (vr.length <= 2) return vr;
  return vr === 'US or SS' ? 'US' : 'OW';
}

/** VR of what a selector names, from the dictionary or Table E.3.10-1; `undefined` if that is not one VR. */
export function selectorVr(selector: RuleSelector): string | undefined {
  if (selector.kind === 'vr') return selector.vr;
  const leaf = selectorLeaf(selector);
  if (leaf?.kind === 'private') {
    const vr = safePrivateAttribute(leaf.creator, leaf.group, leaf.element)?.vr;
    return vr?.length === 2 ? vr : undefined;
  }
  const tag = leaf?.tag ?? (selector.kind === 'wildcard' ? selector.tag : undefined);
  const attribute = tag === undefined ? undefined : attributeByTag(tag);
  return attribute ? simpleVr(attribute.vr) : undefined;
}

/** Tags of the sequences a path selector demands around its leaf. */
export function selectorParents(selector: RuleSelector): readonly number[] | undefined {
  if (selector.kind !== 'path') return selector.kind === 'attribute' ? [] : undefined;
  const parents = selector.steps.slice(0, -1);
  const tags = parents.flatMap(step => (step.kind === 'tag' ? [step.tag] : []));
  return tags.length === parents.length ? tags : undefined;
}

/** Keyword of an attribute for messages, its tag where it has none. */
export function nameOf(tag: number): string {
  const hex = (tag >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return attributeByTag(tag)?.keyword || `(${hex.slice(0, 4)},${hex.slice(4)})`;
}

/** Own rules that name exactly this attribute, at the top or anywhere. */
export function rulesOn(view: LintView, tags: ReadonlySet<number> | readonly number[]): OwnRule[] {
  const wanted = tags instanceof Set ? tags : new Set(tags);
  return view.rules.filter(rule => wanted.has(selectorTag(rule.selector) ?? -1));
}

/** True if a selector, of whatever kind, takes in the tag (paths do not count: they take in one place). */
export function covers(selector: RuleSelector, tag: number): boolean {
  switch (selector.kind) {
    case 'attribute':
      return selector.attribute.kind === 'tag' && selector.attribute.tag >>> 0 === tag >>> 0;
    case 'wildcard':
      return (tag & selector.mask) >>> 0 === selector.tag >>> 0;
    case 'group':
      return tag >>> 16 === selector.group;
    case 'vr':
      return simpleVr(attributeByTag(tag)?.vr ?? '') === selector.vr;
    case 'path':
      return false;
  }
}

/** A fix that puts another action in place of a rule's. */
export function changeAction(rule: OwnRule, action: string, preferred = false): Fix {
  return {
    title: `Change to ${action}`,
    edits: [{ range: rule.actionRange, newText: action }],
    ...(preferred ? { preferred } : {}),
  };
}

/** The value or format a rule writes, and where it stands. */
export function writtenValue(rule: OwnRule): { readonly text: string; readonly range: SourceRange } | undefined {
  const entry = rule.action.kind === 'pseudonym' ? rule.entries.format : rule.entries.value;
  const writes = rule.action.kind === 'replace' || rule.action.kind === 'add' || rule.action.kind === 'pseudonym';
  return writes && entry?.text !== undefined ? { text: entry.text, range: entry.value } : undefined;
}
