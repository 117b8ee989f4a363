export declare const EXPLICIT_LITTLE_ENDIAN: string;
export declare function element(
  tag: number,
  vr: string,
  value: string | number | Uint8Array | readonly number[] | readonly (readonly Uint8Array[])[],
): Uint8Array;
export declare function dicomFile(
  elements: readonly Uint8Array[],
  options?: { sopClass?: string; instance?: string; transferSyntax?: string },
): Uint8Array;
