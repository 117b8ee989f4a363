/** Where free text with an identifier may be put. */
export interface TextPlace {
  readonly tag: number;
  readonly vr: 'LO' | 'LT' | 'ST' | 'SH';
  /** Most characters of the VR, or fewer where short texts are usual. */
  readonly max: number;
  /** What the text belongs to: all instances of that entity get the same text. */
  readonly level: 'patient' | 'study' | 'series' | 'instance';
  /** Probability that the entity gets an identifier there. */
  readonly chance: number;
  /** Texts to start from where the source has none; absent: only a text that is there is used. */
  readonly invent?: readonly string[];
}

const STUDIES = [
  'CT CHEST W CONTRAST',
  'MRI BREAST W/WO CONTRAST',
  'Chest 2 views',
  'US ABDOMEN COMPLETE',
  'PET/CT SKULL',
];
const SERIES = ['AX T2 FSE', 'SCOUT', 'LUNG 5mm', 'LOCALIZER (3-plane)', 'Gated, 0.0%'];

/** Descriptors, comments and histories in which the challenge's data has identifiers. */
export const TEXT_PLACES: readonly TextPlace[] = [
  { tag: 0x00081030, vr: 'LO', max: 64, level: 'study', chance: 0.85, invent: STUDIES },
  { tag: 0x0008103e, vr: 'LO', max: 64, level: 'series', chance: 0.8, invent: SERIES },
  { tag: 0x00181030, vr: 'LO', max: 64, level: 'series', chance: 0.6 },
  { tag: 0x00321060, vr: 'LO', max: 64, level: 'study', chance: 0.4, invent: STUDIES },
  { tag: 0x00400254, vr: 'LO', max: 64, level: 'series', chance: 0.4, invent: STUDIES },
  {
    tag: 0x00081080,
    vr: 'LO',
    max: 64,
    level: 'study',
    chance: 0.4,
    invent: ['Pneumonia, unspecified', 'Lung nodule'],
  },
  { tag: 0x00102000, vr: 'LO', max: 64, level: 'patient', chance: 0.4, invent: ['NKDA', 'Contrast reaction 2x'] },
  {
    tag: 0x001021b0,
    vr: 'LT',
    max: 400,
    level: 'patient',
    chance: 0.5,
    invent: ['h/o lung ca, s/p RUL lobectomy; r/o mets', 'Hypertension, former smoker'],
  },
  { tag: 0x00104000, vr: 'LT', max: 400, level: 'patient', chance: 0.3, invent: ['Pt. claustrophobic and anxious'] },
  {
    tag: 0x00204000,
    vr: 'LT',
    max: 400,
    level: 'instance',
    chance: 0.3,
    invent: ['Motion artefact in the last slices'],
  },
  { tag: 0x00321030, vr: 'LO', max: 64, level: 'study', chance: 0.5 },
  { tag: 0x00180010, vr: 'LO', max: 64, level: 'series', chance: 0.4 },
  { tag: 0x00082111, vr: 'ST', max: 400, level: 'series', chance: 0.4 },
  { tag: 0x00184000, vr: 'LT', max: 400, level: 'series', chance: 0.5 },
  { tag: 0x00401002, vr: 'LO', max: 64, level: 'study', chance: 0.3, invent: ['Follow up of nodule', 'Staging'] },
];

/** Attributes inside sequences whose text, where there is one, may get an identifier; 0040,A160 is Text Value of SR. */
export const NESTED_TEXTS: ReadonlyMap<number, number> = new Map([
  [0x00321060, 64],
  [0x00400007, 64],
  [0x0040a160, 400],
  [0x00081030, 64],
  [0x0008103e, 64],
]);
