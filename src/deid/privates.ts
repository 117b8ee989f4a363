import type { EffectiveAction, ResolvedProfile, RuleAction } from '../profile/model';
import { safePrivateAttribute } from '../standard/safePrivate';
import type { KnowledgeBase, PrivateDisposition, SignatureStep } from './knowledgeBase';

/** A private attribute and its place. */
export interface PrivateAttribute {
  readonly path: readonly number[];
  readonly pathCreators: readonly (string | undefined)[];
  /** Without padding; undefined if no creator element reserves the block (PS3.5 7.8.1). */
  readonly creator: string | undefined;
  readonly tag: number;
  /** VR as written; UN where the encoding has none. */
  readonly vr: string;
  /** The instance says so in Private Data Element Characteristics Sequence (0008,0300). */
  readonly declaredSafe: boolean;
}

export interface PrivateDecision {
  readonly action: RuleAction;
  /** VR the value is treated as. */
  readonly vr: string;
  readonly reason?: string;
  /** The value is a whole number YYYYMMDD to be shifted. */
  readonly integerDate?: boolean;
}

/**
 * What happens to a private attribute (PS3.15 E.3.10): a rule of the profile, else the user's knowledge base, else Table
 * E.3.10-1, else what the instance declares, else `private.default`. What is kept is still treated by its VR: text is
 * cleaned, dates follow the date options, UIDs are mapped, names go.
 */
export function privateAction(
  profile: ResolvedProfile,
  knowledgeBase: KnowledgeBase | undefined,
  effective: EffectiveAction,
  attribute: PrivateAttribute,
): PrivateDecision {
  const { creator, tag, vr } = attribute;
  if (effective.source.kind === 'rule') return { action: effective.action, vr };
  if (effective.source.kind === 'default' && effective.source.name === 'base') return { action: { kind: 'keep' }, vr };
  if (creator === undefined) return { action: { kind: 'remove' }, vr, reason: 'private attribute without a creator' };
  const safeRun = profile.options.has('RetainSafePrivate');
  const found = knowledgeBase?.find(signaturePath(attribute), {
    group: tag >>> 16,
    creator,
    element: tag & 0xff,
  });
  if (found && (safeRun || profile.private.default === 'keep')) {
    return { ...byDisposition(profile, found, vr), reason: `knowledge base: ${found}` };
  }
  if (safeRun) {
    const row = safePrivateAttribute(creator, tag >>> 16, tag & 0xff);
    if (row && vrAgrees(vr, row.vr)) {
      const reason = 'Table E.3.10-1: safe';
      return { ...byVr(profile, vr === 'UN' && row.vr.length === 2 ? row.vr : vr), reason };
    }
    if (attribute.declaredSafe) return { ...byVr(profile, vr), reason: 'declared safe in (0008,0300)' };
  }
  return profile.private.default === 'keep'
    ? byVr(profile, vr)
    : { action: { kind: 'remove' }, vr, reason: safeRun ? 'not known to be safe' : undefinedReason };
}

const undefinedReason = 'default for private attributes';

function byDisposition(profile: ResolvedProfile, disposition: PrivateDisposition, vr: string): PrivateDecision {
  switch (disposition) {
    case 'keep':
      return byVr(profile, vr);
    case 'uid':
      return { action: { kind: 'uid' }, vr };
    case 'shiftDate':
      return datesOf(profile, vr);
    case 'shiftIntegerDate':
      return { ...datesOf(profile, vr), integerDate: profile.options.has('RetainLongitudinalModifiedDates') };
    case 'remove':
      return { action: { kind: 'remove' }, vr };
  }
}

/** A kept private value by what it is. */
function byVr(profile: ResolvedProfile, vr: string): PrivateDecision {
  switch (vr) {
    case 'PN':
      return { action: { kind: 'remove' }, vr };
    case 'DA':
    case 'DT':
    case 'TM':
      return datesOf(profile, vr);
    case 'UI':
      return { action: { kind: profile.options.has('RetainUIDs') ? 'keep' : 'uid' }, vr };
    case 'AS':
      return { action: { kind: 'age' }, vr };
    case 'SH':
    case 'LO':
    case 'ST':
    case 'LT':
    case 'UC':
    case 'UT':
    case 'AE':
    case 'UN':
      return { action: { kind: 'clean' }, vr };
    case 'UR':
      return { action: { kind: 'remove' }, vr };
    default:
      return { action: { kind: 'keep' }, vr };
  }
}

function datesOf(profile: ResolvedProfile, vr: string): PrivateDecision {
  if (profile.options.has('RetainLongitudinalModifiedDates')) return { action: { kind: 'shift' }, vr };
  return { action: { kind: profile.options.has('RetainLongitudinalFullDates') ? 'keep' : 'remove' }, vr };
}

/** The table's VR must be the file's, or the file must not know better; `OW/OB` means either. */
function vrAgrees(written: string, table: string): boolean {
  if (written === 'UN' || !/^[A-Z]{2}/.test(table)) return true;
  return table.includes(written) || sameFamily(written, table.slice(0, 2));
}

/** Texts that cleaning treats alike, and integers of one size: implementations differ in these between versions. */
function sameFamily(a: string, b: string): boolean {
  return FAMILIES.some(family => family.includes(a) && family.includes(b));
}

const FAMILIES: readonly string[] = ['SH LO ST LT UC UT CS', 'US SS', 'UL SL', 'DS IS FL FD', 'OB OW UN'];

function signaturePath({ path, pathCreators }: PrivateAttribute): SignatureStep[] {
  return path.map((tag, i) => {
    const creator = pathCreators[i];
    return creator === undefined ? { tag } : { group: tag >>> 16, creator, element: tag & 0xff };
  });
}
