/**
 * Replacement values for code D (PS3.15 E.1.1): valid for the VR, the same in every file, so that attributes of a patient,
 * study or series agree over all instances, and without any relation to the value replaced.
 */

/** Day, time of day and both, for dates that are replaced instead of moved. */
const DUMMY_DATE = '19000101';
const DUMMY_TIME = '000000';

const BY_VR: Readonly<Record<string, string>> = {
  AE: 'ANON',
  AS: '000D',
  CS: 'ANON',
  DA: DUMMY_DATE,
  DS: '0',
  DT: DUMMY_DATE + DUMMY_TIME,
  IS: '0',
  LO: 'REMOVED',
  LT: 'REMOVED',
  PN: 'Anonymized',
  SH: 'REMOVED',
  ST: 'REMOVED',
  TM: DUMMY_TIME,
  UC: 'REMOVED',
  UR: 'urn:removed',
  UT: 'REMOVED',
};

/** Where the VR is not enough: defined terms, enumerated values, and what other attributes rely on. */
const BY_TAG: ReadonlyMap<number, string> = new Map([
  // Coding Scheme Designator: 99 marks a private scheme (PS3.16 8.2).
  [0x00080102, '99ANON'],
  [0x00080201, '+0000'],
  [0x00100040, 'O'],
  [0x00102203, 'UNALTERED'],
  [0x001021a0, 'UNKNOWN'],
  [0x00104000, 'REMOVED'],
  [0x04000565, 'COERCE'],
  [0x04000600, 'LOCAL'],
]);

/** Bytes per value of the binary VRs (PS3.5 6.2); the streams OB and UN need an even length. */
const BINARY_SIZE: Readonly<Record<string, number>> = {
  AT: 4,
  FD: 8,
  FL: 4,
  OB: 2,
  OD: 8,
  OF: 4,
  OL: 4,
  OV: 8,
  OW: 2,
  SL: 4,
  SS: 2,
  SV: 8,
  UL: 4,
  UN: 2,
  US: 2,
  UV: 8,
};

/** Dummy text for a VR that holds text; undefined for UI (a new UID is needed), SQ and binary VRs. */
export function dummyText(tag: number, vr: string): string | undefined {
  return BY_VR[vr] === undefined ? undefined : (BY_TAG.get(tag) ?? BY_VR[vr]);
}

/** Dummy value of a binary VR: zeros, as many bytes as one value has. Undefined for text VRs, UI and SQ. */
export function dummyBinary(vr: string): Uint8Array | undefined {
  const size = BINARY_SIZE[vr];
  return size === undefined ? undefined : new Uint8Array(size);
}
