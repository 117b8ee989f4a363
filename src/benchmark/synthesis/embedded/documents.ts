import { code, el, sq, type NewElement } from './dataSet';
import { SopClass } from './images';
import { patientAndStudy, reference, seriesAndEquipment, uidOf, type Place } from './modules';

const content = (type: string, relationship: string, concept: readonly NewElement[]): NewElement[] => [
  el(0x0040a010, 'CS', relationship),
  el(0x0040a040, 'CS', type),
  sq(0x0040a043, concept),
];

/** Basic Text SR about one series (PS3.3 A.35.1). */
export function basicTextSr(p: Place, about: Place, aboutClass: string, findings: readonly string[]): NewElement[] {
  const date = `2015${String(p.patient).padStart(2, '0')}1${p.study}`;
  return [
    ...patientAndStudy(p, SopClass.SR, 'CT CHEST W CONTRAST'),
    ...seriesAndEquipment(p, 'SR', 'Radiology report'),
    el(0x00080023, 'DA', date),
    el(0x00080033, 'TM', '150000'),
    sq(0x00081111),
    el(0x00200013, 'IS', String(p.instance)),
    el(0x0040a040, 'CS', 'CONTAINER'),
    sq(0x0040a043, code('18748-4', 'LN', 'Diagnostic imaging report')),
    el(0x0040a050, 'CS', 'SEPARATE'),
    sq(0x0040a372),
    el(0x0040a491, 'CS', 'COMPLETE'),
    el(0x0040a493, 'CS', 'UNVERIFIED'),
    sq(0x0040a375, [
      el(0x0020000d, 'UI', uidOf.study(about)),
      sq(0x00081115, [
        el(0x0020000e, 'UI', uidOf.series(about)),
        sq(0x00081199, reference(aboutClass, uidOf.instance(about))),
      ]),
    ]),
    sq(
      0x0040a730,
      [
        ...content('PNAME', 'HAS OBS CONTEXT', code('121008', 'DCM', 'Person Observer Name')),
        el(0x0040a123, 'PN', 'Source^Reader'),
      ],
      ...findings.map(text => [
        ...content('TEXT', 'CONTAINS', code('121071', 'DCM', 'Finding')),
        el(0x0040a160, 'UT', text),
      ]),
      [
        ...content('IMAGE', 'CONTAINS', code('121112', 'DCM', 'Source of Measurement')),
        sq(0x00081199, reference(aboutClass, uidOf.instance(about))),
      ],
    ),
  ];
}

/** RT Structure Set with one contour on each slice of a CT series (PS3.3 A.19). */
export function rtStructureSet(p: Place, ct: Place, slices: number): NewElement[] {
  const date = `2015${String(p.patient).padStart(2, '0')}1${p.study}`;
  const slice = (n: number): Place => ({ ...ct, instance: n });
  const numbers = Array.from({ length: slices }, (_, i) => i + 1);
  return [
    ...patientAndStudy(p, SopClass.RTSTRUCT, 'CT CHEST W CONTRAST'),
    ...seriesAndEquipment(p, 'RTSTRUCT', 'Contours'),
    el(0x00200013, 'IS', String(p.instance)),
    el(0x00200052, 'UI', uidOf.frameOfReference(ct)),
    el(0x00201040, 'LO', ''),
    el(0x30060002, 'SH', 'PLANNING'),
    el(0x30060008, 'DA', date),
    el(0x30060009, 'TM', '160000'),
    sq(0x30060010, [
      el(0x00200052, 'UI', uidOf.frameOfReference(ct)),
      sq(0x30060012, [
        ...reference('1.2.840.10008.3.1.2.3.1', uidOf.study(ct)),
        sq(0x30060014, [
          el(0x0020000e, 'UI', uidOf.series(ct)),
          sq(0x30060016, ...numbers.map(n => reference(SopClass.CT, uidOf.instance(slice(n))))),
        ]),
      ]),
    ]),
    sq(0x30060020, [
      el(0x30060022, 'IS', '1'),
      el(0x30060024, 'UI', uidOf.frameOfReference(ct)),
      el(0x30060026, 'LO', 'Lung left'),
      el(0x30060036, 'CS', 'MANUAL'),
    ]),
    sq(0x30060039, [
      el(0x3006002a, 'IS', '255\\0\\0'),
      sq(
        0x30060040,
        ...numbers.map(n => [
          sq(0x30060016, reference(SopClass.CT, uidOf.instance(slice(n)))),
          el(0x30060042, 'CS', 'CLOSED_PLANAR'),
          el(0x30060046, 'IS', '4'),
          el(0x30060050, 'DS', `-40\\-40\\${-5 * n}\\40\\-40\\${-5 * n}\\40\\40\\${-5 * n}\\-40\\40\\${-5 * n}`),
        ]),
      ),
      el(0x30060084, 'IS', '1'),
    ]),
    sq(0x30060080, [
      el(0x30060082, 'IS', '1'),
      el(0x30060084, 'IS', '1'),
      el(0x300600a4, 'CS', 'ORGAN'),
      el(0x300600a6, 'PN', ''),
    ]),
    el(0x300e0002, 'CS', 'UNAPPROVED'),
  ];
}

