import { createEffectiveActions, type EffectiveActions } from '../profile/effective';
import type { InstanceValues } from '../profile/conditions';
import type { ActionCode, EffectiveAction, ResolvedProfile, RuleAction } from '../profile/model';
import { selectorLeaf } from '../profile/selectors';
import { resolveCompound, type SimpleCode } from '../profile/type';
import { confidentialityRow } from '../standard/confidentiality';
import { attributeByTag, dictionaryVr } from '../standard/dictionary';
import { attributeType, knownSopClass } from '../standard/iod';
import { OPTION_NAMES, type AttributeType } from '../standard/codes';
import { vrText } from '../dicom/elementTable';
import { Do, type Fallback, type Handling, type Inside } from './handling';
import type { KnowledgeBase } from './knowledgeBase';
import { PlanContext, type ContentRole } from './planContext';
import { privateAction } from './privates';
import { reasonOf } from './reasons';
import { TEXT_VRS, textRequest } from './textRequests';
import { TagTable } from './tagTable';
import * as tags from './tags';

/**
 * A profile compiled for one SOP class (and one outcome of its conditions): what happens to every attribute at every place.
 * Decisions are made when an attribute is first met and are a look-up from then on.
 */
export class Plan {
  readonly root: PlanContext;
  private readonly known: boolean;
  private readonly contexts = new Map<string, PlanContext>();
  /** Rules that name private attributes by their creator: the tag alone does not say whether one of them applies. */
  private readonly namesPrivates: boolean;

  constructor(
    readonly profile: ResolvedProfile,
    private readonly effective: EffectiveActions,
    readonly sopClass: string,
    private readonly instance: InstanceValues,
    readonly knowledgeBase: KnowledgeBase | undefined,
  ) {
    this.known = knownSopClass(sopClass);
    this.namesPrivates = profile.rules.some(rule => selectorLeaf(rule.selector)?.kind === 'private');
    this.root = this.context([], [], 'normal', undefined);
  }

  /** What happens to a standard attribute (or a private one in a profile that treats all alike) at a place. */
  handling(context: PlanContext, tag: number, writtenVr: number): Handling {
    const usual = context.table.get(tag);
    if (usual !== undefined && usual.writtenVr === writtenVr) return usual;
    const other = context.otherVr.get(tag * 65536 + writtenVr);
    if (other !== undefined) return other;
    const made = this.decide(context, tag, writtenVr);
    if (usual === undefined) context.table.set(tag, made);
    else context.otherVr.set(tag * 65536 + writtenVr, made);
    return made;
  }

  /** What happens to a private attribute of a known creator; `declaredSafe`: the instance itself says so (0008,0300). */
  privateHandling(
    context: PlanContext,
    creator: string | undefined,
    tag: number,
    writtenVr: number,
    declaredSafe: boolean,
  ): Handling {
    const attribute = ((tag & 0xffff0000) | (tag & 0xff)) >>> 0;
    let table: TagTable<Handling> | undefined;
    if (creator !== undefined && !declaredSafe) {
      table = context.privates.get(creator);
      if (!table) context.privates.set(creator, (table = new TagTable()));
      const usual = table.get(attribute);
      if (usual !== undefined && usual.writtenVr === writtenVr) return usual;
      if (usual !== undefined) table = undefined;
    }
    const key = `${creator ?? '\0'}|${creator === undefined ? tag : attribute}|${writtenVr}|${declaredSafe ? 1 : 0}`;
    const other = context.otherPrivates.get(key);
    if (other !== undefined) return other;
    const made = this.decidePrivate(context, creator, tag, writtenVr, declaredSafe);
    if (table) table.set(attribute, made);
    else context.otherPrivates.set(key, made);
    return made;
  }

  /** The place that the items of a sequence are. */
  child(
    context: PlanContext,
    handling: Handling,
    tag: number,
    creator: string | undefined,
    content: ContentRole | undefined,
  ): PlanContext {
    if (!content && handling.child) return handling.child;
    // A content tree nests without end; every level of it is the same place.
    const again = tags.isContentSequence(tag) && context.path[context.path.length - 1] === tag;
    const inside = handling.inside === 'normal' ? context.inside : handling.inside;
    const made = this.context(
      again ? context.path : [...context.path, tag],
      again ? context.pathCreators : [...context.pathCreators, creator],
      inside,
      content,
    );
    if (!content) handling.child = made;
    return made;
  }

