import type { DicomFile } from '../dicom/dicomFile';
import { decimals, text, topLevel, unsignedShorts, type Level } from './attributes';
import type { FrameShape } from './codecs/frameCodecs';
import { PixelDataError } from './errors';
import { readPalette, type Palette } from './palette';

/** The Image Pixel attributes of an instance (PS3.3 C.7.6.3) and what is needed to show it. */
export interface PixelDescription extends FrameShape {
  readonly highBit: number;
  readonly frames: number;
  readonly palette?: Palette;
  /** Modality LUT as a line (PS3.3 C.11.1): output = slope * stored + intercept. */
  readonly rescale: { readonly slope: number; readonly intercept: number };
  /** First window of the VOI LUT module (PS3.3 C.11.2), in rescaled units. */
  readonly window?: { readonly center: number; readonly width: number };
  /** Pixel Padding Value (0028,0120), stored value. */
  readonly padding?: number;
  readonly transferSyntax: string;
}

const PHOTOMETRIC = new Set([
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_RCT',
  'YBR_ICT',
]);

/** True if the data set holds Pixel Data (7FE0,0010); float pixel data has no text burned in by any known device. */
export function hasPixelData(file: DicomFile): boolean {
  return topLevel(file).rows.has(0x7fe00010);
}

/** Reads the Image Pixel module; throws `PixelDataError` where it is missing or cannot be what it says. Reads no pixels. */
export function pixelDescription(file: DicomFile): PixelDescription {
  const level = topLevel(file);
  const short = (tag: number) => unsignedShorts(level, tag)[0];
  const rows = short(0x00280010);
  const columns = short(0x00280011);
  const bitsAllocated = short(0x00280100);
  if (!rows || !columns || !bitsAllocated) {
    throw new PixelDataError('pixel-description', 'Rows, Columns or Bits Allocated is missing or zero.');
  }
  const samplesPerPixel = short(0x00280002) ?? 1;
  const bitsStored = short(0x00280101) ?? bitsAllocated;
  const highBit = short(0x00280102) ?? bitsStored - 1;
  const photometricInterpretation = text(level, 0x00280004) || (samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2');
  if (![1, 8, 16, 32].includes(bitsAllocated) || bitsStored === 0 || bitsStored > bitsAllocated) {
    throw new PixelDataError('pixel-description', `Bits Allocated ${bitsAllocated} with Bits Stored ${bitsStored}.`);
  }
  if (highBit >= bitsAllocated || highBit < bitsStored - 1) {
    throw new PixelDataError('pixel-description', `High Bit ${highBit} with Bits Stored ${bitsStored}.`);
  }
  if (!PHOTOMETRIC.has(photometricInterpretation)) {
    throw new PixelDataError('pixel-description', 'Photometric Interpretation is none of those this program can draw.');
  }
  const colour = /^(RGB|YBR)/.test(photometricInterpretation);
  if (samplesPerPixel !== (colour ? 3 : 1)) {
    throw new PixelDataError(
      'pixel-description',
      `Samples per Pixel ${samplesPerPixel} does not fit the colour model.`,
    );
  }
  const slope = decimals(level, 0x00281053)[0] ?? 1;
  const center = decimals(level, 0x00281050)[0];
  const width = decimals(level, 0x00281051)[0];
  return {
    rows,
    columns,
    samplesPerPixel,
    bitsAllocated,
    bitsStored,
    highBit,
    signed: short(0x00280103) === 1,
    planarConfiguration: short(0x00280006) === 1 && samplesPerPixel > 1 ? 1 : 0,
    photometricInterpretation,
    frames: numberOfFrames(level),
    palette: photometricInterpretation === 'PALETTE COLOR' ? readPalette(level) : undefined,
    rescale: { slope: slope || 1, intercept: decimals(level, 0x00281052)[0] ?? 0 },
    window: center !== undefined && width !== undefined && width >= 1 ? { center, width } : undefined,
    padding: short(0x00280120),
    transferSyntax: file.encoding.uid,
  };
}

function numberOfFrames(level: Level): number {
  const written = text(level, 0x00280008);
  if (written === '') return 1;
  const frames = Number.parseInt(written, 10);
  if (!(frames >= 1)) throw new PixelDataError('pixel-description', 'Number of Frames is no positive number.');
  return frames;
}
