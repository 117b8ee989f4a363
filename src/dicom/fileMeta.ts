import { concatBytes, encodeAscii, encodeElement } from './encode';

const LITTLE_EXPLICIT = { implicit: false, bigEndian: false };

export interface FileMeta {
  /** (0002,0002) */
  readonly sopClassUid: string;
  /** (0002,0003); must equal SOP Instance UID of the data set. */
  readonly sopInstanceUid: string;
  /** (0002,0010) */
  readonly transferSyntax: string;
  /** (0002,0012) */
  readonly implementationClassUid: string;
  /** (0002,0013), at most 16 characters. */
  readonly implementationVersionName?: string;
}

/**
 * The whole file meta group, group length included (PS3.10 7.1). Nothing of an old meta group is taken over: its
 * application entity titles and private information may identify.
 * @throws RangeError if a value is not ASCII.
 */
export function buildFileMeta(meta: FileMeta): Uint8Array {
  const elements = [
    VERSION,
    again(0x00020002, 'UI', meta.sopClassUid),
    ascii(0x00020003, 'UI', meta.sopInstanceUid),
    again(0x00020010, 'UI', meta.transferSyntax),
    again(0x00020012, 'UI', meta.implementationClassUid),
  ];
  if (meta.implementationVersionName !== undefined)
    elements.push(again(0x00020013, 'SH', meta.implementationVersionName.slice(0, 16)));
  const body = concatBytes(elements);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length, true);
  return concatBytes([encodeElement(0x00020000, 'UL', length, LITTLE_EXPLICIT), body]);
}

const VERSION = encodeElement(0x00020001, 'OB', Uint8Array.of(0, 1), LITTLE_EXPLICIT);

const lasts = new Map<number, { readonly text: string; readonly bytes: Uint8Array }>();

/** An element that is the same in most files of a run: what was made last is remembered. */
function again(tag: number, vr: string, text: string): Uint8Array {
  let last = lasts.get(tag);
  if (last?.text !== text) lasts.set(tag, (last = { text, bytes: ascii(tag, vr, text) }));
  return last.bytes;
}

function ascii(tag: number, vr: string, text: string): Uint8Array {
  const bytes = encodeAscii(text);
  if (bytes === undefined) throw new RangeError('The file meta group holds ASCII text only.');
  return encodeElement(tag, vr, bytes, LITTLE_EXPLICIT);
}