  private context(
    path: readonly number[],
    creators: readonly (string | undefined)[],
    inside: Inside,
    content: ContentRole | undefined,
  ): PlanContext {
    const key = `${path.join('/')}|${creators.join('\\')}|${inside}|${content ? content.mode + content.item : ''}`;
    let made = this.contexts.get(key);
    if (!made) {
      made = new PlanContext(path, creators, inside, content);
      this.contexts.set(key, made);
    }
    return made;
  }

  private decide(context: PlanContext, tag: number, writtenVr: number): Handling {
    const group = tag >>> 16;
    const written = vrText(writtenVr);
    const structural = changesNothing(this.profile)
      ? undefined
      : tags.structuralReason(tag, this.profile.base === 'none');
    if (structural) return this.fixed(tag, writtenVr, written, Do.remove, structural);
    if (group & 1) {
      const effective = this.effectiveFor(context, tag, written, undefined);
      if (!this.namesPrivates && effective.source.kind === 'default' && effective.action.kind === 'remove') {
        return this.build(context, tag, writtenVr, written, effective);
      }
      return this.fixed(tag, writtenVr, written, Do.private, 'private attribute');
    }
    // Without the Basic Profile nothing is claimed, and the markers are attributes like others.
    if (context.path.length === 0 && this.profile.base === 'ps3.15' && tags.MARKERS.has(tag)) {
      return this.fixed(tag, writtenVr, written, Do.marker, 'marker of de-identification');
    }
    const vr = readVr(tag, written);
    if (tag === tags.PRIVATE_DATA_CHARACTERISTICS) {
      return this.profile.options.has('RetainSafePrivate')
        ? this.fixed(tag, writtenVr, vr, Do.privateCharacteristics, 'speaks of private blocks (PS3.15 E.3.10)')
        : this.fixed(tag, writtenVr, vr, Do.remove, 'speaks of private blocks that go (PS3.15 E.3.10)');
    }
    if (tag === tags.ENCAPSULATED_DOCUMENT_LENGTH) {
      const document = this.handling(context, tags.ENCAPSULATED_DOCUMENT, writtenVr);
      if (document.do === Do.document) {
        return this.fixed(tag, writtenVr, vr, Do.documentLength, 'length of the document that was replaced');
      }
    }
    const effective = this.effectiveFor(context, tag, vr, undefined);
    if (effective.source.kind === 'default' && effective.source.name !== 'base' && !attributeByTag(tag)) {
      return this.fixed(tag, writtenVr, vr, Do.remove, 'default: not in the data dictionary');
    }
    if (tags.isOverlayGroup(group) && (tag & 0xffff) !== 0x3000) {
      const plane = this.handling(context, ((group << 16) | 0x3000) >>> 0, writtenVr);
      if (plane.do === Do.remove) {
        return this.fixed(tag, writtenVr, vr, Do.remove, 'overlay planes go as a whole (PS3.3 C.9.2)');
      }
    }
    return this.build(context, tag, writtenVr, vr, this.inPlace(context, tag, vr, effective));
  }

  /** What the place adds: members of cleaned or replaced sequences, and values of content items. */
  private inPlace(context: PlanContext, tag: number, vr: string, effective: EffectiveAction): EffectiveAction {
    const because = (action: RuleAction): EffectiveAction => ({ ...effective, action });
    const { content, inside } = context;
    if (content && content.mode !== 'keep' && effective.source.kind !== 'rule') {
      if (content.item !== 'none' && tags.CONTENT_VALUES.has(tag)) {
        return because({ kind: 'code', code: tag === tags.UID && content.item !== 'K' ? 'U' : content.item });
      }
      if (content.item === 'D' && tag === tags.CONCEPT_CODE_SEQUENCE) return because({ kind: 'dummy' });
      if (tag === tags.TEXT_VALUE) return because({ kind: content.mode });
    }
    const unlisted = effective.source.kind === 'default' && effective.source.name === 'unlisted';
    if (!unlisted || effective.action.kind !== 'keep') return effective;
    if (inside === 'dummy') {
      if (TEXT_VRS.has(vr) ? vr !== 'CS' : vr === 'UR') return because({ kind: 'dummy' });
    } else if (inside === 'clean' && TEXT_VRS.has(vr) && vr !== 'CS' && !tags.CODE_IDENTIFIERS.has(tag)) {
      return because({ kind: 'clean' });
    }
    return effective;
  }

