import type { CharacterSet } from './characterSet';
import { encodeText } from './characterSet';
import { vrCode } from './elementTable';
import { VR_FORM, VrForm } from './vrForms';
import { isTextVr, usesCharacterSet } from './values';

/** How headers are written at a place of a data set: an item may differ from what encloses it. */
export interface PlaceEncoding {
  readonly implicit: boolean;
  readonly bigEndian: boolean;
}

/** The longest value of a VR whose length has 16 bits. */
const SHORT_LIMIT = 65534;
/** Lengths of 0xFFFFFFFF mean undefined, and lengths are even. */
const LONG_LIMIT = 0xfffffffe;

/**
 * One data element, header and value padded to even length (PS3.5 7.1). `value` is in the byte order of the place. A
 * value too long for a 16-bit length is written as UN, in little endian (PS3.5 6.2.2 note 6); so is a VR that PS3.5 does
 * not have.
 * @throws RangeError if the value is longer than 4 GiB.
 */
export function encodeElement(tag: number, vr: string, value: Uint8Array, place: PlaceEncoding): Uint8Array {
  const length = value.length + (value.length & 1);
  if (length > LONG_LIMIT) throw new RangeError('A value of 4 GiB or more cannot be written.');
  const form = place.implicit ? VrForm.unknown : VR_FORM[vrCode(vr)];
  const asUnknown = !place.implicit && (form === VrForm.unknown || (form === VrForm.short && length > SHORT_LIMIT));
  const header = place.implicit || (form === VrForm.short && !asUnknown) ? 8 : 12;
  const out = new Uint8Array(header + length);
  const { bigEndian } = place;
  // Not through a DataView: asking a small array for its buffer moves it out of the heap.
  writeNumber(out, 0, tag >>> 16, 2, bigEndian);
  writeNumber(out, 2, tag & 0xffff, 2, bigEndian);
  if (place.implicit) writeNumber(out, 4, length, 4, bigEndian);
  else {
    const written = asUnknown ? 'UN' : vr;
    out[4] = written.charCodeAt(0);
    out[5] = written.charCodeAt(1);
    if (header === 8) writeNumber(out, 6, length, 2, bigEndian);
    else writeNumber(out, 8, length, 4, bigEndian);
  }
  out.set(value, header);
  if (asUnknown && place.bigEndian) swapBytes(out.subarray(header), numberWidth(vr));
  if (length !== value.length) out[header + value.length] = padByte(vr);
  return out;
}

function writeNumber(out: Uint8Array, at: number, value: number, size: 2 | 4, bigEndian: boolean): void {
  for (let i = 0; i < size; i++) out[at + (bigEndian ? size - 1 - i : i)] = (value >>> (8 * i)) & 0xff;
}

/** Text and numbers as text are padded with a blank, everything else with zero (PS3.5 6.2). */
export function padByte(vr: string): number {
  return isTextVr(vr) && vr !== 'UI' ? 0x20 : 0;
}

/**
 * A data element of text in a character set.
 * @returns undefined if the text is not representable in the set (for VRs outside the set: not ASCII).
 */
export function encodeTextElement(
  tag: number,
  vr: string,
  text: string,
  place: PlaceEncoding,
  set: CharacterSet,
): Uint8Array | undefined {
  const bytes = usesCharacterSet(vr) ? encodeText(text, set, vr) : encodeAscii(text);
  return bytes && encodeElement(tag, vr, bytes, place);
}

/** Bytes of ASCII text; undefined if there is another character in it. */
export function encodeAscii(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return undefined;
    bytes[i] = code;
  }
  return bytes;
}

/** Numbers as the value field of US, SS, UL, SL, FL, FD, AT, OB, OW, OF, OD or OL. @throws RangeError for other VRs. */
export function encodeNumbers(vr: string, numbers: readonly number[], bigEndian: boolean): Uint8Array {
  const width =
    vr === 'AT' || vr === 'OF' || vr === 'OL'
      ? 4
      : vr === 'OD'
        ? 8
        : vr === 'OW'
          ? 2
          : vr === 'OB'
            ? 1
            : numberWidth(vr);
  if (width === 1 && vr !== 'OB') throw new RangeError(`VR ${vr} does not hold numbers of a fixed width.`);
  const out = new Uint8Array(numbers.length * width);
  const view = new DataView(out.buffer);
  numbers.forEach((n, i) => {
    const at = i * width;
    if (vr === 'FL' || vr === 'OF') view.setFloat32(at, n, !bigEndian);
    else if (vr === 'FD' || vr === 'OD') view.setFloat64(at, n, !bigEndian);
    else if (vr === 'AT') {
      view.setUint16(at, n >>> 16, !bigEndian);
      view.setUint16(at + 2, n & 0xffff, !bigEndian);
    } else if (width === 4) view.setUint32(at, n, !bigEndian);
    else if (width === 2) view.setUint16(at, n, !bigEndian);
    else out[at] = n;
  });
  return out;
}

/** An item of defined length around encoded elements (PS3.5 7.5.1). */
export function encodeItem(content: Uint8Array, bigEndian: boolean): Uint8Array {
  const out = new Uint8Array(8 + content.length);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0xfffe, !bigEndian);
  view.setUint16(2, 0xe000, !bigEndian);
  view.setUint32(4, content.length, !bigEndian);
  out.set(content, 8);
  return out;
}

/** A sequence of defined length; each entry of `items` is the encoded elements of one item. */
export function encodeSequence(tag: number, items: readonly Uint8Array[], place: PlaceEncoding): Uint8Array {
  return encodeElement(tag, 'SQ', concatBytes(items.map(item => encodeItem(item, place.bigEndian))), place);
}

/** All pieces one after the other, in new memory. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** Bytes that are swapped together in VRs with a 16-bit length. */
function numberWidth(vr: string): number {
  if (vr === 'US' || vr === 'SS' || vr === 'AT') return 2;
  if (vr === 'UL' || vr === 'SL' || vr === 'FL') return 4;
  return vr === 'FD' ? 8 : 1;
}

function swapBytes(bytes: Uint8Array, width: number): void {
  for (let at = 0; at + width <= bytes.length; at += width) bytes.subarray(at, at + width).reverse();
}
