import type { DicomFile } from '../../dicom/dicomFile';
import { RowFlag } from '../../dicom/elementTable';
import { findRow } from '../../dicom/rows';
import { numberValues, textValue } from '../../dicom/values';
import { burnLine, fits, type BurnedLine, type FrameLayout, type Polarity } from './burn';
import type { Random } from './random';

/** Where lines may stand: the corners, as on real screens. */
type Corner = 'topLeft' | 'topRight' | 'bottomLeft';

const CAP_HEIGHTS = [10, 12, 14, 18, 22, 28];
const POLARITIES: readonly Polarity[] = ['light', 'light', 'lightBox', 'dark', 'darkBox'];
/** Larger frames are left alone: reading them whole would not keep memory flat. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * How the pixels of a single-frame instance lie, or undefined if text cannot be drawn into it: several frames, palette
 * colour, other sample sizes, no pixel data. Single-frame only, because the benchmark's boxes have no frame number.
 */
export function frameLayoutOf(file: DicomFile): FrameLayout | undefined {
  const table = file.dataSet;
  const number = (tag: number, otherwise: number): number => {
    const row = findRow(table, tag);
    return row < 0 ? otherwise : (numberValues(file, row)[0] ?? otherwise);
  };
  const text = (tag: number): string => {
    const row = findRow(table, tag);
    return row < 0 ? '' : textValue(file, row).trim();
  };
  const frames = text(0x00280008);
  if (frames !== '' && frames !== '1') return undefined;
  const photometric = text(0x00280004);
  const samples = number(0x00280002, 1);
  const bits = number(0x00280100, 0);
  const mono = photometric === 'MONOCHROME1' || photometric === 'MONOCHROME2';
  const colour = photometric === 'RGB' || photometric === 'YBR_FULL';
  if (!(mono && samples === 1) && !(colour && samples === 3 && bits === 8)) return undefined;
  if (bits !== 8 && bits !== 16) return undefined;
  return {
    rows: number(0x00280010, 0),
    columns: number(0x00280011, 0),
    samplesPerPixel: samples === 3 ? 3 : 1,
    planarConfiguration: number(0x00280006, 0) === 1 ? 1 : 0,
    bitsAllocated: bits,
    bitsStored: number(0x00280101, bits),
    signed: number(0x00280103, 0) === 1,
    bigEndian: file.encoding.bigEndian,
    ybr: photometric === 'YBR_FULL',
  };
}

/** Bytes one frame of the layout takes. */
export function frameLength(layout: FrameLayout): number {
  return (layout.rows * layout.columns * layout.samplesPerPixel * layout.bitsAllocated) / 8;
}

/** Draws one to three of the lines into a frame, in place; empty if none fits. */
export function burnLines(
  bytes: Uint8Array,
  layout: FrameLayout,
  lines: readonly string[],
  random: Random,
): BurnedLine[] {
  const cap = random.pick(CAP_HEIGHTS.filter(size => size <= Math.max(10, layout.columns / 16)));
  const polarity = random.pick(POLARITIES);
  const corner = random.pick<Corner>(['topLeft', 'topRight', 'bottomLeft']);
  const wanted = lines.slice(0, random.int(1, 3));
  const pitch = Math.ceil(cap * 1.9) + 4;
  const drawn: BurnedLine[] = [];
  wanted.forEach((text, i) => {
    if (!fits(layout, text.length, cap)) return;
    const width = Math.ceil((text.length * cap * 5.6) / 6) + 8;
    const x = corner === 'topRight' ? layout.columns - width - 4 : 6;
    const y = corner === 'bottomLeft' ? layout.rows - pitch * (wanted.length - i) - 4 : 6 + i * pitch;
    if (x < 0 || y < 0) return;
    const line = burnLine(bytes, layout, text, x, y, cap, polarity);
    if (line !== undefined) drawn.push(line);
  });
  return drawn;
}

/** Draws text into uncompressed pixel data; undefined if the instance is not suited or nothing fits. */
export function burnNative(
  file: DicomFile,
  lines: readonly string[],
  random: Random,
): { readonly value: Uint8Array; readonly burned: readonly BurnedLine[] } | undefined {
  const table = file.dataSet;
  const row = findRow(table, 0x7fe00010);
  if (row < 0 || table.flags[row] & RowFlag.encapsulated) return undefined;
  const layout = frameLayoutOf(file);
  if (layout === undefined) return undefined;
  const length = table.valueEnd[row] - table.valueStart[row];
  if (length > MOST_BYTES || length < frameLength(layout) || frameLength(layout) === 0) return undefined;
  const value = file.dataSource.read(table.valueStart[row], length).slice();
  const burned = burnLines(value, layout, lines, random);
  return burned.length === 0 ? undefined : { value, burned };
}
