import type { GreyImage } from '../../pixels/ocr/ocrReader';

const ENTRIES = 9;
const DIRECTORY = 2 + 12 * ENTRIES + 4;
const SHORT = 3;
const LONG = 4;

/** Several grey images as the pages of one TIFF 6.0 file, little-endian and not compressed. */
export function greyTiff(pages: readonly GreyImage[]): Uint8Array {
  const sizes = pages.map(page => DIRECTORY + page.grey.length + (page.grey.length & 1));
  const bytes = new Uint8Array(8 + sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, 8, true);
  let at = 8;
  pages.forEach(({ width, height, grey }, i) => {
    const image = at + DIRECTORY;
    const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8], // bits per sample
      [259, SHORT, 1], // no compression
      [262, SHORT, 1], // black is zero
      [273, LONG, image],
      [277, SHORT, 1], // samples per pixel
      [278, LONG, height], // rows per strip
      [279, LONG, grey.length],
    ];
    view.setUint16(at, ENTRIES, true);
    entries.forEach(([tag, type, value], n) => {
      const entry = at + 2 + 12 * n;
      view.setUint16(entry, tag, true);
      view.setUint16(entry + 2, type, true);
      view.setUint32(entry + 4, 1, true);
      if (type === SHORT) view.setUint16(entry + 8, value, true);
      else view.setUint32(entry + 8, value, true);
    });
    bytes.set(grey, image);
    const next = at + sizes[i];
    view.setUint32(at + DIRECTORY - 4, i + 1 < pages.length ? next : 0, true);
    at = next;
  });
  return bytes;
}
