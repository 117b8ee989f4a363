import { base64 } from './base64';
import type { DicomFile } from './dicomFile';
import { RowFlag, vrText } from './elementTable';
import { nameGroups } from './personName';
import { childRows } from './rows';
import { bigIntValues, isTextVr, numberValues, stringValues, valueBytes } from './values';

export interface DicomJsonOptions {
  /** Binary values up to this many bytes are written as InlineBinary; longer ones as BulkDataURI. Default 1024. */
  readonly inlineLimit?: number;
  /** BulkDataURI of a long binary value; default `?offset=<byte>&length=<bytes>` in the (inflated) data set. */
  readonly bulkDataUri?: (offset: number, length: number) => string;
  /** Rows of the top level to write; default all. */
  readonly rows?: readonly number[];
}

/** Binary VRs and the bytes of one number in them. */
const BINARY: Readonly<Record<string, number>> = { OB: 1, UN: 1, OW: 2, OF: 4, OL: 4, OD: 8, OV: 8 };

/**
 * The data set in the DICOM JSON Model (PS3.18 F), piece by piece, so that it can be streamed. Text is Unicode, so
 * Specific Character Set is given as ISO_IR 192. Group lengths are left out (F.2.2). If an element occurs twice, the
 * first is written: JSON has no place for the second.
 */
export function* dicomJson(file: DicomFile, options: DicomJsonOptions = {}): Generator<string> {
  yield* objectOf(file, options.rows ?? childRows(file.dataSet, -1), options);
}

function* objectOf(file: DicomFile, rows: readonly number[], options: DicomJsonOptions): Generator<string> {
  const seen = new Set<number>();
  let first = true;
  yield '{';
  for (const row of rows) {
    const tag = file.dataSet.tag[row];
    if ((tag & 0xffff) === 0 || tag >>> 16 === 0xfffe || seen.has(tag)) continue;
    seen.add(tag);
    yield `${first ? '' : ','}"${tag.toString(16).toUpperCase().padStart(8, '0')}":`;
    first = false;
    if (file.dataSet.flags[row] & RowFlag.sequence) yield* sequenceOf(file, row, options);
    else yield JSON.stringify(attributeOf(file, row, options));
  }
  yield '}';
}

function* sequenceOf(file: DicomFile, row: number, options: DicomJsonOptions): Generator<string> {
  const items = childRows(file.dataSet, row);
  yield '{"vr":"SQ"';
  if (items.length > 0) yield ',"Value":[';
  for (const [i, item] of items.entries()) {
    if (i > 0) yield ',';
    yield* objectOf(file, childRows(file.dataSet, item), options);
  }
  yield items.length > 0 ? ']}' : '}';
}

interface JsonAttribute {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
  readonly BulkDataURI?: string;
}

function attributeOf(file: DicomFile, row: number, options: DicomJsonOptions): JsonAttribute {
  const table = file.dataSet;
  const written = vrText(table.vr[row]);
  const vr = isTextVr(written) || /^(?:US|SS|UL|SL|FL|FD|AT|SV|UV|O[BWFDLV])$/.test(written) ? written : 'UN';
  const length = table.valueEnd[row] - table.valueStart[row];
  if (length === 0) return { vr };
  const width = BINARY[vr];
  if (width !== undefined || table.flags[row] & RowFlag.encapsulated) {
    if (length > (options.inlineLimit ?? 1024) || table.flags[row] & RowFlag.encapsulated) {
      const uri = options.bulkDataUri ?? ((offset, bytes) => `?offset=${offset}&length=${bytes}`);
      return { vr, BulkDataURI: uri(table.valueStart[row], length) };
    }
    return { vr, InlineBinary: base64(littleEndian(file, row, width)) };
  }
  if (table.tag[row] === 0x00080005) return { vr, Value: ['ISO_IR 192'] };
  return { vr, Value: valuesOf(file, row, vr) };
}

/** Inline binary is little endian whatever the data set was (PS3.18 F.2.7). */
function littleEndian(file: DicomFile, row: number, width: number): Uint8Array {
  const bytes = valueBytes(file, row).slice();
  if (file.dataSet.flags[row] & RowFlag.bigEndian && width > 1)
    for (let at = 0; at + width <= bytes.length; at += width) bytes.subarray(at, at + width).reverse();
  return bytes;
}

function valuesOf(file: DicomFile, row: number, vr: string): unknown[] {
  switch (vr) {
    case 'PN':
      return stringValues(file, row).map(nameOf);
    case 'DS':
    case 'IS':
      // A number where it is one; otherwise the text, which F.2.3 allows.
      return stringValues(file, row).map(text => (text === '' ? null : isDecimal(text) ? Number(text) : text));
    case 'SV':
    case 'UV':
      return bigIntValues(file, row).map(n => (Number.isSafeInteger(Number(n)) ? Number(n) : String(n)));
    case 'AT':
      return numberValues(file, row).map(n => n.toString(16).toUpperCase().padStart(8, '0'));
    case 'US':
    case 'SS':
    case 'UL':
    case 'SL':
    case 'FL':
    case 'FD':
      return numberValues(file, row).map(n => (Number.isFinite(n) ? n : null));
    default:
      return stringValues(file, row).map(text => (text === '' ? null : text));
  }
}

function isDecimal(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
}

function nameOf(text: string): unknown {
  if (text === '') return null;
  const [Alphabetic = '', Ideographic = '', Phonetic = ''] = nameGroups(text);
  return {
    ...(Alphabetic !== '' && { Alphabetic }),
    ...(Ideographic !== '' && { Ideographic }),
    ...(Phonetic !== '' && { Phonetic }),
  };
}
