import type { ConfidentialityRow } from '../../standard/confidentiality';
import { confidentialityRow } from '../../standard/confidentiality';
import { attributeByTag } from '../../standard/dictionary';
import { tciaActions } from '../../standard/tciaActions';
import { uidAttributeClass } from '../../standard/uidAttributes';

/**
 * What a curator in the manner of TCIA and of the challenge's key does with an attribute: TCIA's rule table, with the
 * few places where the key is milder (device identifiers kept, three comments cleaned instead of removed).
 */
export type Treatment =
  /** The value goes (the attribute may stay empty or hold a dummy); `category` is where a text_removed check counts. */
  | { readonly kind: 'removed'; readonly category: RemovedCategory }
  /** The value stays as it is. */
  | { readonly kind: 'kept'; readonly category: string }
  /** Identifiers go, the other words stay. */
  | { readonly kind: 'cleaned' }
  /** Identifiers go; whether the other words stay is left to the tool. */
  | { readonly kind: 'cleanedOrRemoved' }
  | { readonly kind: 'date' }
  | { readonly kind: 'uid' }
  | { readonly kind: 'patientId' }
  /** A sequence whose items are judged on their own. */
  | { readonly kind: 'items' }
  /** The key says nothing. */
  | { readonly kind: 'open' };

/** HIPAA identifier class of an attribute that must go, or the TCIA class of its PS3.15 action. */
export interface RemovedCategory {
  readonly hipaa?: string;
  readonly p15?: string;
}

/** Identifiers of HIPAA's list by attribute (45 CFR 164.514(b)(2)): A names, B places, D telephone, G SSN, H record numbers, M device serials. */
const HIPAA: ReadonlyMap<number, string> = new Map([
  [0x00100010, 'HIPAA-A'],
  [0x00101001, 'HIPAA-A'],
  [0x00101005, 'HIPAA-A'],
  [0x00101060, 'HIPAA-A'],
  [0x00080081, 'HIPAA-B'],
  [0x00080092, 'HIPAA-B'],
  [0x00101040, 'HIPAA-B'],
  [0x00080094, 'HIPAA-D'],
  [0x00102154, 'HIPAA-D'],
  [0x00080050, 'HIPAA-H'],
  [0x00100020, 'HIPAA-H'],
  [0x00101000, 'HIPAA-H'],
  [0x00181000, 'HIPAA-M'],
]);

/** Device identifiers the challenge's key keeps. */
const KEPT_DEVICE = new Set([0x00181004, 0x00181005, 0x00181007, 0x00181008, 0x0018700a]);
/** Comments the challenge's key cleans: Image Comments, Patient Comments, Derivation Description. */
const CLEANED_COMMENTS = new Set([0x00204000, 0x00104000, 0x00082111]);
/** Attributes a tool may keep or map, depending on how it reads two options at once. */
const UNDECIDED = new Set([
  0x00181002, 0x0018100b, 0x00080201, 0x00120062, 0x00120063, 0x00120064, 0x00280301, 0x00280302, 0x00280303,
]);

/**
 * TCIA's rule table takes them out, the challenge's key keeps what the source files say in them: issuer, department,
 * whereabouts and steps of a visit, names and points of a trial, labels of specimens. A tool may do either.
 */
const MILDER_IN_CHALLENGE = new Set([
  0x00081040, 0x00100021, 0x00120010, 0x00120020, 0x00120021, 0x00120050, 0x00120060, 0x00120071, 0x00380300,
  0x00400009, 0x00400253, 0x00400512, 0x00400551, 0x00401001,
]);

const actions = new Map(
  tciaActions().flatMap(row => (row.mask >>> 0 === 0xffffffff ? [[row.tag >>> 0, row.action] as const] : [])),
);

function removed(tag: number, row: ConfidentialityRow | undefined): Treatment {
  const hipaa = HIPAA.get(tag);
  if (hipaa !== undefined) return { kind: 'removed', category: { hipaa } };
  return { kind: 'removed', category: { p15: `TCIA-P15-BASIC-${row?.basic ?? 'X'}` } };
}

function keptCategory(row: ConfidentialityRow | undefined, device: boolean): string {
  if (device || row?.options.RetainDeviceIdentity !== undefined) return 'TCIA-P15-DEV-K';
  if (row?.options.RetainPatientCharacteristics !== undefined) return 'TCIA-P15-PAT-K';
  if (row?.options.RetainLongitudinalModifiedDates !== undefined) return 'TCIA-P15-MOD-C';
  return 'TCIA-REV';
}

const cache = new Map<number, Treatment>();

/** Treatment of a standard attribute, wherever it stands; private attributes are judged by `privateTreatment`. */
export function treatmentOf(tag: number): Treatment {
  const known = cache.get(tag);
  if (known !== undefined) return known;
  const found = decide(tag >>> 0);
  cache.set(tag, found);
  return found;
}

function decide(tag: number): Treatment {
  const group = tag >>> 16;
  if (
    UNDECIDED.has(tag) ||
    MILDER_IN_CHALLENGE.has(tag) ||
    group === 2 ||
    (group & 0xff00) === 0x5000 ||
    (group & 0xff00) === 0x6000
  )
    return { kind: 'open' };
  if (tag === 0x00100020) return { kind: 'patientId' };
  const vr = attributeByTag(tag)?.vr;
  if (vr === undefined) return { kind: 'open' };
  const row = confidentialityRow(tag);
  const action = actions.get(tag);
  if (vr === 'UI') {
    const uidClass = uidAttributeClass(tag);
    if (action === 'hashuid' || uidClass === 'instance') return { kind: 'uid' };
    return uidClass === 'structural' ? { kind: 'kept', category: 'TCIA-REV' } : { kind: 'open' };
  }
  if (vr === 'DA' || vr === 'DT') return row === undefined || action !== 'keep' ? { kind: 'date' } : { kind: 'open' };
  if (KEPT_DEVICE.has(tag)) return { kind: 'kept', category: keptCategory(row, true) };
  if (CLEANED_COMMENTS.has(tag)) return { kind: 'cleaned' };
  if (vr === 'SQ')
    return row === undefined || action === 'keep' || action === 'process' ? { kind: 'items' } : removed(tag, row);
  if (row === undefined) return vr === 'PN' ? removed(tag, row) : { kind: 'kept', category: 'TCIA-REV' };
  switch (action) {
    case 'remove':
    case 'empty':
      // Tools that move dates keep times; the rule table drops a few of them.
      if (vr === 'TM') return { kind: 'open' };
      if (row.options.CleanDescriptors !== undefined) return { kind: 'cleanedOrRemoved' };
      return removed(tag, row);
    case 'replace':
    case 'lookup':
    case 'hashname':
      return removed(tag, row);
    case 'time':
      return { kind: 'kept', category: 'TCIA-P15-MOD-C' };
    case 'keep':
      if (row.options.CleanDescriptors === 'C') return { kind: 'cleaned' };
      if (row.options.RetainPatientCharacteristics === 'K') return { kind: 'kept', category: keptCategory(row, false) };
      return { kind: 'open' };
    default:
      return { kind: 'open' };
  }
}
