/** What is to be fitted: size in image pixels, and the height of a pixel divided by its width. */
export interface Fitted {
  readonly columns: number;
  readonly rows: number;
  readonly pixelAspect: number;
}

/** Size on the screen in CSS pixels: the whole image in the room there is, times the zoom. */
export function fittedSize(
  { columns, rows, pixelAspect }: Fitted,
  roomWidth: number,
  roomHeight: number,
  zoom: number,
): { width: number; height: number } {
  const tall = rows * pixelAspect;
  const scale = Math.max(0.01, Math.min(roomWidth / columns, roomHeight / tall)) * zoom;
  return { width: Math.max(1, Math.floor(columns * scale)), height: Math.max(1, Math.floor(tall * scale)) };
}

const STEP = 1.25;
const LARGEST = 32;

/** The zoom after a step; 1 is "fits", and no step goes below it by more than a quarter. */
export function nextZoom(zoom: number, direction: 1 | 0 | -1): number {
  if (direction === 0) return 1;
  const next = direction > 0 ? zoom * STEP : zoom / STEP;
  // Steps up and down meet at 1 again.
  const rounded = Math.abs(next - 1) < 0.01 ? 1 : next;
  return Math.max(0.25, Math.min(LARGEST, rounded));
}
