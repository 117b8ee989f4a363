import { attributeByTag } from '../standard/dictionary';
import type { CharacterSet } from './characterSet';
import { decodeText, isUnsplitText, latin1, parseCharacterSet } from './characterSet';
import type { DicomFile } from './dicomFile';
import type { ElementTable } from './elementTable';
import { RowFlag, vrText } from './elementTable';
import { findRow } from './rows';

const SPECIFIC_CHARACTER_SET = 0x00080005;
const PIXEL_REPRESENTATION = 0x00280103;

/** VRs that Specific Character Set applies to (PS3.5 6.1.2.3); all others are ASCII. */
const CHARACTER_SET_VRS = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);
/** VRs whose leading blanks mean nothing (PS3.5 6.2). */
const LEADING_BLANKS = new Set(['AE', 'CS', 'DS', 'IS', 'LO', 'SH', 'UI', 'DA', 'TM', 'DT', 'AS']);
/** VRs made of characters. */
const TEXT_VRS = new Set('AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT'.split(' '));
/** Bytes per number. */
const WIDTH: Readonly<Record<string, number>> = {
  US: 2,
  SS: 2,
  UL: 4,
  SL: 4,
  FL: 4,
  FD: 8,
  AT: 4,
  SV: 8,
  UV: 8,
  OW: 2,
  OF: 4,
  OD: 8,
  OL: 4,
  OV: 8,
  OB: 1,
};

/** True if values of this VR are characters, in whatever character set. */
export function isTextVr(vr: string): boolean {
  return TEXT_VRS.has(vr);
}

/** True if the value's characters depend on Specific Character Set. */
export function usesCharacterSet(vr: string): boolean {
  return CHARACTER_SET_VRS.has(vr);
}

/** The value field of a row, delimiters not included. May be a view that is valid until the next read: copy to keep. */
export function valueBytes(file: DicomFile, row: number, table: ElementTable = file.dataSet): Uint8Array {
  const source = table === file.meta ? file.source : file.dataSource;
  return source.read(table.valueStart[row], table.valueEnd[row] - table.valueStart[row]);
}

const sets = new WeakMap<DicomFile, Map<number, CharacterSet>>();

/** The character set that applies to a row: that of the nearest enclosing item that has one, else of the data set. */
export function characterSetOf(file: DicomFile, row: number): CharacterSet {
  let known = sets.get(file);
  if (known === undefined) sets.set(file, (known = new Map()));
  return characterSetIn(file, enclosingItem(file.dataSet, row), known);
}

function characterSetIn(file: DicomFile, item: number, known: Map<number, CharacterSet>): CharacterSet {
  const cached = known.get(item);
  if (cached !== undefined) return cached;
  const row = findRow(file.dataSet, SPECIFIC_CHARACTER_SET, item);
  const own = row >= 0 && file.dataSet.valueEnd[row] > file.dataSet.valueStart[row];
  const set = own
    ? parseCharacterSet(latin1(valueBytes(file, row)).split('\\'))
    : item < 0
      ? parseCharacterSet([])
      : characterSetIn(file, enclosingItem(file.dataSet, item), known);
  known.set(item, set);
  return set;
}

/** Row of the item the row is directly or indirectly inside; -1 at the top, and for rows that an empty table does not have. */
export function enclosingItem(table: ElementTable, row: number): number {
  if (row >= table.count) return -1;
  for (let at = table.parent[row]; at >= 0; at = table.parent[at]) if (table.flags[at] & RowFlag.item) return at;
  return -1;
}

/**
 * The whole value field as text: decoded, values still separated by backslashes, padding at the end removed. Empty for
 * VRs that are not made of characters.
 */
export function textValue(file: DicomFile, row: number, table: ElementTable = file.dataSet): string {
  const vr = vrText(table.vr[row]);
  if (!TEXT_VRS.has(vr)) return '';
  // The character set is looked up before the value is read: a read may reuse the buffer of the one before.
  const set = CHARACTER_SET_VRS.has(vr) && table === file.dataSet ? characterSetOf(file, row) : undefined;
  const bytes = valueBytes(file, row, table);
  return trimEnd(set === undefined ? latin1(bytes) : decodeText(bytes, set, vr));
}

/**
 * The values of a row as text: split at backslashes where the VR has values (PS3.5 6.4), padding removed as its VR says.
 * Numbers come as decimal text, AT as `(gggg,eeee)`. No value: an empty list.
 */
