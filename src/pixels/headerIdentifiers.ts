import type { DicomFile } from '../dicom/dicomFile';
import { texts, topLevel } from './attributes';

/** Attributes of the patient, study and equipment modules whose values are drawn on images (PS3.3 C.7.1-C.7.5). */
const IDENTIFYING_TAGS: readonly number[] = [
  0x00100010, 0x00100020, 0x00100030, 0x00101000, 0x00101001, 0x00101005, 0x00101060, 0x00101040, 0x00080020,
  0x00080021, 0x00080022, 0x00080023, 0x00080050, 0x00080080, 0x00080081, 0x00080090, 0x00081010, 0x00081040,
  0x00081048, 0x00081050, 0x00081060, 0x00081070, 0x00200010, 0x00321032,
];

/**
 * The identifying values of a header as plain strings, for `PixelRequest.identifiers`. Read as Latin-1: OCR reads Latin
 * letters only. Handle with care: these are the values de-identification is about.
 */
export function headerIdentifiers(file: DicomFile): string[] {
  const level = topLevel(file);
  return IDENTIFYING_TAGS.flatMap(tag => texts(level, tag)).filter(v => v !== '');
}
