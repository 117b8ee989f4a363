import { unzlibSync, inflateSync, deflateSync } from 'fflate';
import { PixelDataError } from '../errors';
import type { FrameShape, NativeFrame } from './frameCodecs';
import { readJpegHeader, type JpegHeader } from './jpegHeader';
import { decodeRle, encodeRle } from './rle';
import { toInterleaved } from './sampleLayout';
import { pixelSyntax } from './transferSyntaxes';

/** Interface of the compiled codecs that work on whole streams. */
export interface StreamCodec {
  decoder(): CodecDecoder;
  encoder(): CodecEncoder;
}

/** Codec modules that were loaded; which ones depends on the transfer syntax. */
export interface StreamCodecs {
  readonly jpegLs: StreamCodec;
  readonly jpeg2000: StreamCodec;
  readonly htj2k: StreamCodec;
  readonly jpeg: {
    decode(frame: Uint8Array, shape: FrameShape): Uint8Array | undefined;
    encode(frame: NativeFrame): Uint8Array | undefined;
  };
}

/** Decodes one frame with the codec its transfer syntax names; the result always has its samples side by side. */
export function decodeFrame(
  streams: Partial<StreamCodecs>,
  uid: string,
  frame: Uint8Array,
  shape: FrameShape,
): NativeFrame {
  switch (pixelSyntax(uid)?.compression) {
    case 'rle':
      return sized(decodeRle(frame, rleShape(shape)), shape);
    case 'deflated-frame':
      return sized(inflate(frame), shape, shape.planarConfiguration);
    case 'jpeg-ls':
      return decodeJpegLs(loaded(streams.jpegLs), frame, shape);
    case 'jpeg-2000':
      return decodeWavelet(loaded(streams.jpeg2000), frame, shape);
    case 'htj2k':
      return decodeWavelet(loaded(streams.htj2k), frame, shape);
    case 'jpeg':
      return decodeJpeg(loaded(streams.jpeg), frame, shape);
    default:
      throw new PixelDataError('unsupported-transfer-syntax', `Transfer syntax ${uid} has no decoder here.`);
  }
}

/** Encodes one frame (samples side by side) losslessly; undefined if the syntax has no encoder or cannot hold the frame. */
export function encodeFrame(streams: Partial<StreamCodecs>, uid: string, frame: NativeFrame): Uint8Array | undefined {
  const syntax = pixelSyntax(uid);
  if (!syntax?.encodes) return undefined;
  switch (syntax.compression) {
    case 'rle':
      return encodeRle(frame.bytes, rleShape(frame));
    case 'deflated-frame':
      return deflateSync(frame.bytes);
    case 'jpeg-ls':
      return encodeStream(loaded(streams.jpegLs), frame, encoder => {
        encoder.setNearLossless?.(0);
        encoder.setInterleaveMode?.(frame.samplesPerPixel > 1 ? 2 : 0);
      });
    case 'jpeg-2000':
      return encodeStream(loaded(streams.jpeg2000), frame, encoder => encoder.setQuality?.(true, 0));
    case 'htj2k':
      return encodeStream(loaded(streams.htj2k), frame, encoder => encoder.setQuality?.(true, 0));
    case 'jpeg':
      return frame.bitsAllocated > 16 ? undefined : loaded(streams.jpeg).encode(frame);
    default:
      return undefined;
  }
}

function loaded<T>(codec: T | undefined): T {
  if (!codec)
    throw new PixelDataError('unsupported-transfer-syntax', 'The codec of this transfer syntax is not loaded.');
  return codec;
}

const rleShape = (shape: FrameShape) => ({
  // Single-bit frames are compressed as the packed bytes they are (PS3.5 8.2.2).
  pixels: shape.bitsAllocated === 1 ? Math.ceil((shape.rows * shape.columns) / 8) : shape.rows * shape.columns,
  samplesPerPixel: shape.samplesPerPixel,
  bytesPerSample: Math.max(1, shape.bitsAllocated >> 3),
});

/** PS3.5 A.4.12 stores raw deflate; a zlib header is met as well. */
function inflate(frame: Uint8Array): Uint8Array {
  try {
    return inflateSync(frame);
  } catch {
    return unzlibSync(frame);
  }
}

/** Checks that a decoder gave exactly one frame of the size the data set describes. */
function sized(bytes: Uint8Array, shape: FrameShape, planarConfiguration: 0 | 1 = 0): NativeFrame {
  const pixels = shape.rows * shape.columns * shape.samplesPerPixel;
  const expected = shape.bitsAllocated === 1 ? Math.ceil(pixels / 8) : pixels * (shape.bitsAllocated >> 3);
  // One byte per pixel is what codecs give for single-bit frames.
  const unpacked = shape.bitsAllocated === 1 && bytes.length === pixels;
  if (!unpacked && bytes.length !== expected && bytes.length !== expected + 1) {
    throw new PixelDataError(
      'undecodable-frame',
      `A frame decoded to ${bytes.length} bytes where ${expected} were expected.`,
    );
  }
  return {
    ...shape,
    bitsAllocated: unpacked ? 8 : shape.bitsAllocated,
    bytes: unpacked || bytes.length === expected ? bytes : bytes.subarray(0, expected),
    planarConfiguration,
  };
}

