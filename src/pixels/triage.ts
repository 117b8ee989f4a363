import type { DicomFile } from '../dicom/dicomFile';
import { items, text, texts, topLevel, unsignedLongs, unsignedShorts } from './attributes';
import type { Box } from './boxes';

/** How likely an image carries burned-in identification, by its header alone. */
export type PixelRisk = 'none' | 'low' | 'medium' | 'high';

export interface Triage {
  readonly risk: PixelRisk;
  /** Stable codes of what raised or lowered the risk, for example `burned-in-yes`. */
  readonly reasons: readonly string[];
  /** Regions with image content by Sequence of Ultrasound Regions (0018,6011); text stands outside of them. */
  readonly ultrasoundRegions: readonly Box[];
}

/** SOP classes whose devices draw on the image as a rule (PS3.6 Annex A); prefixes match whole families. */
const HIGH_RISK: readonly [prefix: string, reason: string][] = [
  ['1.2.840.10008.5.1.4.1.1.3.1', 'ultrasound'],
  ['1.2.840.10008.5.1.4.1.1.6.', 'ultrasound'],
  ['1.2.840.10008.5.1.4.1.1.3', 'ultrasound'],
  ['1.2.840.10008.5.1.4.1.1.7', 'secondary-capture'],
  ['1.2.840.10008.5.1.4.1.1.77.1.', 'visible-light'],
  ['1.2.840.10008.5.1.4.1.1.104.', 'encapsulated-document'],
];
const MEDIUM_RISK: readonly [prefix: string, reason: string][] = [
  ['1.2.840.10008.5.1.4.1.1.12.', 'x-ray-angiography'],
  ['1.2.840.10008.5.1.4.1.1.1', 'projection-radiography'],
  ['1.2.840.10008.5.1.4.1.1.481.1', 'rt-image'],
  ['1.2.840.10008.5.1.4.1.1.20', 'nuclear-medicine'],
];
/** Objects whose pixel values are computed, never drawn on: segmentations, dose, parametric maps, whole slide tiles. */
const NO_RISK: readonly string[] = [
  '1.2.840.10008.5.1.4.1.1.66.',
  '1.2.840.10008.5.1.4.1.1.481.2',
  '1.2.840.10008.5.1.4.1.1.30',
  '1.2.840.10008.5.1.4.1.1.77.1.6',
];
const HIGH_MODALITIES = new Set([
  'US',
  'IVUS',
  'SC',
  'XC',
  'ES',
  'GM',
  'OP',
  'OPT',
  'EPS',
  'ECG',
  'BMD',
  'HD',
  'DOC',
  'OT',
]);
const MEDIUM_MODALITIES = new Set(['XA', 'RF', 'CR', 'DX', 'MG', 'IO', 'PX', 'RG', 'NM', 'RTIMAGE', 'DG', 'TG']);

/** Judges by SOP class, Modality, Image Type, Burned In Annotation and ultrasound regions; reads no pixels. */
export function triage(file: DicomFile): Triage {
  const level = topLevel(file);
  const sopClass = text(level, 0x00080016);
  const modality = text(level, 0x00080060);
  const imageType = texts(level, 0x00080008).map(v => v.toUpperCase());
  const burnedIn = text(level, 0x00280301).toUpperCase();
  const reasons: string[] = [];
  let risk = 0;
  const raise = (to: number, reason: string) => {
    risk = Math.max(risk, to);
    reasons.push(reason);
  };
  const ultrasoundRegions = regionsOf(level);
  if (!level.rows.has(0x7fe00010)) return { risk: 'none', reasons: ['no-pixel-data'], ultrasoundRegions };
  const computed = NO_RISK.some(p => sopClass === p || sopClass.startsWith(p));
  if (computed && burnedIn !== 'YES') return { risk: 'none', reasons: ['computed-object'], ultrasoundRegions };

  const high = HIGH_RISK.find(([p]) => sopClass === p || sopClass.startsWith(p.endsWith('.') ? p : `${p}.`));
  const medium = MEDIUM_RISK.find(([p]) => sopClass === p || sopClass.startsWith(p.endsWith('.') ? p : `${p}.`));
  if (high) raise(3, high[1]);
  else if (medium) raise(2, medium[1]);
  if (HIGH_MODALITIES.has(modality)) raise(3, 'modality');
  else if (MEDIUM_MODALITIES.has(modality)) raise(2, 'modality');
  if (imageType.includes('SECONDARY')) raise(3, 'image-type-secondary');
  if (imageType.some(v => /SCREEN ?SAVE|SCREENSHOT|DOSE|REPORT|PROT|SCANNED/.test(v))) raise(3, 'image-type-screen');
  if (imageType.includes('LOCALIZER')) raise(2, 'image-type-localizer');
  if (unsignedShorts(level, 0x00280002)[0] === 3) raise(3, 'colour');
  if (burnedIn === 'YES') raise(3, 'burned-in-yes');
  // NO is a claim of a device, not a proof: it is recorded and changes nothing.
  if (burnedIn === 'NO') reasons.push('burned-in-no');
  if (ultrasoundRegions.length > 0) raise(3, 'ultrasound-regions');
  if (risk === 0) raise(1, 'other-image');
  return { risk: (['none', 'low', 'medium', 'high'] as const)[risk], reasons, ultrasoundRegions };
}

/** Region locations of the US Region Calibration module (PS3.3 C.8.5.5), corners included. */
function regionsOf(level: ReturnType<typeof topLevel>): Box[] {
  return items(level, 0x00186011).flatMap(item => {
    const corner = [0x00186018, 0x0018601a, 0x0018601c, 0x0018601e].map(tag => unsignedLongs(item, tag)[0]);
    const [x0, y0, x1, y1] = corner;
    if (corner.some(v => v === undefined) || x1 < x0 || y1 < y0) return [];
    return [{ x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 }];
  });
}
