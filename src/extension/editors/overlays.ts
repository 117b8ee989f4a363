import type { DicomFile } from '../../dicom/dicomFile';
import { findRow } from '../../dicom/rows';
import { numberValues, valueBytes } from '../../dicom/values';

/** One overlay plane (PS3.3 C.9.2): a bit per pixel, first pixel in the lowest bit. */
export interface OverlayPlane {
  readonly rows: number;
  readonly columns: number;
  /** Row and column of the image, 1-based, where the plane begins. */
  readonly origin: readonly [number, number];
  readonly bits: Uint8Array;
  /** Frames of the overlay and the image frame (0-based) the first one belongs to; one frame applies to all. */
  readonly frames: number;
  readonly firstFrame: number;
}

const GROUPS = Array.from({ length: 16 }, (_, index) => 0x6000 + 2 * index);

/** The overlay planes with data of their own; planes in unused bits of the pixel data (retired) are not among them. */
export function overlayPlanes(file: DicomFile): OverlayPlane[] {
  return GROUPS.flatMap(group => {
    const number = (element: number) => {
      const row = findRow(file.dataSet, group * 65536 + element);
      return row < 0 ? [] : numberValues(file, row);
    };
    const data = findRow(file.dataSet, group * 65536 + 0x3000);
    const [rows = 0] = number(0x0010);
    const [columns = 0] = number(0x0011);
    if (data < 0 || rows === 0 || columns === 0) return [];
    const [top = 1, left = 1] = number(0x0050);
    const [frames = 1] = number(0x0015);
    const [firstFrame = 1] = number(0x0051);
    const bits = valueBytes(file, data).slice();
    return [{ rows, columns, origin: [top, left], bits, frames, firstFrame: firstFrame - 1 }];
  });
}

/** Draws the planes of a frame into RGBA pixels, in a colour that grey images do not have. */
export function drawOverlays(
  planes: readonly OverlayPlane[],
  frame: number,
  image: { readonly rgba: Uint8Array; readonly columns: number; readonly rows: number },
): void {
  for (const plane of planes) {
    const index = plane.frames > 1 ? frame - plane.firstFrame : 0;
    if (index < 0 || index >= plane.frames) continue;
    const start = index * plane.rows * plane.columns;
    for (let at = 0; at < plane.rows * plane.columns; at++) {
      const bit = start + at;
      if (((plane.bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
      const y = Math.floor(at / plane.columns) + plane.origin[0] - 1;
      const x = (at % plane.columns) + plane.origin[1] - 1;
      if (x < 0 || y < 0 || x >= image.columns || y >= image.rows) continue;
      image.rgba.set([0, 255, 255, 255], 4 * (y * image.columns + x));
    }
  }
}
