import type { DicomFile } from '../../dicom/dicomFile';
import { findRow } from '../../dicom/rows';
import { numberValues, valueBytes } from '../../dicom/values';
import type { NativeFrame } from '../../pixels/codecs/frameCodecs';

/** One overlay plane (PS3.3 C.9.2). */
export interface OverlayPlane {
  readonly rows: number;
  readonly columns: number;
  /** Row and column of the image, 1-based, where the plane begins. */
  readonly origin: readonly [number, number];
  /** Frames of the overlay, and the image frame (0-based) the first one belongs to. */
  readonly frames: number;
  readonly firstFrame: number;
  /** True if the plane names no frames (neither 60xx,0015 nor 60xx,0051): it lies over every frame of the image. */
  readonly everyFrame: boolean;
  readonly bits: OverlayBits;
}

/** Where the bits are: Overlay Data (60xx,3000), first pixel in the lowest bit; or a bit of every pixel cell (retired). */
export type OverlayBits =
  { readonly kind: 'data'; readonly bytes: Uint8Array } | { readonly kind: 'cell'; bit: number };

const GROUPS = Array.from({ length: 16 }, (_, index) => 0x6000 + 2 * index);

/** The overlay planes of a file in the order of their groups. */
export function overlayPlanes(file: DicomFile): OverlayPlane[] {
  return GROUPS.flatMap(group => {
    const rowOf = (element: number) => findRow(file.dataSet, group * 65536 + element);
    const numbers = (element: number) => {
      const row = rowOf(element);
      return row < 0 ? [] : numberValues(file, row);
    };
    const [rows = 0] = numbers(0x0010);
    const [columns = 0] = numbers(0x0011);
    if (rows === 0 || columns === 0) return [];
    const bits = bitsOf(file, rowOf(0x3000), numbers(0x0102)[0] ?? 0);
    if (!bits) return [];
    const [top = 1, left = 1] = numbers(0x0050);
    const [frames = 1] = numbers(0x0015);
    const [firstFrame] = numbers(0x0051);
    const everyFrame = frames <= 1 && firstFrame === undefined;
    return [{ rows, columns, origin: [top, left], frames, firstFrame: (firstFrame ?? 1) - 1, everyFrame, bits }];
  });
}

function bitsOf(file: DicomFile, data: number, position: number): OverlayBits | undefined {
  if (data >= 0) return { kind: 'data', bytes: valueBytes(file, data).slice() };
  return position > 0 ? { kind: 'cell', bit: position } : undefined;
}

/** What is drawn on: RGBA pixels. */
interface Canvas {
  readonly rgba: Uint8Array;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Draws the planes of a frame (0-based) into RGBA pixels, in a colour that grey images do not have. Planes in pixel cells
 * need the cells: `native` is the frame as it is stored; compression other than RLE has no room for them.
 */
export function drawOverlays(
  planes: readonly OverlayPlane[],
  frame: number,
  image: Canvas,
  native: NativeFrame | undefined,
): void {
  for (const plane of planes) {
    const index = plane.everyFrame ? 0 : frame - plane.firstFrame;
    if (index < 0 || index >= plane.frames) continue;
    const lit = litTest(plane, index, native);
    if (lit) drawPlane(plane, lit, image);
  }
}

function drawPlane(plane: OverlayPlane, lit: (at: number) => boolean, image: Canvas): void {
  for (let at = 0; at < plane.rows * plane.columns; at++) {
    if (!lit(at)) continue;
    const y = Math.floor(at / plane.columns) + plane.origin[0] - 1;
    const x = (at % plane.columns) + plane.origin[1] - 1;
    if (x < 0 || y < 0 || x >= image.columns || y >= image.rows) continue;
    image.rgba.set([0, 255, 255, 255], 4 * (y * image.columns + x));
  }
}

/** Whether a pixel of a frame of the plane is set; undefined where its bits are not to be had. */
function litTest(
  { rows, columns, bits }: OverlayPlane,
  index: number,
  native: NativeFrame | undefined,
): ((at: number) => boolean) | undefined {
  if (bits.kind === 'data') {
    const start = index * rows * columns;
    return at => ((bits.bytes[(start + at) >> 3] ?? 0) & (1 << ((start + at) & 7))) !== 0;
  }
  if (!native || native.samplesPerPixel !== 1 || native.columns !== columns || native.rows !== rows) return undefined;
  const size = native.bitsAllocated >> 3;
  if (bits.bit >= native.bitsAllocated || size < 1) return undefined;
  const offset = bits.bit >> 3;
  const mask = 1 << (bits.bit & 7);
  return at => ((native.bytes[at * size + offset] ?? 0) & mask) !== 0;
}
