import type { OptionName, ResolvedProfile } from '../profile/model';
import { OPTION_NAMES } from '../standard/codes';
import { deidMethodCode, deidMethodCodes, type DeidMethodCode } from '../standard/deidMethodCodes';

/** What really happened to one file, as far as the claims depend on it. */
export interface WorkDone {
  /** Every frame was examined for burned-in text, and cleaned where needed (PS3.15 E.3.1). */
  readonly pixelsCleaned: boolean;
  /** A text cleaner looked at every descriptor. */
  readonly textCleaned: boolean;
  /** Attributes whose UID was replaced although Retain UIDs keeps them. */
  readonly uidsReplaced: boolean;
  /** Attributes that a rule keeps and neither Table E.1-1 nor an option does. */
  readonly deviations: number;
}

/** What the file says of its de-identification (PS3.15 E.1.1). */
export interface Claims {
  /** Items for (0012,0064). */
  readonly codes: readonly DeidMethodCode[];
  /** Values for (0012,0063), each at most 64 characters of ASCII. */
  readonly methods: readonly string[];
  /** Value for (0028,0303). */
  readonly dates: 'REMOVED' | 'MODIFIED' | 'UNMODIFIED';
  /** True if (0028,0301) may say NO. */
  readonly noBurnedInAnnotation: boolean;
}

/** Claims for one file: only what was carried out on it. Undefined for a profile that is not built on Table E.1-1. */
export function claimsFor(profile: ResolvedProfile, done: WorkDone, toolVersion: string): Claims | undefined {
  if (profile.base !== 'ps3.15') return undefined;
  const carriedOut = OPTION_NAMES.filter(option => profile.options.has(option) && isCarriedOut(option, done));
  const methods = [
    `DeID Bench ${toolVersion}, PS3.15 ${profile.standard} Annex E`,
    `Profile ${ascii(profile.name, 36)}, ${profile.hash.slice(0, 16)}`,
  ];
  if (done.deviations > 0) methods.push(`${done.deviations} listed attributes kept by rules of the profile`);
  return {
    codes: [deidMethodCode(), ...carriedOut.map(option => deidMethodCode(option))],
    methods: methods.map(text => ascii(text, 64)),
    dates: profile.options.has('RetainLongitudinalFullDates')
      ? 'UNMODIFIED'
      : profile.options.has('RetainLongitudinalModifiedDates')
        ? 'MODIFIED'
        : 'REMOVED',
    noBurnedInAnnotation: done.pixelsCleaned && profile.options.has('CleanPixelData'),
  };
}

function isCarriedOut(option: OptionName, done: WorkDone): boolean {
  switch (option) {
    case 'CleanPixelData':
      return done.pixelsCleaned;
    case 'CleanRecognizableVisualFeatures':
      // Nothing in this program takes faces out of volumes.
      return false;
    case 'CleanDescriptors':
      return done.textCleaned;
    case 'RetainUIDs':
      return !done.uidsReplaced;
    default:
      return true;
  }
}

/** The code of CID 7050, if it is one: to recognise what an earlier run claimed. */
export function isMethodCode(code: string, scheme: string): DeidMethodCode | undefined {
  return scheme === 'DCM' ? deidMethodCodes().find(c => c.code === code) : undefined;
}

/** Printable ASCII without backslashes, at most `limit` characters. */
function ascii(text: string, limit: number): string {
  return text
    .replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')
    .slice(0, limit)
    .trim();
}
