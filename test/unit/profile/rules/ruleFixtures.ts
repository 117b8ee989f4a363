import type { ProfileLoader } from '../../../../src/profile/resolve';
import type { SampleDevice, SampleSummary } from '../../../../src/profile/sample';

/** A sample with the given contents, one file each. */
export function sample(parts: {
  readonly sopClasses?: readonly string[];
  readonly transferSyntaxes?: readonly string[];
  readonly privateAttributes?: readonly (readonly [key: string, vr: string])[];
  readonly devices?: readonly SampleDevice[];
  readonly directories?: number;
}): SampleSummary {
  return {
    files: 1,
    sopClasses: new Map(parts.sopClasses?.map(uid => [uid, 1])),
    transferSyntaxes: new Map(parts.transferSyntaxes?.map(uid => [uid, 1])),
    attributes: new Map(),
    privateAttributes: new Map(parts.privateAttributes),
    devices: parts.devices ?? [],
    directories: parts.directories ?? 0,
  };
}

/** A table of Patient IDs wherever one is asked for. */
export const ids: ProfileLoader = reference => ({ id: reference, text: 'id_old,id_new\nA,1\n' });

/** A knowledge base that keeps one attribute of creator X and deletes another. */
export const kb: ProfileLoader = reference => ({
  id: reference,
  text: 'element_sig_pattern,vr,private_disposition\n"(0029,""X"",10)",LO,d\n"(0029,""x "",11)",LO,k\n',
});
