import { el, sq, code, type NewElement } from './dataSet';

/** Where an instance of the embedded source stands. */
export interface Place {
  readonly patient: number;
  readonly study: number;
  readonly series: number;
  readonly instance: number;
}

const ROOT = '1.2.826.0.1.3680043.8.498.7301';

/** UIDs of the embedded source; plain counting numbers, replaced as soon as patients are assigned. */
export const uidOf = {
  study: (p: Place): string => `${ROOT}.${p.patient}.${p.study}`,
  series: (p: Place): string => `${ROOT}.${p.patient}.${p.study}.${p.series}`,
  instance: (p: Place): string => `${ROOT}.${p.patient}.${p.study}.${p.series}.${p.instance}`,
  frameOfReference: (p: Place): string => `${ROOT}.${p.patient}.${p.study}.900`,
  other: (p: Place, n: number): string => `${ROOT}.${p.patient}.${p.study}.${p.series}.${p.instance}.${n}`,
};

export const implementation = { uid: `${ROOT}.0.1`, version: 'DEIDBENCH_SYNTH' };

const two = (n: number): string => String(n).padStart(2, '0');

/** SOP Common, Patient and General Study (PS3.3 C.12.1, C.7.1.1, C.7.2.1). */
export function patientAndStudy(p: Place, sopClass: string, studyDescription: string): NewElement[] {
  const date = `2015${two(p.patient)}1${p.study}`;
  return [
    el(0x00080005, 'CS', 'ISO_IR 100'),
    el(0x00080012, 'DA', date),
    el(0x00080013, 'TM', `1${p.series}${two(p.instance)}00`),
    el(0x00080016, 'UI', sopClass),
    el(0x00080018, 'UI', uidOf.instance(p)),
    el(0x00080020, 'DA', date),
    el(0x00080030, 'TM', '101500'),
    el(0x00080050, 'SH', `ACC${p.patient}${p.study}`),
    el(0x00080090, 'PN', 'Source^Referrer'),
    el(0x00081030, 'LO', studyDescription),
    el(0x00100010, 'PN', `Source^Patient ${p.patient}`),
    el(0x00100020, 'LO', `SOURCE${p.patient}`),
    el(0x00100030, 'DA', '19600101'),
    el(0x00100040, 'CS', p.patient % 2 ? 'F' : 'M'),
    el(0x00101010, 'AS', '055Y'),
    el(0x00101030, 'DS', String(60 + p.patient)),
    el(0x00102160, 'SH', 'Unknown'),
    el(0x0020000d, 'UI', uidOf.study(p)),
    el(0x00200010, 'SH', `S${p.study}`),
  ];
}

/** General Series and General Equipment (PS3.3 C.7.3.1, C.7.5.1). */
export function seriesAndEquipment(
  p: Place,
  modality: string,
  description: string,
  options: { protocol?: string; bodyPart?: string; laterality?: string; position?: string } = {},
): NewElement[] {
  const date = `2015${two(p.patient)}1${p.study}`;
  return [
    el(0x00080021, 'DA', date),
    el(0x00080031, 'TM', `10${20 + p.series}00`),
    el(0x00080060, 'CS', modality),
    el(0x00080070, 'LO', 'Phantom Systems'),
    el(0x00080080, 'LO', 'Source Institution'),
    el(0x00081010, 'SH', 'SOURCE'),
    el(0x0008103e, 'LO', description),
    el(0x00081070, 'PN', 'Source^Operator'),
    el(0x00081090, 'LO', `Phantom ${modality} 1`),
    el(0x00181000, 'LO', '10001'),
    el(0x00181020, 'LO', '1.0'),
    el(0x0020000e, 'UI', uidOf.series(p)),
    el(0x00200011, 'IS', String(p.series)),
    ...(options.protocol === undefined ? [] : [el(0x00181030, 'LO', options.protocol)]),
    ...(options.bodyPart === undefined ? [] : [el(0x00180015, 'CS', options.bodyPart)]),
    ...(options.position === undefined ? [] : [el(0x00185100, 'CS', options.position)]),
    ...(options.laterality === undefined ? [] : [el(0x00200060, 'CS', options.laterality)]),
  ];
}

/** General Image with its dates (PS3.3 C.7.6.1). */
export function generalImage(p: Place, imageType: string): NewElement[] {
  const date = `2015${two(p.patient)}1${p.study}`;
  const time = `11${two(p.series)}${two(p.instance)}`;
  return [
    el(0x00080008, 'CS', imageType),
    el(0x00080022, 'DA', date),
    el(0x00080023, 'DA', date),
    el(0x00080032, 'TM', time),
    el(0x00080033, 'TM', time),
    el(0x00200012, 'IS', '1'),
    el(0x00200013, 'IS', String(p.instance)),
    el(0x00204000, 'LT', 'Patient tolerated the procedure well. No acute findings'),
  ];
}

/** Frame of Reference and Image Plane of a stack of axial slices `spacing` mm apart (PS3.3 C.7.4.1, C.7.6.2). */
export function axialPlane(p: Place, pixel: number, spacing: number): NewElement[] {
  const z = -spacing * p.instance;
  return [
    el(0x00180050, 'DS', String(spacing)),
    el(0x00200032, 'DS', `-120\\-120\\${z}`),
    el(0x00200037, 'DS', '1\\0\\0\\0\\1\\0'),
    el(0x00200052, 'UI', uidOf.frameOfReference(p)),
    el(0x00201040, 'LO', ''),
    el(0x00201041, 'DS', String(z)),
    el(0x00280030, 'DS', `${pixel}\\${pixel}`),
  ];
}

/** Image Pixel (PS3.3 C.7.6.3). */
export function imagePixel(
  rows: number,
  columns: number,
  bits: { allocated: 8 | 16; stored: number; signed?: boolean },
  photometric: string,
  pixels: Uint8Array,
): NewElement[] {
  const rgb = photometric === 'RGB';
  return [
    el(0x00280002, 'US', rgb ? 3 : 1),
    el(0x00280004, 'CS', photometric),
    ...(rgb ? [el(0x00280006, 'US', 0)] : []),
    el(0x00280010, 'US', rows),
    el(0x00280011, 'US', columns),
    el(0x00280100, 'US', bits.allocated),
    el(0x00280101, 'US', bits.stored),
    el(0x00280102, 'US', bits.stored - 1),
    el(0x00280103, 'US', bits.signed === true ? 1 : 0),
    el(0x7fe00010, bits.allocated === 16 ? 'OW' : 'OB', pixels),
  ];
}

/** Request Attributes Sequence: a nested place for descriptions and identifiers (PS3.3 10-9). */
export function requestAttributes(p: Place, description: string): NewElement {
  return sq(0x00400275, [
    el(0x00321060, 'LO', description),
    el(0x00400007, 'LO', description),
    el(0x00400009, 'SH', `SPS${p.patient}${p.study}`),
    el(0x00401001, 'SH', `RP${p.patient}${p.study}`),
  ]);
}

/** Procedure Code Sequence (PS3.3 C.7.2.1). */
export function procedureCode(value: string, meaning: string): NewElement {
  return sq(0x00081032, code(value, '99SYN', meaning));
}

/** Reference to an instance by its class (PS3.3 10-11). */
export function reference(sopClass: string, uid: string): NewElement[] {
  return [el(0x00081150, 'UI', sopClass), el(0x00081155, 'UI', uid)];
}
