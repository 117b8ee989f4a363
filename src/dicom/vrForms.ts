import { vrCode } from './elementTable';

/** How an explicit VR header gives its length (PS3.5 7.1.2, Tables 7.1-1 and 7.1-2). */
export const VrForm = {
  unknown: 0,
  /** Two reserved bytes and a 32-bit length: a header of 12 bytes. */
  long: 1,
  /** A 16-bit length: a header of 8 bytes. */
  short: 2,
} as const;

const LONG = ['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'];
const SHORT = 'AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US'.split(' ');

/** `VrForm` by VR code. */
export const VR_FORM = new Uint8Array(65536);
for (const vr of LONG) VR_FORM[vrCode(vr)] = VrForm.long;
for (const vr of SHORT) VR_FORM[vrCode(vr)] = VrForm.short;

export const VR = {
  SQ: vrCode('SQ'),
  UN: vrCode('UN'),
  OB: vrCode('OB'),
  OW: vrCode('OW'),
  OF: vrCode('OF'),
  OD: vrCode('OD'),
  OL: vrCode('OL'),
  OV: vrCode('OV'),
  US: vrCode('US'),
  UL: vrCode('UL'),
} as const;

/** True for a VR whose value is a stream of bytes or numbers that may be encapsulated in fragments (PS3.5 A.4). */
export function isBinaryVr(vr: number): boolean {
  return vr === VR.OB || vr === VR.OW || vr === VR.OF || vr === VR.OD || vr === VR.OL || vr === VR.OV;
}
