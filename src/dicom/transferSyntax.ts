/** Transfer syntaxes whose data set is not explicit VR little endian (PS3.5 Annex A); every other one is. */
export const TransferSyntax = {
  implicitLittleEndian: '1.2.840.10008.1.2',
  explicitLittleEndian: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  explicitBigEndian: '1.2.840.10008.1.2.2',
} as const;

const IMPLICIT = new Set([
  TransferSyntax.implicitLittleEndian,
  // Papyrus 3, and GE's implicit little endian with byte-swapped pixels.
  '1.2.840.10008.1.20',
  '1.2.840.113619.5.2',
]) as ReadonlySet<string>;

/** Deflated explicit VR little endian, and the JPIP referenced syntaxes that deflate as well (PS3.5 A.5, A.7, A.8). */
const DEFLATED = new Set([
  TransferSyntax.deflated,
  '1.2.840.10008.1.2.4.95',
  '1.2.840.10008.1.2.4.205',
]) as ReadonlySet<string>;

/** True for Implicit VR Little Endian (PS3.5 A.1). */
export function isImplicitSyntax(uid: string): boolean {
  return IMPLICIT.has(uid);
}

/** True for syntaxes whose data set is deflated as a whole (PS3.5 A.5). */
export function isDeflatedSyntax(uid: string): boolean {
  return DEFLATED.has(uid);
}

/** True if the pixel data of this syntax is native: not encapsulated (PS3.5 A.1 to A.3, A.5). */
export function isNativeSyntax(uid: string): boolean {
  return (
    uid === TransferSyntax.implicitLittleEndian ||
    uid === TransferSyntax.explicitLittleEndian ||
    uid === TransferSyntax.explicitBigEndian ||
    uid === TransferSyntax.deflated ||
    uid === '1.2.840.113619.5.2'
  );
}
