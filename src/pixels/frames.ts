import type { DicomFile } from '../dicom/dicomFile';
import { RowFlag, vrText } from '../dicom/elementTable';
import { topLevel, valueBytes, type Level } from './attributes';
import type { FrameCodecs, NativeFrame } from './codecs/frameCodecs';
import { swapSampleBytes } from './codecs/sampleLayout';
import { groupFragments, type Fragment } from './fragments';
import { PixelDataError } from './errors';
import type { PixelDescription } from './pixelDescription';

/** The frames of one instance, read one at a time. */
export interface FrameStore {
  readonly description: PixelDescription;
  readonly encapsulated: boolean;
  /** True if native samples are big endian (or, for 8-bit samples in OW, swapped in pairs; PS3.5 7.3). */
  readonly bigEndian: boolean;
  /** Whether offsets were written: in the Basic Offset Table, in the Extended Offset Table, or nowhere (PS3.5 A.4). */
  readonly offsets: 'basic' | 'extended' | 'none';
  /** Bytes of one frame as they stand in the file; of an encapsulated frame its fragments, joined. A copy. */
  raw(frame: number): Uint8Array;
  /** The fragments of an encapsulated frame, each a copy; empty for native pixel data. */
  fragments(frame: number): Uint8Array[];
  /** Bytes that follow the last native frame (padding), a copy. */
  trailing(): Uint8Array;
}

/** Finds the frames of a file's Pixel Data (PS3.5 8.2, A.4). Throws `PixelDataError` if they are not all there. */
export function openFrames(file: DicomFile, description: PixelDescription): FrameStore {
  const level = topLevel(file);
  const row = level.rows.get(0x7fe00010);
  if (row === undefined) throw new PixelDataError('pixel-description', 'The data set has no Pixel Data.');
  return level.table.flags[row] & RowFlag.encapsulated
    ? encapsulatedFrames(level, row, description)
    : nativeFrames(level, row, description);
}

/** Length in bytes of one native frame; fractional where single-bit frames do not end on a byte (PS3.5 8.1.1). */
export function nativeFrameLength(description: PixelDescription): number {
  const { rows, columns, samplesPerPixel, bitsAllocated, photometricInterpretation } = description;
  // Two pixels share one pair of chrominance samples (PS3.3 C.7.6.3.1.2).
  const samples = photometricInterpretation === 'YBR_FULL_422' ? 2 : samplesPerPixel;
  return (rows * columns * samples * bitsAllocated) / 8;
}

function nativeFrames(level: Level, row: number, description: PixelDescription): FrameStore {
  const { table, source } = level;
  const start = table.valueStart[row];
  const available = table.valueEnd[row] - start;
  const { frames } = description;
  let length = nativeFrameLength(description);
  // Some writers say YBR_FULL_422 and store all three samples; the length tells.
  const full = description.rows * description.columns * description.samplesPerPixel * (description.bitsAllocated / 8);
  if (description.photometricInterpretation === 'YBR_FULL_422' && available >= full * frames) length = full;
  if (available < Math.ceil(length * frames)) {
    throw new PixelDataError(
      'truncated-pixel-data',
      `Pixel Data holds ${available} bytes where ${frames} frame(s) need ${Math.ceil(length * frames)}.`,
    );
  }
  const bigEndian =
    (table.flags[row] & RowFlag.bigEndian) !== 0 && (description.bitsAllocated > 8 || vrText(table.vr[row]) === 'OW');
  return {
    description: { ...description, photometricInterpretation: nativePhotometric(description, length === full) },
    encapsulated: false,
    bigEndian,
    offsets: 'none',
    raw: frame => {
      const from = Math.floor(frame * length);
      return source.read(start + from, Math.ceil((frame + 1) * length) - from).slice();
    },
    fragments: () => [],
    trailing: () => source.read(start + Math.ceil(length * frames), available - Math.ceil(length * frames)).slice(),
  };
}

/** YBR_RCT, YBR_ICT and a 422 that is not one are only meaningful inside compressed streams. */
function nativePhotometric(description: PixelDescription, full: boolean): string {
  const written = description.photometricInterpretation;
  if (written === 'YBR_RCT' || written === 'YBR_ICT') return 'RGB';
  return written === 'YBR_FULL_422' && full ? 'YBR_FULL' : written;
}

function encapsulatedFrames(level: Level, row: number, description: PixelDescription): FrameStore {
  const { table, source } = level;
  const rows: number[] = [];
  for (let r = row + 1; r < table.next[row]; r = table.next[r]) rows.push(r);
  if (rows.length < 2) throw new PixelDataError('truncated-pixel-data', 'Encapsulated Pixel Data without fragments.');
  const [tableRow, ...fragmentRows] = rows;
  const read = (r: number) => source.read(table.valueStart[r], table.valueEnd[r] - table.valueStart[r]).slice();
  if (fragmentRows.some(r => table.flags[r] & RowFlag.truncated)) {
    throw new PixelDataError('truncated-pixel-data', 'A fragment runs past the end of the file.');
  }
  const origin = table.start[fragmentRows[0]];
  const fragments: Fragment[] = fragmentRows.map(r => ({
    offset: table.start[r] - origin,
    head: source.read(table.valueStart[r], Math.min(4, table.valueEnd[r] - table.valueStart[r])).slice(),
  }));
  const basic = offsetsOf(read(tableRow), 4);
  const extended = offsetsOf(valueBytes(level, 0x7fe00001) ?? new Uint8Array(), 8);
  const groups = groupFragments(fragments, description.frames, extended.length ? extended : basic);
  return {
    description,
    encapsulated: true,
    bigEndian: false,
    offsets: extended.length ? 'extended' : basic.length ? 'basic' : 'none',
    raw: frame => concat(groups[frame].map(i => read(fragmentRows[i]))),
    fragments: frame => groups[frame].map(i => read(fragmentRows[i])),
    trailing: () => new Uint8Array(),
  };
}

function offsetsOf(bytes: Uint8Array, size: 4 | 8): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) =>
    size === 4 ? view.getUint32(4 * i, true) : Number(view.getBigUint64(8 * i, true)),
  );
}

/** All parts one after the other; a single part comes back as it is, uncopied. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** One frame as native little endian samples; encapsulated ones with their samples side by side. */
export function decodeFrameOf(store: FrameStore, codecs: FrameCodecs, frame: number): NativeFrame {
  const { description } = store;
  const raw = store.raw(frame);
  if (store.encapsulated) return codecs.decode(description.transferSyntax, raw, description);
  const unit = description.bitsAllocated > 8 ? description.bitsAllocated >> 3 : 2;
  return { ...description, bytes: store.bigEndian ? swapSampleBytes(raw, unit) : raw };
}
