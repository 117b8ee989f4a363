import { concatBytes, encodeElement, encodeItem } from '../../../dicom/encode';
import { buildFileMeta } from '../../../dicom/fileMeta';

/** Text (values separated by a backslash), numbers, raw bytes, or the items of a sequence. */
export type ElementValue = string | readonly number[] | Uint8Array | readonly (readonly NewElement[])[];

/** One data element to be written. */
export interface NewElement {
  readonly tag: number;
  readonly vr: string;
  readonly value: ElementValue;
}

/** Shorthand of the builders: tag, VR, value. A single number stands for one value. */
export function el(tag: number, vr: string, value: ElementValue | number): NewElement {
  return { tag, vr, value: typeof value === 'number' ? [value] : value };
}

/** A sequence with the given items. */
export function sq(tag: number, ...items: (readonly NewElement[])[]): NewElement {
  return { tag, vr: 'SQ', value: items };
}

/** One item of a code sequence (PS3.3 8). */
export function code(value: string, scheme: string, meaning: string): NewElement[] {
  return [el(0x00080100, 'SH', value), el(0x00080102, 'SH', scheme), el(0x00080104, 'LO', meaning)];
}

const NUMBER_SIZE: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4, OW: 2, OF: 4 };

function numberBytes(vr: string, values: readonly number[]): Uint8Array {
  const size = NUMBER_SIZE[vr];
  if (size === undefined) throw new Error(`VR ${vr} does not hold numbers.`);
  const view = new DataView(new ArrayBuffer(size * values.length));
  values.forEach((value, i) => {
    const at = i * size;
    if (vr === 'AT') {
      view.setUint16(at, value >>> 16, true);
      view.setUint16(at + 2, value & 0xffff, true);
    } else if (vr === 'FL' || vr === 'OF') view.setFloat32(at, value, true);
    else if (vr === 'FD') view.setFloat64(at, value, true);
    else if (vr === 'SS') view.setInt16(at, value, true);
    else if (size === 2) view.setUint16(at, value, true);
    else if (vr === 'SL') view.setInt32(at, value, true);
    else view.setUint32(at, value, true);
  });
  return new Uint8Array(view.buffer);
}

function isItems(value: ElementValue): value is readonly (readonly NewElement[])[] {
  return Array.isArray(value) && value.every(item => Array.isArray(item));
}

/** Latin-1 bytes of a text value. */
function textBytes(text: string): Uint8Array {
  return Uint8Array.from(text, char => char.charCodeAt(0) & 0xff);
}

const EXPLICIT_LITTLE = { implicit: false, bigEndian: false };

/** Bytes of a data set in Explicit VR Little Endian with defined lengths (PS3.5 7.1.2), elements sorted by tag. */
export function encodeDataSet(elements: readonly NewElement[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const element of [...elements].sort((a, b) => a.tag - b.tag)) {
    const { tag, vr, value } = element;
    let bytes: Uint8Array;
    if (typeof value === 'string') bytes = textBytes(value);
    else if (value instanceof Uint8Array) bytes = value;
    else if (vr === 'SQ' && isItems(value)) {
      bytes = concatBytes(value.map(item => encodeItem(encodeDataSet(item), false)));
    } else bytes = numberBytes(vr, value as readonly number[]);
    parts.push(encodeElement(tag, vr, bytes, EXPLICIT_LITTLE));
  }
  return concatBytes(parts);
}

/** A whole file: preamble, file meta information (PS3.10 7.1) and data set. */
export function encodeFile(
  elements: readonly NewElement[],
  implementation: { uid: string; version: string },
): Uint8Array {
  const textOf = (tag: number): string => {
    const found = elements.find(e => e.tag === tag);
    return typeof found?.value === 'string' ? found.value : '';
  };
  const meta = buildFileMeta({
    sopClassUid: textOf(0x00080016),
    sopInstanceUid: textOf(0x00080018),
    transferSyntax: '1.2.840.10008.1.2.1',
    implementationClassUid: implementation.uid,
    implementationVersionName: implementation.version,
  });
  const preamble = new Uint8Array(132);
  preamble.set([0x44, 0x49, 0x43, 0x4d], 128);
  return concatBytes([preamble, meta, encodeDataSet(elements)]);
}