export function stringValues(file: DicomFile, row: number, table: ElementTable = file.dataSet): string[] {
  const vr = vrText(table.vr[row]);
  if (TEXT_VRS.has(vr)) {
    const text = textValue(file, row, table);
    if (text === '' && table.valueEnd[row] === table.valueStart[row]) return [];
    if (isUnsplitText(vr)) return [text];
    const leading = LEADING_BLANKS.has(vr);
    return text.split('\\').map(value => {
      const end = trimEnd(value);
      return leading ? end.replace(/^[ \0]+/, '') : end;
    });
  }
  if (vr === 'SV' || vr === 'UV' || vr === 'OV') return bigIntValues(file, row, table).map(String);
  if (vr === 'AT')
    return numberValues(file, row, table).map(n => {
      const hex = n.toString(16).padStart(8, '0');
      return `(${hex.slice(0, 4)},${hex.slice(4)})`;
    });
  return numberValues(file, row, table).map(String);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0)) end--;
  return end === text.length ? text : text.slice(0, end);
}

/**
 * The values of a row as numbers: binary numbers, or DS and IS as far as they parse (NaN otherwise). 64-bit integers
 * lose precision past 2^53: use `bigIntValues`. A byte or two left over at the end is ignored.
 */
export function numberValues(file: DicomFile, row: number, table: ElementTable = file.dataSet): number[] {
  const vr = vrText(table.vr[row]);
  if (vr === 'DS' || vr === 'IS')
    return stringValues(file, row, table).map(text => (text.trim() === '' ? NaN : Number(text.trim())));
  if (vr === 'SV' || vr === 'UV' || vr === 'OV') return bigIntValues(file, row, table).map(Number);
  const width = WIDTH[vr];
  if (width === undefined) return [];
  const signed = vr === 'US' && isSignedChoice(file, row, table);
  const bytes = valueBytes(file, row, table);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = (table.flags[row] & RowFlag.bigEndian) === 0;
  const numbers: number[] = [];
  for (let at = 0; at + width <= bytes.length; at += width)
    numbers.push(readNumber(view, at, signed ? 'SS' : vr, little));
  return numbers;
}

function readNumber(view: DataView, at: number, vr: string, little: boolean): number {
  switch (vr) {
    case 'OB':
      return view.getUint8(at);
    case 'SS':
      return view.getInt16(at, little);
    case 'UL':
    case 'OL':
      return view.getUint32(at, little);
    case 'SL':
      return view.getInt32(at, little);
    case 'FL':
    case 'OF':
      return view.getFloat32(at, little);
    case 'FD':
    case 'OD':
      return view.getFloat64(at, little);
    case 'AT':
      return view.getUint16(at, little) * 65536 + view.getUint16(at + 2, little);
    default:
      return view.getUint16(at, little);
  }
}

/** 64-bit integers (SV, UV, OV) exactly. */
export function bigIntValues(file: DicomFile, row: number, table: ElementTable = file.dataSet): bigint[] {
  const bytes = valueBytes(file, row, table);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = (table.flags[row] & RowFlag.bigEndian) === 0;
  const signed = vrText(table.vr[row]) === 'SV';
  const numbers: bigint[] = [];
  for (let at = 0; at + 8 <= bytes.length; at += 8)
    numbers.push(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
  return numbers;
}

/** `US or SS` in implicit VR: signed if the nearest Pixel Representation says so (PS3.5 A.1, PS3.3 C.7.6.3). */
function isSignedChoice(file: DicomFile, row: number, table: ElementTable): boolean {
  if ((table.flags[row] & RowFlag.implicit) === 0) return false;
  if (!attributeByTag(table.tag[row])?.vr.includes('SS')) return false;
  for (let item = enclosingItem(table, row); ; item = enclosingItem(table, item)) {
    const found = findRow(table, PIXEL_REPRESENTATION, item);
    if (found >= 0) return valueBytes(file, found, table)[table.flags[found] & RowFlag.bigEndian ? 1 : 0] === 1;
    if (item < 0) return false;
  }
}

/** The first UID of a top-level attribute of the data set (or of the meta group for group 0002); '' if absent or empty. */
export function uidValue(file: DicomFile, tag: number, parent = -1): string {
  const table = tag >>> 16 === 2 && parent < 0 ? file.meta : file.dataSet;
  const row = findRow(table, tag, parent);
  if (row < 0) return '';
  const text = latin1(valueBytes(file, row, table).subarray(0, 4096));
  const first = text.split('\\', 1)[0] ?? '';
  return first.replace(/^[ \0]+|[ \0]+$/g, '');
}
