import type { Box } from './boxes';
import type { RgbaImage } from './render';

/** The image reduced so that its longer side is at most `size` pixels; every source pixel counts (area average). */
export function thumbnail(image: RgbaImage, size: number): RgbaImage {
  const scale = Math.min(1, size / Math.max(image.width, image.height));
  if (scale === 1) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    const [y0, y1] = span(y, height, image.height);
    for (let x = 0; x < width; x++, to += 4) {
      const [x0, x1] = span(x, width, image.width);
      const sums = [0, 0, 0];
      for (let sy = y0; sy < y1; sy++) {
        for (let sx = x0; sx < x1; sx++)
          for (let c = 0; c < 3; c++) sums[c] += image.rgba[4 * (sy * image.width + sx) + c];
      }
      const count = (y1 - y0) * (x1 - x0);
      for (let c = 0; c < 3; c++) rgba[to + c] = sums[c] / count;
      rgba[to + 3] = 255;
    }
  }
  return { width, height, rgba };
}

function span(i: number, count: number, source: number): [number, number] {
  const from = Math.floor((i * source) / count);
  return [from, Math.max(from + 1, Math.floor(((i + 1) * source) / count))];
}

/** Blanks boxes in a drawn image, so that a preview shows what the cleaned file will show. */
export function paintBoxes(image: RgbaImage, boxes: readonly Box[]): void {
  for (const box of boxes) {
    for (let y = Math.max(0, box.y); y < Math.min(image.height, box.y + box.height); y++) {
      for (let x = Math.max(0, box.x); x < Math.min(image.width, box.x + box.width); x++) {
        image.rgba.set([0, 0, 0, 255], 4 * (y * image.width + x));
      }
    }
  }
}
