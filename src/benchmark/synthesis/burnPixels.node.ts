import type { DicomFile } from '../../dicom/dicomFile';
import { concatBytes, encodeElement } from '../../dicom/encode';
import { RowFlag, vrText } from '../../dicom/elementTable';
import { findRow } from '../../dicom/rows';
import type { NativeFrame } from '../../pixels/codecs/frameCodecs';
import { swapSampleBytes } from '../../pixels/codecs/sampleLayout';
import { EXPLICIT_LITTLE_ENDIAN, pixelSyntax } from '../../pixels/codecs/transferSyntaxes';
import { loadFrameCodecs } from '../../pixels/codecs/wasmCodecs.node';
import { encapsulate } from '../../pixels/encapsulate';
import { PixelDataError } from '../../pixels/errors';
import { decodeFrameOf, openFrames, type FrameStore } from '../../pixels/frames';
import { pixelDescription, type PixelDescription } from '../../pixels/pixelDescription';
import type { BurnedLine, FrameLayout } from './burn';
import { burnLines } from './burnLines';
import type { Random } from './random';

/** Pixel data with text drawn into it. */
export interface DrawnPixels {
  /** The whole Pixel Data element, header included. */
  readonly element: Uint8Array;
  readonly burned: readonly BurnedLine[];
  /** Transfer syntax of the new pixel data: the file's own unless that cannot be written losslessly. */
  readonly transferSyntax: string;
  readonly photometricInterpretation: string;
  readonly planarConfiguration: 0 | 1;
}

/** Larger frames are left alone: holding them whole would not keep memory flat. */
const MOST_BYTES = 64 * 1024 * 1024;

/** How the samples of a decoded frame lie, or undefined for kinds of pixels that text is not drawn into. */
export function layoutOf(frame: NativeFrame): FrameLayout | undefined {
  const photometric = frame.photometricInterpretation;
  const mono = photometric === 'MONOCHROME1' || photometric === 'MONOCHROME2';
  const colour = photometric === 'RGB' || photometric === 'YBR_FULL';
  if (!(mono && frame.samplesPerPixel === 1) && !(colour && frame.samplesPerPixel === 3)) return undefined;
  if (frame.bitsAllocated !== 8 && !(frame.bitsAllocated === 16 && mono)) return undefined;
  return {
    rows: frame.rows,
    columns: frame.columns,
    samplesPerPixel: frame.samplesPerPixel === 3 ? 3 : 1,
    planarConfiguration: frame.planarConfiguration,
    bitsAllocated: frame.bitsAllocated,
    bitsStored: frame.bitsStored,
    signed: frame.signed,
    bigEndian: false,
    ybr: photometric === 'YBR_FULL',
  };
}

/**
 * Draws text into the pixels of a single-frame instance (the boxes of the key have no frame number). Compressed pixels are
 * decoded and encoded losslessly in the same transfer syntax, or become Explicit VR Little Endian where that cannot be.
 * @returns undefined if the instance is not suited, cannot be decoded, or no line fits.
 */
export async function drawIntoPixels(
  file: DicomFile,
  lines: readonly string[],
  random: Random,
): Promise<DrawnPixels | undefined> {
  const table = file.dataSet;
  const row = findRow(table, 0x7fe00010);
  if (row < 0 || table.valueEnd[row] - table.valueStart[row] > MOST_BYTES) return undefined;
  try {
    const description = pixelDescription(file);
    const bytes =
      (description.rows * description.columns * description.samplesPerPixel * description.bitsAllocated) / 8;
    if (description.frames !== 1 || bytes > MOST_BYTES || description.highBit !== description.bitsStored - 1) {
      return undefined;
    }
    const codecs = await loadFrameCodecs(description.transferSyntax);
    const store = openFrames(file, description);
    const decoded = decodeFrameOf(store, codecs, 0);
    const frame: NativeFrame = { ...decoded, bytes: decoded.bytes.slice() };
    const layout = layoutOf(frame);
    if (layout === undefined) return undefined;
    const burned = burnLines(frame.bytes, layout, lines, random);
    if (burned.length === 0) return undefined;
    const common = { burned, planarConfiguration: frame.planarConfiguration };
    if (!store.encapsulated) {
      return {
        ...common,
        element: nativeElement(file, row, store, frame),
        transferSyntax: file.encoding.uid,
        photometricInterpretation: description.photometricInterpretation,
      };
    }
    const coded = codecs.encode(description.transferSyntax, frame);
    if (coded === undefined) {
      return {
        ...common,
        element: encodeElement(0x7fe00010, frame.bitsAllocated === 16 ? 'OW' : 'OB', frame.bytes, file.encoding),
        transferSyntax: EXPLICIT_LITTLE_ENDIAN,
        photometricInterpretation: frame.photometricInterpretation,
      };
    }
    return {
      ...common,
      element: encapsulatedElement(coded, store.offsets === 'none' ? 'none' : 'basic'),
      transferSyntax: description.transferSyntax,
      photometricInterpretation: photometricOf(description, frame),
    };
  } catch (error) {
    if (error instanceof PixelDataError) return undefined;
    throw error;
  }
}

function nativeElement(file: DicomFile, row: number, store: FrameStore, frame: NativeFrame): Uint8Array {
  const unit = frame.bitsAllocated > 8 ? frame.bitsAllocated >> 3 : 2;
  const bytes = store.bigEndian ? swapSampleBytes(frame.bytes, unit) : frame.bytes;
  const value = concatBytes([bytes, store.trailing()]);
  const vr = vrText(file.dataSet.vr[row]);
  const place = { implicit: (file.dataSet.flags[row] & RowFlag.implicit) !== 0, bigEndian: file.encoding.bigEndian };
  return encodeElement(0x7fe00010, vr, value, place);
}

/** Pixel Data of undefined length with one frame (PS3.5 A.4). */
function encapsulatedElement(coded: Uint8Array, offsets: 'basic' | 'none'): Uint8Array {
  const header = Uint8Array.of(0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x42, 0, 0, 0xff, 0xff, 0xff, 0xff);
  const delimiter = Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0);
  return concatBytes([header, ...encapsulate([[coded]], offsets).parts, delimiter]);
}

/** JPEG 2000 coders apply the reversible colour transform to RGB (PS3.5 8.2.4). */
function photometricOf(description: PixelDescription, frame: NativeFrame): string {
  const compression = pixelSyntax(description.transferSyntax)?.compression;
  const wavelet = compression === 'jpeg-2000' || compression === 'htj2k';
  if (!wavelet) return frame.photometricInterpretation;
  return frame.photometricInterpretation === 'RGB' ? 'YBR_RCT' : frame.photometricInterpretation;
}
