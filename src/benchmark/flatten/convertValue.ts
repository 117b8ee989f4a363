import { rstrip, strip } from '../python/text';
import { reprFloat } from '../python/repr';
import type { Encodings } from './pythonCharset';
import { decodeBytes, latin1 } from './pythonCharset';
import type { PyValue } from './pyValue';
import {
  bytesValue,
  decimalsValue,
  integersValue,
  isPythonInteger,
  namesValue,
  NONE,
  numbersValue,
  printedValue,
  pythonFloat,
  textsValue,
  textValue,
  uidValue,
} from './pyValue';

const TEXT_DELIMITERS: ReadonlySet<number> = new Set([0x0d, 0x0a, 0x09, 0x0c]);
const NAME_DELIMITERS: ReadonlySet<number> = new Set([0x5e]);
const NUMBER_SIZE: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, UV: 8, SV: 8 };
const EMPTY_TEXT = new Set(['AE', 'AS', 'CS', 'DA', 'DT', 'LO', 'LT', 'PN', 'SH', 'ST', 'TM', 'UC', 'UI', 'UR', 'UT']);

/**
 * Converts the bytes of a value as pydicom 2.2.1 does for a VR (PS3.5 6.2). Where it would end the run - numbers of a
 * wrong length, an integer string with a fraction - the value becomes bytes or text instead.
 */
export function convertValue(vr: string, bytes: Uint8Array, bigEndian: boolean, encodings: Encodings): PyValue {
  if (bytes.length === 0) return EMPTY_TEXT.has(vr) ? textValue('') : NONE;
  switch (vr) {
    case 'LO':
    case 'SH':
    case 'UC':
      return multiText(bytes, encodings);
    case 'LT':
    case 'ST':
    case 'UT':
      return textValue(stripPadding(decodeBytes(bytes, encodings, TEXT_DELIMITERS)));
    case 'PN':
      return namesValue(splitBytes(trimPadding(bytes), 0x5c).map(name => personName(name, encodings)));
    case 'CS':
    case 'AS':
    case 'DA':
    case 'TM':
    case 'DT':
      return oneOrMore(stripPadding(latin1(bytes)));
    case 'AE': {
      const values = latin1(bytes).split('\\').map(strip);
      return values.length === 1 ? textValue(values[0] as string) : textsValue(values);
    }
    case 'UI': {
      const uids = stripPadding(latin1(bytes)).split('\\');
      return uids.length === 1 ? uidValue(uids[0] as string) : textsValue(uids);
    }
    case 'UR':
      return textValue(rstrip(latin1(bytes)));
    case 'DS': {
      const values = stripPadding(strip(latin1(bytes))).split('\\');
      const valid = values.every(value => strip(value) === '' || pythonFloat(value) !== null);
      return valid ? decimalsValue(values.map(stripNumber)) : multiText(bytes, encodings);
    }
    case 'IS': {
      const values = stripPadding(latin1(bytes)).split('\\');
      const valid = values.every(value => strip(value) === '' || isPythonInteger(value));
      return valid ? integersValue(values.map(stripNumber)) : multiText(bytes, encodings);
    }
    case 'AT':
      return tags(bytes, bigEndian);
    case 'US':
    case 'SS':
    case 'UL':
    case 'SL':
    case 'UV':
    case 'SV':
    case 'FL':
    case 'FD':
      return numbers(vr, bytes, bigEndian);
    default: {
      const copy = new Uint8Array(bytes);
      return bytesValue(() => copy, copy.length);
    }
  }
}

/** An empty item of a list stays as it is, a number loses the blanks around it. */
function stripNumber(text: string): string {
  const plain = strip(text);
  return plain === '' ? text : plain;
}

function stripPadding(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0)) end--;
  return end === text.length ? text : text.slice(0, end);
}

function trimPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}

function splitBytes(bytes: Uint8Array, separator: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== separator) continue;
    parts.push(bytes.subarray(start, i));
    start = i + 1;
  }
  parts.push(bytes.subarray(start));
  return parts;
}

function oneOrMore(text: string): PyValue {
  return text.includes('\\') ? textsValue(text.split('\\')) : textValue(text);
}

function multiText(bytes: Uint8Array, encodings: Encodings): PyValue {
  const values = splitBytes(bytes, 0x5c).map(part => stripPadding(decodeBytes(part, encodings, TEXT_DELIMITERS)));
  return values.length === 1 ? textValue(values[0] as string) : textsValue(values);
}

function personName(bytes: Uint8Array, encodings: Encodings): string {
  const groups = splitBytes(bytes, 0x3d).map(group => decodeBytes(group, encodings, NAME_DELIMITERS));
  while (groups.length > 0 && groups[groups.length - 1] === '') groups.pop();
  return groups.join('=');
}

function tags(bytes: Uint8Array, bigEndian: boolean): PyValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const printed: string[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const hex = (offset: number): string => view.getUint16(offset, !bigEndian).toString(16).padStart(4, '0');
    printed.push(`(${hex(i)}, ${hex(i + 2)})`);
  }
  return printedValue(printed);
}

const printNumber = (value: number): string => String(value);

function numbers(vr: string, bytes: Uint8Array, bigEndian: boolean): PyValue {
  const size = NUMBER_SIZE[vr] as number;
  if (bytes.length % size !== 0) {
    const copy = new Uint8Array(bytes);
    return bytesValue(() => copy, copy.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length / size;
  const little = !bigEndian;
  if (vr === 'UV' || vr === 'SV') {
    const printed: string[] = [];
    for (let i = 0; i < count; i++)
      printed.push(String(vr === 'UV' ? view.getBigUint64(i * 8, little) : view.getBigInt64(i * 8, little)));
    return printedValue(printed);
  }
  const values = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    const at = i * size;
    values[i] =
      vr === 'US'
        ? view.getUint16(at, little)
        : vr === 'SS'
          ? view.getInt16(at, little)
          : vr === 'UL'
            ? view.getUint32(at, little)
            : vr === 'SL'
              ? view.getInt32(at, little)
              : vr === 'FL'
                ? view.getFloat32(at, little)
                : view.getFloat64(at, little);
  }
  return numbersValue(values, vr === 'FL' || vr === 'FD' ? reprFloat : printNumber);
}
