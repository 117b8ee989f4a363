import type { DicomFile } from '../dicom/dicomFile';
import type { ResolvedProfile } from '../profile/model';
import { transferSyntaxName } from '../standard/uids';
import type { InstanceFacts } from './instanceFacts';
import type { PixelOutcome } from './outcome';

export interface Refusal {
  readonly code: string;
  /** One sentence without values of the file. */
  readonly message: string;
}

const DIRECTORY = '1.2.840.10008.1.3.10';

/** Private transfer syntaxes whose data set is plainly readable. */
const READABLE_PRIVATE = new Set(['1.2.840.113619.5.2', '1.2.840.10008.1.20']);

/** Why a file must not be published whatever is done to its elements; undefined if it may be. */
export function quarantineReason(
  file: DicomFile,
  facts: InstanceFacts,
  profile: ResolvedProfile,
  context: { readonly pixels?: PixelOutcome },
): Refusal | undefined {
  const damage = file.problems.find(problem => problem.severity === 'damage');
  if (damage) return { code: damage.code, message: damage.message };
  if (facts.sopClass === DIRECTORY || facts.hasDirectory) {
    return {
      code: 'dicomdir',
      message:
        'A DICOMDIR lists names and identifiers of a whole medium; make a new one from the output files instead.',
    };
  }
  if (transferSyntaxName(file.encoding.uid) === undefined && !READABLE_PRIVATE.has(file.encoding.uid)) {
    return {
      code: 'unknown-transfer-syntax',
      message: 'The Transfer Syntax UID (0002,0010) is not one of the standard, so nobody can say what the bytes mean.',
    };
  }
  if (
    facts.burnedIn === 'YES' &&
    facts.hasPixels &&
    profile.options.has('CleanPixelData') &&
    !(context.pixels?.examined ?? false)
  ) {
    return {
      code: 'burned-in-annotation',
      message: 'Burned In Annotation (0028,0301) is YES and the pixel data was not cleaned as the profile demands.',
    };
  }
  return undefined;
}