function decodeJpeg(codec: StreamCodecs['jpeg'], frame: Uint8Array, shape: FrameShape): NativeFrame {
  const header = readJpegHeader(frame);
  if (!header || header.rows !== shape.rows || header.columns !== shape.columns) {
    throw new PixelDataError('undecodable-frame', 'A JPEG frame has another size than the data set says.');
  }
  if (header.components !== shape.samplesPerPixel) {
    throw new PixelDataError('undecodable-frame', `A JPEG frame holds ${header.components} components.`);
  }
  const bytes = codec.decode(frame, { ...shape, bitsStored: header.precision });
  if (!bytes) throw new PixelDataError('undecodable-frame', 'The JPEG decoder gave no pixels.');
  return {
    ...sized(fitWidth(bytes, header.precision, shape), shape),
    photometricInterpretation: photometricOfJpeg(header, shape.photometricInterpretation),
  };
}

/**
 * What the samples are once decoded. Subsampled chrominance comes back at full resolution (PS3.5 8.2.1). Of lossy streams the
 * stream itself is believed where it contradicts the data set: many writers say RGB and let their library convert.
 */
function photometricOfJpeg(header: JpegHeader, written: string): string {
  const named = written === 'YBR_FULL_422' ? 'YBR_FULL' : written;
  if (header.components !== 3 || header.process === LOSSLESS_PROCESS) return named;
  if (header.colour === 'YCbCr' && named === 'RGB') return 'YBR_FULL';
  return header.colour === 'RGB' && named === 'YBR_FULL' ? 'RGB' : named;
}

const LOSSLESS_PROCESS = 3;

function decodeJpegLs(codec: StreamCodec, frame: Uint8Array, shape: FrameShape): NativeFrame {
  const header = readJpegHeader(frame);
  const { bytes, info } = decodeStream(codec, frame);
  checkInfo(info, shape);
  const fitted = fitWidth(bytes, info.bitsPerSample, shape);
  if (info.componentCount === 1 || header?.interleave !== 0) return sized(fitted, shape);
  return sized(toInterleaved(fitted, shape.rows * shape.columns, info.componentCount, shape.bitsAllocated >> 3), shape);
}

function decodeWavelet(codec: StreamCodec, frame: Uint8Array, shape: FrameShape): NativeFrame {
  const { bytes, info } = decodeStream(codec, frame);
  checkInfo(info, shape);
  const fitted = fitWidth(bytes, info.bitsPerSample, shape);
  // The colour transform is undone by the decoder (PS3.5 8.2.4).
  const colour = shape.photometricInterpretation.startsWith('YBR_') && shape.samplesPerPixel === 3;
  const transformed = ['YBR_RCT', 'YBR_ICT'].includes(shape.photometricInterpretation);
  return {
    ...sized(fitted, shape),
    photometricInterpretation: colour && transformed ? 'RGB' : shape.photometricInterpretation,
  };
}

function checkInfo(info: CodecFrameInfo, shape: FrameShape): void {
  if (info.width !== shape.columns || info.height !== shape.rows || info.componentCount !== shape.samplesPerPixel) {
    throw new PixelDataError('undecodable-frame', 'A compressed frame has another size than the data set says.');
  }
}

/** Codecs give 8 or 16 bits by the precision of the stream; the data set may allocate more (8 bits stored in 16). */
function fitWidth(bytes: Uint8Array, precision: number, shape: FrameShape): Uint8Array {
  const samples = shape.rows * shape.columns * shape.samplesPerPixel;
  if (shape.bitsAllocated === 16 && precision <= 8 && bytes.length === samples) {
    const wide = new Uint8Array(2 * samples);
    for (let i = 0; i < samples; i++) {
      wide[2 * i] = bytes[i];
      if (shape.signed && bytes[i] & 0x80) wide[2 * i + 1] = 0xff;
    }
    return wide;
  }
  return bytes;
}

function decodeStream(codec: StreamCodec, frame: Uint8Array): { bytes: Uint8Array; info: CodecFrameInfo } {
  const decoder = codec.decoder();
  try {
    decoder.getEncodedBuffer(frame.length).set(frame);
    decoder.decode();
    return { bytes: copyOf(decoder.getDecodedBuffer()), info: { ...decoder.getFrameInfo() } };
  } finally {
    decoder.delete();
  }
}

function encodeStream(
  codec: StreamCodec,
  frame: NativeFrame,
  configure: (encoder: CodecEncoder) => void,
): Uint8Array | undefined {
  if (frame.bitsAllocated > 16) return undefined;
  const encoder = codec.encoder();
  try {
    const info = {
      width: frame.columns,
      height: frame.rows,
      bitsPerSample: frame.bitsAllocated === 16 && frame.bitsStored <= 8 ? 9 : frame.bitsStored,
      componentCount: frame.samplesPerPixel,
      isSigned: frame.signed,
      isUsingColorTransform: frame.samplesPerPixel > 1 && frame.photometricInterpretation === 'RGB',
    };
    encoder.getDecodedBuffer(info).set(frame.bytes);
    configure(encoder);
    encoder.encode();
    return copyOf(encoder.getEncodedBuffer());
  } finally {
    encoder.delete();
  }
}

/** The buffers live in the codec's memory, which the next frame overwrites; their type differs between codecs. */
function copyOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
