/** Rectangles on a picture, in pixels from the top left. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a pointer holds: the whole rectangle, or its bottom right corner. */
export type Grip = 'move' | 'resize';

const between = (value: number, least: number, greatest: number) => Math.max(least, Math.min(greatest, value));

/** The rectangle between two points of a drag, in whole pixels inside the picture; at least one pixel. */
export function boxBetween(from: Point, to: Point, { columns, rows }: Size): Box {
  const left = between(Math.floor(Math.min(from.x, to.x)), 0, columns - 1);
  const top = between(Math.floor(Math.min(from.y, to.y)), 0, rows - 1);
  const right = between(Math.ceil(Math.max(from.x, to.x)), left + 1, columns);
  const bottom = between(Math.ceil(Math.max(from.y, to.y)), top + 1, rows);
  return [left, top, right - left, bottom - top];
}

/** The rectangle moved or resized by whole pixels; it stays inside the picture and has at least one pixel. */
export function shiftBox([x, y, width, height]: Box, grip: Grip, by: Point, { columns, rows }: Size): Box {
  const dx = Math.round(by.x);
  const dy = Math.round(by.y);
  if (grip === 'move')
    return [
      between(x + dx, 0, Math.max(0, columns - width)),
      between(y + dy, 0, Math.max(0, rows - height)),
      width,
      height,
    ];
  return [x, y, between(width + dx, 1, Math.max(1, columns - x)), between(height + dy, 1, Math.max(1, rows - y))];
}

/** What a key does to a rectangle: arrows move by a pixel, with Ctrl by ten, with Shift they resize. */
export function keyShift(key: string, shift: boolean, fast: boolean): { grip: Grip; by: Point } | undefined {
  const step = fast ? 10 : 1;
  const ways: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -step, y: 0 },
    ArrowRight: { x: step, y: 0 },
    ArrowUp: { x: 0, y: -step },
    ArrowDown: { x: 0, y: step },
  };
  const by = ways[key];
  return by && { grip: shift ? 'resize' : 'move', by };
}

/** True if two rectangles have the same numbers. */
export function sameBox(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i]);
}

/** A list of numbers as a rectangle, if it is one. */
export function asBox(numbers: readonly number[]): Box | undefined {
  const [x, y, width, height] = numbers;
  return numbers.length === 4 && numbers.every(n => Number.isInteger(n) && n >= 0)
    ? [x ?? 0, y ?? 0, width ?? 0, height ?? 0]
    : undefined;
}
