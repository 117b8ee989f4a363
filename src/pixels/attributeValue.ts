/** New value of a data element: bytes of even length in little endian, or null to remove it. */
export interface AttributeValue {
  readonly tag: number;
  readonly vr: string;
  readonly bytes: Uint8Array | null;
}

export const attribute = (tag: number, vr: string, bytes: Uint8Array | null): AttributeValue => ({ tag, vr, bytes });

/** A code string, padded with a blank to even length. */
export function cs(value: string): Uint8Array {
  return new TextEncoder().encode(value.length % 2 ? `${value} ` : value);
}

/** One unsigned short. */
export function us(value: number): Uint8Array {
  return new Uint8Array([value & 0xff, value >> 8]);
}