  private decidePrivate(
    context: PlanContext,
    creator: string | undefined,
    tag: number,
    writtenVr: number,
    declaredSafe: boolean,
  ): Handling {
    const written = vrText(writtenVr);
    const effective = this.effectiveFor(context, tag, written, creator);
    const decided = privateAction(this.profile, this.knowledgeBase, effective, {
      path: context.path,
      pathCreators: context.pathCreators,
      creator,
      tag,
      vr: written,
      declaredSafe,
    });
    const made = this.build(context, tag, writtenVr, decided.vr, { ...effective, action: decided.action });
    const opaque = decided.vr === 'UN' && decided.action.kind === 'clean';
    return {
      ...made,
      fallback: Do.remove,
      ...(made.do === Do.keep && decided.vr !== 'SQ' && this.profile.base === 'ps3.15' ? { do: Do.screen } : {}),
      ...(opaque ? { do: Do.opaque, text: textRequest(this.profile.text, tag, 'LO', undefined, true) } : {}),
      ...(decided.integerDate ? { do: Do.shiftInteger } : {}),
      ...(decided.reason ? { reason: decided.reason } : {}),
    };
  }

  private effectiveFor(context: PlanContext, tag: number, vr: string, creator: string | undefined): EffectiveAction {
    return this.effective.for({
      sopClass: this.sopClass,
      path: context.path,
      pathCreators: context.pathCreators,
      tag,
      vr,
      creator,
      instance: this.instance,
    });
  }

  private build(
    context: PlanContext,
    tag: number,
    writtenVr: number,
    vr: string,
    effective: EffectiveAction,
  ): Handling {
    const { action, source } = effective;
    const type = attributeType(this.sopClass, context.path, tag);
    const code = action.kind === 'code' ? this.resolve(action.code, type) : simpleOf(action, type);
    const isPrivate = ((tag >>> 16) & 1) === 1;
    const row = isPrivate ? undefined : confidentialityRow(tag);
    const keyword = attributeByTag(tag)?.keyword;
    const decided = this.doing(tag, vr, action, code, source);
    const doing = code === 'Z' && decided === Do.remove && !tags.isGraphics(tag) ? Do.empty : decided;
    return {
      do: doing,
      fallback: this.fallback(row?.basic, type),
      writtenVr,
      vr,
      keyword,
      inside: vr !== 'SQ' ? 'normal' : doing === Do.dummy ? 'dummy' : code === 'C' ? 'clean' : 'normal',
      action,
      source,
      type,
      code,
      reason:
        reasonOf(effective, code ?? '', type) +
        (doing === Do.patientId || doing === Do.patientName ? ', as the pseudonym of the profile' : ''),
      deviates:
        this.profile.base === 'ps3.15' &&
        source.kind === 'rule' &&
        MAY_LEAVE_VALUE.has(doing) &&
        vr !== 'SQ' &&
        row !== undefined &&
        !OPTION_NAMES.some(option => this.profile.options.has(option) && row.options[option] === (code ?? 'K')),
      ...(doing === Do.text ? { text: textRequest(this.profile.text, tag, vr, keyword, isPrivate) } : {}),
    };
  }

  private resolve(code: ActionCode, type: AttributeType | undefined): SimpleCode {
    const simple = resolveCompound(code, type, this.known);
    // Where the IOD lists what an instance refers to (Common Instance Reference), emptying the references would leave a
    // list of nothing; mapped UIDs keep both in step (PS3.3 C.12.2).
    return code === 'X/Z/U*' && this.listsReferences() ? 'U' : simple;
  }

  private listsReferences(): boolean {
    return attributeType(this.sopClass, [], tags.REFERENCED_SERIES_SEQUENCE)?.startsWith('1') ?? false;
  }

  /** From a resolved code, or the action of a rule, to what the engine does with this VR. */
  private doing(
    tag: number,
    vr: string,
    action: RuleAction,
    code: SimpleCode | undefined,
    source: EffectiveAction['source'],
  ): Do {
    if (tags.isGraphics(tag)) {
      // Graphics are never partly cleaned: they go, unless they are kept or, by a rule, a plane without a dot takes their place.
      return code === 'K' ? Do.keep : code === 'D' && tags.isOverlayData(tag) ? Do.zeros : Do.remove;
    }
    switch (action.kind) {
      case 'replace':
      case 'add':
      case 'pseudonym':
        return Do.replace;
      case 'pattern':
        return Do.pattern;
      case 'shift':
        return vr === 'SQ' ? Do.keep : Do.shift;
      case 'age':
        return Do.age;
      default:
    }
    switch (code) {
      case 'K':
        return vr === 'AS' && source.kind === 'option' ? Do.age : Do.keep;
      case 'X':
        return Do.remove;
      case 'Z':
        return tag === tags.PATIENT_ID ? Do.patientId : tag === tags.PATIENT_NAME ? Do.patientName : Do.empty;
      case 'D':
        return dummyDo(tag, vr);
      case 'U':
        return vr === 'SQ' ? Do.keep : Do.uid;
      default:
        return cleanDo(tag, vr, this.fallback(confidentialityRow(tag)?.basic, undefined));
    }
  }

