import type { ByteWindow } from './byteWindow';
import { dictionaryVr } from '../standard/dictionary';
import { VR_FORM, VrForm } from './vrForms';

export interface Sniffed {
  readonly implicit: boolean;
  readonly bigEndian: boolean;
}

/** Elements looked at; the first one alone may mislead. */
const HEADERS = 2;

/**
 * The encoding the data set at `start` is in, by its first headers: known VR letters, or a known tag and a length that
 * fits. The declared encoding is preferred if it makes sense. `undefined` if none of the encodings makes sense of them.
 */
export function sniffEncoding(window: ByteWindow, start: number, declared?: Sniffed): Sniffed | undefined {
  if (declared !== undefined && makesSense(window, start, declared)) return declared;
  const candidates: Sniffed[] = [
    { implicit: false, bigEndian: false },
    { implicit: false, bigEndian: true },
    { implicit: true, bigEndian: false },
  ];
  return candidates.find(candidate => makesSense(window, start, candidate));
}

function makesSense(window: ByteWindow, start: number, { implicit, bigEndian }: Sniffed): boolean {
  const size = window.source.size;
  let at = start;
  let before = -1;
  for (let n = 0; n < HEADERS; n++) {
    if (at === size) return n > 0;
    if (size - at < 8 || !window.ensure(at, Math.min(12, size - at))) return false;
    const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + at - window.start);
    const group = view.getUint16(0, !bigEndian);
    const tag = group * 65536 + view.getUint16(2, !bigEndian);
    if (n === 0 && (group === 0xfffe || group > 0x7fe0)) return false;
    if (n > 0 && group === 0xfffe) return true;
    let length: number;
    let header = 8;
    if (implicit) {
      if (tag <= before || dictionaryVr(tag) === 0) return n > 0 && tag > before;
      length = view.getUint32(4, !bigEndian);
    } else {
      const form = VR_FORM[view.getUint16(4)];
      // The second element may be one of those oddities the header reader knows how to treat.
      if (form === VrForm.unknown) return n > 0;
      if (form === VrForm.long && size - at < 12) return false;
      header = form === VrForm.long ? 12 : 8;
      length = form === VrForm.long ? view.getUint32(8, !bigEndian) : view.getUint16(6, !bigEndian);
      if (n === 0 && !likelyFirst(tag)) return false;
    }
    if (length === 0xffffffff) return true;
    // A value that is cut short is a truncated file, if the header was beyond doubt.
    if (length > size - at - header) return n > 0 || !implicit;
    at += header + length;
    before = tag;
  }
  return true;
}

/** A data set starts with a low group; in the wrong byte order group 0008 reads as 0800. */
function likelyFirst(tag: number): boolean {
  return dictionaryVr(tag) !== 0 || (tag >>> 16) % 2 === 1 || tag >>> 16 < 0x0100;
}
