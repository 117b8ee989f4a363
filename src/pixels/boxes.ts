/** A rectangle of pixels: left top corner, and size; origin at the top left of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a box inside the image, in whole pixels; undefined if there is none. */
export function clip(box: Box, columns: number, rows: number): Box | undefined {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(columns, Math.ceil(box.x + box.width)) - x;
  const height = Math.min(rows, Math.ceil(box.y + box.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** Pixels two boxes have in common. */
export function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** The smallest box around both. */
export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Joins boxes that overlap over a good part of their width, as long as the joint box is not mostly empty. */
export function mergeBoxes<T extends Box>(boxes: readonly T[], join: (a: T, b: T, box: Box) => T): T[] {
  const merged = [...boxes];
  for (let i = 0; i < merged.length; i++) {
    for (let j = i + 1; j < merged.length; j++) {
      const a = merged[i];
      const b = merged[j];
      const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      if (overlap(a, b) === 0 || shared <= 0.3 * Math.min(a.width, b.width)) continue;
      const box = union(a, b);
      if (box.width * box.height >= 2.2 * (a.width * a.height + b.width * b.height)) continue;
      merged[i] = join(a, b, box);
      merged.splice(j, 1);
      i = -1;
      break;
    }
  }
  return merged;
}