  private fallback(basic: ActionCode | undefined, type: AttributeType | undefined): Fallback {
    const code = resolveCompound(basic ?? 'X/Z/D', type, this.known);
    return code === 'Z' ? Do.empty : code === 'D' ? Do.dummy : Do.remove;
  }

  private fixed(tag: number, writtenVr: number, vr: string, doing: Do, reason: string): Handling {
    return {
      do: doing,
      fallback: Do.remove,
      writtenVr,
      vr,
      keyword: attributeByTag(tag)?.keyword,
      inside: 'normal',
      action: { kind: doing === Do.remove ? 'remove' : 'keep' },
      source: { kind: 'default', name: 'unlisted' },
      type: undefined,
      code: undefined,
      reason,
      deviates: false,
    };
  }
}

/** The VR an element is treated as: the dictionary's where the file says nothing, or where the dictionary knows it to be risky. */
function readVr(tag: number, written: string): string {
  const code = dictionaryVr(tag);
  if (code === 0) return written;
  const standard = vrText(code);
  return written === 'UN' || !KNOWN_VRS.has(written) || SWEPT.has(standard) || SWEPT.has(written)
    ? standardOr(written, standard)
    : written;
}

/** A PN written as LO is a PN; an LO written as PN as well. */
function standardOr(written: string, standard: string): string {
  return SWEPT.has(standard) || written === 'UN' || !KNOWN_VRS.has(written) ? standard : written;
}

const SWEPT = new Set(['PN', 'DA', 'DT', 'TM', 'UI']);
const KNOWN_VRS = new Set(
  'AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV'.split(' '),
);

function simpleOf(action: RuleAction, type: AttributeType | undefined): SimpleCode | undefined {
  switch (action.kind) {
    case 'keep':
      return 'K';
    case 'remove':
      return 'X';
    case 'empty':
      return type === '1' || type === '1C' ? 'D' : 'Z';
    case 'dummy':
      return 'D';
    case 'uid':
      return 'U';
    case 'clean':
      return 'C';
    default:
      return undefined;
  }
}

/** What may leave a value as it is. */
const MAY_LEAVE_VALUE: ReadonlySet<Do> = new Set([Do.keep, Do.pattern, Do.text]);

function dummyDo(tag: number, vr: string): Do {
  if (tag === tags.PATIENT_ID) return Do.patientId;
  if (tag === tags.PATIENT_NAME) return Do.patientName;
  if (tag === tags.ENCAPSULATED_DOCUMENT) return Do.document;
  if (tag === tags.GRAPHIC_DATA) return Do.zeros;
  return vr === 'UI' ? Do.uid : Do.dummy;
}

function cleanDo(tag: number, vr: string, fallback: Fallback): Do {
  switch (vr) {
    case 'SQ':
      return Do.keep;
    case 'DA':
    case 'DT':
    case 'TM':
      return Do.shift;
    case 'AS':
      return Do.age;
    case 'UI':
      return Do.uid;
    case 'IS':
    case 'DS':
      return Do.number;
    default:
      if (tag === tags.TIMEZONE_OFFSET) return Do.shift;
      return TEXT_VRS.has(vr) ? Do.text : fallback;
  }
}

/** Compiles profiles into plans and keeps them: one per SOP class and outcome of the profile's conditions. */
export class Planner {
  private readonly effective: EffectiveActions;
  private readonly plans = new Map<string, Plan>();

  constructor(
    private readonly profile: ResolvedProfile,
    private readonly knowledgeBase: KnowledgeBase | undefined,
  ) {
    this.effective = createEffectiveActions(profile);
  }

  /** @param outcome which conditions of the profile hold for this instance, as text. */
  plan(sopClass: string, outcome: string, instance: () => InstanceValues): Plan {
    const key = `${sopClass}|${outcome}`;
    let plan = this.plans.get(key);
    if (!plan) {
      if (this.plans.size >= PLAN_LIMIT) this.plans.clear();
      plan = new Plan(this.profile, this.effective, sopClass, instance(), this.knowledgeBase);
      this.plans.set(key, plan);
    }
    return plan;
  }
}

/** More SOP classes than this in one run are made up; the plans are only a cache. */
const PLAN_LIMIT = 500;

/** True for a profile that starts from nothing and has no rule: its data sets stay as they are, to the byte. */
export function changesNothing(profile: ResolvedProfile): boolean {
  return profile.base === 'none' && profile.rules.length === 0;
}
