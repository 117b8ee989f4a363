/** How the frames of a transfer syntax are compressed (PS3.5 Annex A, PS3.6 Annex A). */
export type Compression = 'native' | 'rle' | 'jpeg' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k' | 'deflated-frame';

/** What can be done with one transfer syntax. */
export interface PixelSyntax {
  readonly uid: string;
  readonly compression: Compression;
  /** False where the encoding itself loses information; such images carry Lossy Image Compression 01. */
  readonly lossless: boolean;
  /** True if changed frames are written back in this very transfer syntax, losslessly. */
  readonly encodes: boolean;
}

const prefix = '1.2.840.10008.1.2';
const syntax = (suffix: string, compression: Compression, lossless: boolean, encodes: boolean): PixelSyntax => ({
  uid: prefix + suffix,
  compression,
  lossless,
  encodes,
});

const known: readonly PixelSyntax[] = [
  syntax('', 'native', true, true),
  syntax('.1', 'native', true, true),
  syntax('.1.99', 'native', true, true),
  syntax('.2', 'native', true, true),
  syntax('.5', 'rle', true, true),
  syntax('.8.1', 'deflated-frame', true, true),
  syntax('.4.50', 'jpeg', false, false),
  syntax('.4.51', 'jpeg', false, false),
  // Retired JPEG processes: still met in archives, readable by the same decoder.
  syntax('.4.52', 'jpeg', false, false),
  syntax('.4.53', 'jpeg', false, false),
  syntax('.4.54', 'jpeg', false, false),
  syntax('.4.55', 'jpeg', false, false),
  syntax('.4.56', 'jpeg', false, false),
  syntax('.4.57', 'jpeg', true, true),
  syntax('.4.70', 'jpeg', true, true),
  syntax('.4.80', 'jpeg-ls', true, true),
  syntax('.4.81', 'jpeg-ls', false, false),
  syntax('.4.90', 'jpeg-2000', true, true),
  syntax('.4.91', 'jpeg-2000', false, false),
  syntax('.4.201', 'htj2k', true, true),
  syntax('.4.202', 'htj2k', true, false),
  syntax('.4.203', 'htj2k', false, false),
];

const byUid = new Map(known.map(s => [s.uid, s]));

/** Explicit VR Little Endian, the syntax changed images fall back to (PS3.5 A.2). */
export const EXPLICIT_LITTLE_ENDIAN = `${prefix}.1`;

/** The pixel side of a Transfer Syntax UID; undefined if no codec is known for it. */
export function pixelSyntax(uid: string): PixelSyntax | undefined {
  return byUid.get(uid);
}