/** Bits of a disc in each of `frames` frames, packed as binary segmentations are (PS3.3 C.8.20.2). */
function disc(rows: number, columns: number, frames: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil((rows * columns * frames) / 8));
  for (let f = 0; f < frames; f++) {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        if ((i - columns / 2) ** 2 + (j - rows / 2) ** 2 > (rows / 6) ** 2) continue;
        const at = (f * rows + j) * columns + i;
        bits[at >> 3]! |= 1 << (at & 7);
      }
    }
  }
  return bits;
}

/** Binary Segmentation of a CT series (PS3.3 A.51). */
export function segmentation(p: Place, ct: Place, slices: number): NewElement[] {
  const date = `2015${String(p.patient).padStart(2, '0')}1${p.study}`;
  const numbers = Array.from({ length: slices }, (_, i) => i + 1);
  const dimension = uidOf.other(p, 77);
  const sourceOf = (n: number): NewElement[] => [
    ...reference(SopClass.CT, uidOf.instance({ ...ct, instance: n })),
    sq(0x0040a170, code('121322', 'DCM', 'Source Image for Image Processing Operation')),
  ];
  return [
    ...patientAndStudy(p, SopClass.SEG, 'CT CHEST W CONTRAST'),
    ...seriesAndEquipment(p, 'SEG', 'Segmentation'),
    el(0x00080008, 'CS', 'DERIVED\\PRIMARY'),
    el(0x00080023, 'DA', date),
    el(0x00080033, 'TM', '161500'),
    sq(0x00081115, [
      sq(0x0008114a, ...numbers.map(n => reference(SopClass.CT, uidOf.instance({ ...ct, instance: n })))),
      el(0x0020000e, 'UI', uidOf.series(ct)),
    ]),
    el(0x00200013, 'IS', String(p.instance)),
    el(0x00200052, 'UI', uidOf.frameOfReference(ct)),
    el(0x00201040, 'LO', ''),
    sq(0x00209221, [el(0x00209164, 'UI', dimension)]),
    sq(0x00209222, [
      el(0x00209164, 'UI', dimension),
      el(0x00209165, 'AT', [0x00200032]),
      el(0x00209167, 'AT', [0x00209113]),
    ]),
    el(0x00280002, 'US', 1),
    el(0x00280004, 'CS', 'MONOCHROME2'),
    el(0x00280008, 'IS', String(slices)),
    el(0x00280010, 'US', 192),
    el(0x00280011, 'US', 192),
    el(0x00280100, 'US', 1),
    el(0x00280101, 'US', 1),
    el(0x00280102, 'US', 0),
    el(0x00280103, 'US', 0),
    el(0x00282110, 'CS', '00'),
    el(0x00620001, 'CS', 'BINARY'),
    sq(0x00620002, [
      sq(0x00620003, code('123037004', 'SCT', 'Anatomical Structure')),
      el(0x00620004, 'US', 1),
      el(0x00620005, 'LO', 'Lung nodule'),
      el(0x00620008, 'CS', 'AUTOMATIC'),
      el(0x00620009, 'LO', 'Threshold'),
      sq(0x0062000f, code('39607008', 'SCT', 'Lung')),
    ]),
    el(0x00700080, 'CS', 'SEGMENTATION'),
    el(0x00700081, 'LO', 'Lung nodules'),
    el(0x00700084, 'PN', 'Source^Reader'),
    sq(0x52009229, [
      sq(0x00209116, [el(0x00200037, 'DS', '1\\0\\0\\0\\1\\0')]),
      sq(0x00289110, [el(0x00180050, 'DS', '5'), el(0x00280030, 'DS', '1.25\\1.25')]),
    ]),
    sq(
      0x52009230,
      ...numbers.map(n => [
        sq(0x00089124, [sq(0x00082112, sourceOf(n)), sq(0x00089215, code('113076', 'DCM', 'Segmentation'))]),
        sq(0x00209111, [el(0x00209157, 'UL', n)]),
        sq(0x00209113, [el(0x00200032, 'DS', `-120\\-120\\${-5 * n}`)]),
        sq(0x0062000a, [el(0x0062000b, 'US', 1)]),
      ]),
    ),
    el(0x7fe00010, 'OB', disc(192, 192, slices)),
  ];
}
