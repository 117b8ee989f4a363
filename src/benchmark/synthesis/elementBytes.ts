import { vrCode } from '../../dicom/elementTable';
import { VR_FORM, VrForm } from '../../dicom/vrForms';

/**
 * One data element in the encoding of its data set (PS3.5 7.1). `value` is already padded and in the byte order of the
 * encoding.
 */
export function elementBytes(
  tag: number,
  vr: string,
  value: Uint8Array,
  encoding: { readonly implicit: boolean; readonly bigEndian: boolean },
): Uint8Array {
  const little = !encoding.bigEndian;
  const long = !encoding.implicit && VR_FORM[vrCode(vr)] !== VrForm.short;
  const headerLength = long ? 12 : 8;
  const out = new Uint8Array(headerLength + value.length);
  const view = new DataView(out.buffer);
  view.setUint16(0, tag >>> 16, little);
  view.setUint16(2, tag & 0xffff, little);
  if (encoding.implicit) view.setUint32(4, value.length, little);
  else {
    out[4] = vr.charCodeAt(0);
    out[5] = vr.charCodeAt(1);
    if (long) view.setUint32(8, value.length, little);
    else view.setUint16(6, value.length, little);
  }
  out.set(value, headerLength);
  return out;
}

/** One item of a sequence with a defined length (PS3.5 7.5). */
export function itemBytes(content: Uint8Array, bigEndian: boolean): Uint8Array {
  const out = new Uint8Array(8 + content.length);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0xfffe, !bigEndian);
  view.setUint16(2, 0xe000, !bigEndian);
  view.setUint32(4, content.length, !bigEndian);
  out.set(content, 8);
  return out;
}

/** Byte arrays one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
