import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag } from '../dicom/elementTable';
import { concatBytes, encodeAscii, encodeElement, encodeSequence, type PlaceEncoding } from '../dicom/encode';
import { findRow } from '../dicom/rows';
import { stringValues } from '../dicom/values';
import { isMethodCode, type Claims } from './claims';
import type { Addition } from './fileWalk';
import * as tags from './tags';

/**
 * The attributes that say what was done (PS3.15 E.1.1 steps 5 to 8): (0012,0062), (0012,0063), (0012,0064), (0028,0303)
 * and, where pixels were cleaned, (0028,0301). What an earlier de-identification claimed stays in front and in its order:
 * the attributes tell the history, this run adds to it.
 */
export function markerAdditions(file: DicomFile, claims: Claims): Addition[] {
  // Most files of a run were never de-identified before and get the very same bytes.
  if (hasMarkers(file)) return makeMarkers(file, claims);
  let cache = fresh.get(claims);
  if (!cache) fresh.set(claims, (cache = new Map()));
  const key = (file.encoding.implicit ? 1 : 0) + (file.encoding.bigEndian ? 2 : 0);
  let made = cache.get(key);
  if (!made) cache.set(key, (made = makeMarkers(file, claims)));
  return [...made];
}

const fresh = new WeakMap<Claims, Map<number, readonly Addition[]>>();

function hasMarkers(file: DicomFile): boolean {
  const { dataSet } = file;
  for (let row = 0; row < dataSet.count; row = dataSet.next[row]!) {
    if (tags.MARKERS.has(dataSet.tag[row]!)) return true;
  }
  return false;
}

function makeMarkers(file: DicomFile, claims: Claims): Addition[] {
  const place: PlaceEncoding = file.encoding;
  const text = (tag: number, vr: string, value: string): Addition => ({
    tag,
    bytes: encodeElement(tag, vr, encodeAscii(value) ?? new Uint8Array(0), place),
  });
  const before = methodsBefore(file).filter(method => !claims.methods.includes(method));
  const codesBefore = methodCodesBefore(file);
  const codesNow = claims.codes.filter(claim => !codesBefore.some(item => item.code === claim.code));
  const codes = [...codesBefore, ...codesNow].map(({ code, scheme, meaning }) =>
    concatBytes([
      text(tags.CODE_VALUE, 'SH', code).bytes,
      text(tags.CODING_SCHEME, 'SH', scheme).bytes,
      text(tags.CODE_MEANING, 'LO', meaning).bytes,
    ]),
  );
  const additions = [
    text(tags.PATIENT_IDENTITY_REMOVED, 'CS', 'YES'),
    text(tags.DEIDENTIFICATION_METHOD, 'LO', [...before, ...claims.methods].join('\\')),
    {
      tag: tags.DEIDENTIFICATION_METHOD_CODES,
      bytes: encodeSequence(tags.DEIDENTIFICATION_METHOD_CODES, codes, place),
    },
  ];
  if (claims.noBurnedInAnnotation) additions.push(text(tags.BURNED_IN_ANNOTATION, 'CS', 'NO'));
  const dates = claims.dates === 'UNMODIFIED' && wasModified(file) ? 'MODIFIED' : claims.dates;
  additions.push(text(tags.LONGITUDINAL_TEMPORAL, 'CS', dates));
  return additions;
}

function valuesAt(file: DicomFile, tag: number, parent = -1): readonly string[] {
  const row = findRow(file.dataSet, tag, parent);
  return row < 0 ? [] : stringValues(file, row).map(value => value.trim());
}

/** Earlier descriptions of the method that are short and plain; they are the work of programs, not of people. */
function methodsBefore(file: DicomFile): string[] {
  return valuesAt(file, tags.DEIDENTIFICATION_METHOD).filter(
    value => value !== '' && value.length <= 64 && EARLIER_METHOD.test(value),
  );
}

/**
 * Descriptions by this program, the sentence of The Cancer Imaging Archive, and plain lists of codes of CID 7050; anything
 * else is free text that nobody has looked at.
 */
const EARLIER_METHOD =
  /^(Per DICOM PS 3\.15 Annex ?E\. Details in 0012,0064|(DCM:)?113\d{3}(\/113\d{3})*|DeID Bench [\w.+-]{1,24}, PS3\.15 \w{5} Annex E|Profile [\x20-\x5b\x5d-\x7e]{1,36}, [0-9a-f]{16}|\d+ listed attributes kept by rules of the profile)$/;

function methodCodesBefore(file: DicomFile): { code: string; scheme: string; meaning: string }[] {
  const { dataSet } = file;
  const sequence = findRow(dataSet, tags.DEIDENTIFICATION_METHOD_CODES);
  if (sequence < 0 || !(dataSet.flags[sequence]! & RowFlag.sequence)) return [];
  const codes: { code: string; scheme: string; meaning: string }[] = [];
  for (let item = sequence + 1; item < dataSet.next[sequence]!; item = dataSet.next[item]!) {
    const code = valuesAt(file, tags.CODE_VALUE, item)[0] ?? '';
    const scheme = valuesAt(file, tags.CODING_SCHEME, item)[0] ?? '';
    const known = isMethodCode(code, scheme);
    if (known && !codes.some(c => c.code === code)) codes.push({ code, scheme, meaning: known.meaning });
  }
  return codes;
}

function wasModified(file: DicomFile): boolean {
  return valuesAt(file, tags.LONGITUDINAL_TEMPORAL)[0] === 'MODIFIED';
}
