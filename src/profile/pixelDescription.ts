/** Attributes without which pixel data cannot be read (PS3.3 C.7.6.3, C.7.6.6). */
const TAGS: ReadonlySet<number> = new Set([
  0x00280002, 0x00280004, 0x00280006, 0x00280008, 0x00280010, 0x00280011, 0x00280100, 0x00280101, 0x00280102,
  0x00280103, 0x7fe00008, 0x7fe00009, 0x7fe00010,
]);

/** True for pixel data and what describes its layout. */
export function isPixelDescription(tag: number): boolean {
  return TAGS.has(tag >>> 0);
}

/** All of them. */
export function pixelDescriptionTags(): ReadonlySet<number> {
  return TAGS;
}
