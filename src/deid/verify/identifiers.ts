import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag, vrText } from '../../dicom/elementTable';
import { stringValues } from '../../dicom/values';
import { attributeByTag, dictionaryVr } from '../../standard/dictionary';
import { isRegisteredUid } from '../../standard/uids';
import { uidAttributeClass } from '../../standard/uidAttributes';

/** Something in the input that must not be in any output, and where it stood. */
export interface Identifier {
  readonly kind: 'name' | 'id' | 'date' | 'uid' | 'place';
  /** Keyword of the attribute it was found in. */
  readonly keyword: string;
  readonly text: string;
}

const IDS = new Set([
  'PatientID',
  'OtherPatientIDs',
  'AccessionNumber',
  'AdmissionID',
  'MedicalRecordLocator',
  'MilitaryRank',
  'PatientTelephoneNumbers',
  'InsurancePlanIdentification',
]);
const PLACES = new Set(['InstitutionName', 'InstitutionAddress', 'PatientAddress', 'InstitutionalDepartmentName']);

/** Shorter pieces occur by chance in any text. */
const SHORTEST = 4;

/**
 * What to look for in the outputs: parts of person names, IDs, the birth date, institution and address words, and UIDs of
 * instances. Values of fewer than four characters, and numbers of fewer than six digits, are left out.
 */
export function identifiersOf(file: DicomFile): Identifier[] {
  const { dataSet } = file;
  const found: Identifier[] = [];
  for (let row = 0; row < dataSet.count; row++) {
    if (dataSet.flags[row]! & (RowFlag.sequence | RowFlag.item | RowFlag.fragment | RowFlag.encapsulated)) continue;
    const length = dataSet.valueEnd[row]! - dataSet.valueStart[row]!;
    const tag = dataSet.tag[row]!;
    if (length < SHORTEST || length > 1024 || (tag >>> 16) & 1) continue;
    const keyword = attributeByTag(tag)?.keyword ?? '';
    const vr = vrText(dictionaryVr(tag) || dataSet.vr[row]!);
    if (vr === 'PN') {
      for (const value of stringValues(file, row))
        for (const part of value.split(/[\^= ,]+/)) add(found, 'name', keyword, part);
    } else if (IDS.has(keyword)) {
      for (const value of stringValues(file, row)) add(found, 'id', keyword, value);
    } else if (keyword === 'PatientBirthDate') {
      for (const value of stringValues(file, row)) if (/^\d{8}$/.test(value)) add(found, 'date', keyword, value);
    } else if (PLACES.has(keyword)) {
      for (const value of stringValues(file, row)) add(found, 'place', keyword, value);
    } else if (vr === 'UI' && uidAttributeClass(tag) !== 'structural') {
      for (const value of stringValues(file, row)) if (!isRegisteredUid(value)) add(found, 'uid', keyword, value);
    }
  }
  return found;
}

/** What outputs say themselves: dummies of the engine, and words that name nobody. */
const NOBODY = new Set(['anonymized', 'anonymous', 'anonymised', 'removed', 'unknown', 'none', 'null', 'deidentified']);

function add(found: Identifier[], kind: Identifier['kind'], keyword: string, text: string): void {
  const trimmed = text.replace(/^[\0 ]+|[\0 ]+$/g, '');
  if (trimmed.length < SHORTEST || (/^\d+$/.test(trimmed) && trimmed.length < 6)) return;
  if (NOBODY.has(trimmed.toLowerCase())) return;
  // An empty shell of an ID, such as 000000, is no identifier.
  if (/^(.)\1*$/.test(trimmed)) return;
  found.push({ kind, keyword, text: trimmed });
}

/** The bytes an identifier may have in a file: UTF-8, Latin-1 and UTF-16 of both orders. */
export function byteVariants(text: string): Uint8Array[] {
  const utf8 = new TextEncoder().encode(text);
  const little = new Uint8Array(text.length * 2);
  const big = new Uint8Array(text.length * 2);
  const latin = new Uint8Array(text.length);
  let isLatin = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    little[i * 2] = big[i * 2 + 1] = code & 0xff;
    little[i * 2 + 1] = big[i * 2] = code >> 8;
    latin[i] = code & 0xff;
    if (code > 0xff) isLatin = false;
  }
  const variants = [utf8, little, big];
  if (isLatin && utf8.length !== latin.length) variants.push(latin);
  return variants;
}
