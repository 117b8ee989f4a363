import { code, el, sq, type NewElement } from './dataSet';
import {
  axialPlane,
  generalImage,
  imagePixel,
  patientAndStudy,
  procedureCode,
  reference,
  requestAttributes,
  seriesAndEquipment,
  uidOf,
  type Place,
} from './modules';
import { phantom, toBytes, toWords } from './phantom';

/** SOP classes of the embedded source (PS3.4 B.5). */
export const SopClass = {
  CT: '1.2.840.10008.5.1.4.1.1.2',
  MR: '1.2.840.10008.5.1.4.1.1.4',
  US: '1.2.840.10008.5.1.4.1.1.6.1',
  CR: '1.2.840.10008.5.1.4.1.1.1',
  DX: '1.2.840.10008.5.1.4.1.1.1.1',
  MG: '1.2.840.10008.5.1.4.1.1.1.2',
  PT: '1.2.840.10008.5.1.4.1.1.128',
  SR: '1.2.840.10008.5.1.4.1.1.88.11',
  RTSTRUCT: '1.2.840.10008.5.1.4.1.1.481.3',
  SEG: '1.2.840.10008.5.1.4.1.1.66.4',
} as const;

const SIZE = 192;

/** CT Image (PS3.3 A.3). */
export function ctImage(p: Place, slices: number, description: string): NewElement[] {
  const image = phantom(p.patient, `ct${p.study}`, SIZE, SIZE, p.instance / slices, 0.4);
  return [
    ...patientAndStudy(p, SopClass.CT, 'CT CHEST W CONTRAST'),
    ...seriesAndEquipment(p, 'CT', description, { protocol: '6.1 Chest routine', bodyPart: 'CHEST', position: 'HFS' }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY\\AXIAL'),
    ...axialPlane(p, 1.25, 5),
    procedureCode('CTCH', 'CT chest'),
    requestAttributes(p, 'CT CHEST W CONTRAST'),
    sq(0x00081140, reference(SopClass.CT, uidOf.instance({ ...p, instance: 1 }))),
    el(0x00180010, 'LO', 'OMNIPAQUE 350'),
    el(0x00180022, 'CS', 'HELICAL MODE'),
    el(0x00180060, 'DS', '120'),
    el(0x00181151, 'IS', '200'),
    el(0x00181210, 'SH', 'STANDARD'),
    el(0x00190010, 'LO', 'GEMS_ACQU_01'),
    el(0x00191023, 'DS', '39.37'),
    el(0x0019109e, 'LO', 'CHESTSEQ'),
    el(0x00281050, 'DS', '40'),
    el(0x00281051, 'DS', '400'),
    el(0x00281052, 'DS', '-1024'),
    el(0x00281053, 'DS', '1'),
    ...imagePixel(SIZE, SIZE, { allocated: 16, stored: 12 }, 'MONOCHROME2', toWords(image, 0, 2400)),
  ];
}

/** MR Image (PS3.3 A.4). */
export function mrImage(p: Place, slices: number, description: string): NewElement[] {
  const image = phantom(p.patient, `mr${p.series}`, SIZE, SIZE, p.instance / slices, 0.7);
  return [
    ...patientAndStudy(p, SopClass.MR, 'MRI BREAST W/WO CONTRAST'),
    ...seriesAndEquipment(p, 'MR', description, {
      protocol: 'AX T2 FSE 3mm',
      bodyPart: 'BREAST',
      position: 'HFP',
      laterality: 'R',
    }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY\\OTHER'),
    ...axialPlane(p, 1.25, 3),
    procedureCode('MRBR', 'MR breast'),
    requestAttributes(p, 'MRI BREAST W/WO CONTRAST'),
    el(0x00180020, 'CS', 'SE'),
    el(0x00180021, 'CS', 'SK'),
    el(0x00180022, 'CS', ''),
    el(0x00180023, 'CS', '2D'),
    el(0x00180080, 'DS', '4000'),
    el(0x00180081, 'DS', '98'),
    el(0x00180083, 'DS', '1'),
    el(0x00180087, 'DS', '1.5'),
    el(0x00180091, 'IS', '16'),
    el(0x001021b0, 'LT', 'h/o lung ca, s/p RUL lobectomy; r/o mets'),
    el(0x00190010, 'LO', 'SIEMENS MR HEADER'),
    el(0x0019100c, 'IS', '800'),
    el(0x0019100d, 'CS', 'DIRECTIONAL'),
    ...imagePixel(SIZE, SIZE, { allocated: 16, stored: 12 }, 'MONOCHROME2', toWords(image, 0, 1800)),
  ];
}

/** Ultrasound Image in colour (PS3.3 A.6). */
export function usImage(p: Place): NewElement[] {
  const image = phantom(p.patient, `us${p.instance}`, 240, 320, 0.5, 1);
  return [
    ...patientAndStudy(p, SopClass.US, 'US ABDOMEN COMPLETE'),
    ...seriesAndEquipment(p, 'US', 'Liver sagittal', { bodyPart: 'ABDOMEN' }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY\\ABDOMINAL\\0001'),
    el(0x00200020, 'CS', ''),
    el(0x00280014, 'US', 1),
    el(0x00282110, 'CS', '00'),
    el(0x00102000, 'LO', 'NKDA'),
    ...imagePixel(240, 320, { allocated: 8, stored: 8 }, 'RGB', toBytes(image, 3)),
  ];
}

/** Computed Radiography Image (PS3.3 A.2). */
export function crImage(p: Place): NewElement[] {
  const image = phantom(p.patient, `cr${p.instance}`, 320, 256, 0.5, 0.5);
  return [
    ...patientAndStudy(p, SopClass.CR, 'Chest 2 views'),
    ...seriesAndEquipment(p, 'CR', p.instance === 1 ? 'PA' : 'LAT', { bodyPart: 'CHEST' }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY'),
    el(0x00185101, 'CS', p.instance === 1 ? 'PA' : 'LL'),
    el(0x00181004, 'LO', 'PLATE77'),
    el(0x00200020, 'CS', ''),
    el(0x00280301, 'CS', 'NO'),
    el(0x00321030, 'LO', 'f/u nodule 5.5 mm'),
    ...imagePixel(320, 256, { allocated: 16, stored: 12 }, 'MONOCHROME2', toWords(image, 100, 3900)),
  ];
}

/** Attributes that the DX family shares (PS3.3 C.8.11). */
function digitalXray(laterality: string): NewElement[] {
  return [
    el(0x00080068, 'CS', 'FOR PRESENTATION'),
    el(0x00181164, 'DS', '0.4\\0.4'),
    el(0x00187004, 'CS', 'DIRECT'),
    el(0x00200062, 'CS', laterality),
    el(0x00281040, 'CS', 'LOG'),
    el(0x00281041, 'SS', -1),
    el(0x00281050, 'DS', '2048'),
    el(0x00281051, 'DS', '4096'),
    el(0x00281052, 'DS', '0'),
    el(0x00281053, 'DS', '1'),
    el(0x00281054, 'LO', 'US'),
    el(0x00280301, 'CS', 'NO'),
    el(0x00282110, 'CS', '00'),
    sq(0x00400555),
  ];
}

/** Digital X-Ray Image for presentation (PS3.3 A.26). */
export function dxImage(p: Place): NewElement[] {
  const image = phantom(p.patient, `dx${p.instance}`, 320, 320, 0.4, 0.4);
  return [
    ...patientAndStudy(p, SopClass.DX, 'XR CHEST'),
    ...seriesAndEquipment(p, 'DX', 'Chest PA', { bodyPart: 'CHEST' }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY\\'),
    ...digitalXray('U'),
    el(0x00181508, 'CS', ''),
    el(0x20500020, 'CS', 'INVERSE'),
    el(0x00185101, 'CS', 'PA'),
    el(0x00200020, 'CS', 'L\\F'),
    sq(0x00082218, code('43799004', 'SCT', 'Thorax')),
    sq(0x00540220, [...code('399348003', 'SCT', 'antero-posterior'), sq(0x00540222)]),
    ...imagePixel(320, 320, { allocated: 16, stored: 12 }, 'MONOCHROME1', toWords(image, 4000, 60)),
  ];
}

/** Digital Mammography Image for presentation (PS3.3 A.27). */
export function mgImage(p: Place): NewElement[] {
  const image = phantom(p.patient, `mg${p.instance}`, 384, 256, 0.4, 0.6);
  const side = p.instance % 2 ? 'L' : 'R';
  return [
    ...patientAndStudy(p, SopClass.MG, 'MAMMO SCREENING BILATERAL'),
    ...seriesAndEquipment(p, 'MG', `${side} CC`, { bodyPart: 'BREAST' }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY\\'),
    ...digitalXray(side),
    el(0x20500020, 'CS', 'IDENTITY'),
    el(0x00181508, 'CS', 'MAMMOGRAPHIC'),
    el(0x00200020, 'CS', side === 'L' ? 'A\\L' : 'P\\R'),
    el(0x00280300, 'CS', 'NO'),
    el(0x00281300, 'CS', 'NO'),
    sq(0x00082218, code('76752008', 'SCT', 'Breast')),
    sq(0x00540220, [...code('399162004', 'SCT', 'cranio-caudal'), sq(0x00540222)]),
    el(0x00400318, 'CS', 'BREAST'),
    ...imagePixel(384, 256, { allocated: 16, stored: 12 }, 'MONOCHROME2', toWords(image, 0, 4000)),
  ];
}

/** PET Image (PS3.3 A.21). */
export function ptImage(p: Place, slices: number): NewElement[] {
  const image = phantom(p.patient, 'pt', 128, 128, p.instance / slices, 0.8);
  const date = `2015${String(p.patient).padStart(2, '0')}1${p.study}`;
  return [
    ...patientAndStudy(p, SopClass.PT, 'PET/CT SKULL BASE TO MID-THIGH'),
    ...seriesAndEquipment(p, 'PT', 'PET AC', { protocol: 'WB FDG', bodyPart: 'CHEST' }),
    ...generalImage(p, 'ORIGINAL\\PRIMARY'),
    ...axialPlane(p, 4, 3.27),
    el(0x0008002a, 'DT', `${date}110500`),
    el(0x00181181, 'CS', 'NONE'),
    el(0x00181242, 'IS', '180000'),
    el(0x00189073, 'FD', 180),
    el(0x00280051, 'CS', 'DECY\\ATTN'),
    el(0x00281052, 'DS', '0'),
    el(0x00281053, 'DS', '1.5'),
    el(0x00540016, 'SQ', [
      [
        el(0x00181072, 'TM', '093000'),
        el(0x00181074, 'DS', '370000000'),
        el(0x00181075, 'DS', '6586.2'),
        el(0x00181078, 'DT', `${date}093000`),
        sq(0x00540300, code('77004003', 'SCT', '^18^Fluorine')),
        sq(0x00540304, code('35321007', 'SCT', 'Fluorodeoxyglucose F^18^')),
      ],
    ]),
    sq(0x00540410, [...code('102538003', 'SCT', 'recumbent'), sq(0x00540412, code('40199007', 'SCT', 'supine'))]),
    sq(0x00540414, code('102540008', 'SCT', 'headfirst')),
    el(0x00540081, 'US', slices),
    el(0x00541000, 'CS', 'STATIC\\IMAGE'),
    el(0x00541001, 'CS', 'BQML'),
    el(0x00541002, 'CS', 'EMISSION'),
    el(0x00541102, 'CS', 'START'),
    el(0x00541300, 'DS', '0'),
    el(0x00541321, 'DS', '1'),
    el(0x00541330, 'US', p.instance),
    ...imagePixel(128, 128, { allocated: 16, stored: 16, signed: true }, 'MONOCHROME2', toWords(image, 0, 20000)),
  ];
}
