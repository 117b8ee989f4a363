import { PixelDataError } from '../errors';
import { runtimeBytes } from '../runtimeFiles.node';
import type { FrameCodecs, FrameShape, NativeFrame } from './frameCodecs';
import { decodeFrame, encodeFrame, type StreamCodecs } from './streamCodecs';
import { pixelSyntax, type Compression } from './transferSyntaxes';

/** One promise per codec module; an entry is dropped when its instance trapped, so that the next file gets a fresh one. */
const loading = new Map<Compression, Promise<Partial<StreamCodecs>>>();

/**
 * Codecs able to read and write frames of one transfer syntax. Only the modules this syntax needs are loaded (once per
 * thread), from files of this installation; nothing is fetched. Throws `PixelDataError` for a syntax nobody can decode.
 */
export async function loadFrameCodecs(transferSyntax: string): Promise<FrameCodecs> {
  const syntax = pixelSyntax(transferSyntax);
  if (!syntax) {
    throw new PixelDataError('unsupported-transfer-syntax', `Transfer syntax ${transferSyntax} has no decoder here.`);
  }
  const { compression } = syntax;
  const streams = await load(compression);
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof PixelDataError)) loading.delete(compression);
      throw asPixelDataError(error, transferSyntax);
    }
  };
  return {
    decode: (uid: string, frame: Uint8Array, shape: FrameShape) =>
      guarded(() => decodeFrame(streams, uid, frame, shape)),
    encode: (uid: string, frame: NativeFrame) => guarded(() => encodeFrame(streams, uid, frame)),
  };
}

/** Codecs throw numbers (C++ exceptions), traps and strings; all of them mean that this frame could not be handled. */
function asPixelDataError(error: unknown, transferSyntax: string): PixelDataError {
  if (error instanceof PixelDataError) return error;
  return new PixelDataError('undecodable-frame', `The codec of transfer syntax ${transferSyntax} rejected a frame.`);
}

function load(compression: Compression): Promise<Partial<StreamCodecs>> {
  let found = loading.get(compression);
  if (!found) {
    found = loaders[compression]();
    loading.set(compression, found);
  }
  return found;
}

const quiet = { print: () => undefined, printErr: () => undefined };
const wasm = (file: string, specifier: string) => ({
  ...quiet,
  wasmBinary: runtimeBytes(file, specifier),
  locateFile: (name: string) => name,
});

const loaders: Record<Compression, () => Promise<Partial<StreamCodecs>>> = {
  native: async () => ({}),
  rle: async () => ({}),
  'deflated-frame': async () => ({}),
  'jpeg-ls': async () => {
    const create = (await import('@cornerstonejs/codec-charls/wasmjs')).default;
    const module = await create(wasm('charlswasm.wasm', '@cornerstonejs/codec-charls/dist/charlswasm.wasm'));
    return { jpegLs: { decoder: () => new module.JpegLSDecoder(), encoder: () => new module.JpegLSEncoder() } };
  },
  'jpeg-2000': async () => {
    const create = (await import('@cornerstonejs/codec-openjpeg/wasmjs')).default;
    const module = await create(wasm('openjpegwasm.wasm', '@cornerstonejs/codec-openjpeg/dist/openjpegwasm.wasm'));
    return { jpeg2000: { decoder: () => new module.J2KDecoder(), encoder: () => new module.J2KEncoder() } };
  },
  htj2k: async () => {
    const create = (await import('@cornerstonejs/codec-openjph/wasmjs')).default;
    const module = await create(wasm('openjphjs.wasm', '@cornerstonejs/codec-openjph/dist/openjphjs.wasm'));
    return { htj2k: { decoder: () => new module.HTJ2KDecoder(), encoder: () => new module.HTJ2KEncoder() } };
  },
  jpeg: async () => {
    const { Context, NativeCodecs, log } = (await import('dcmjs-codecs')).default;
    log.setLevel('silent', false);
    if (NativeCodecs.isInitialized()) NativeCodecs.release();
    // The package reads its module from a path only; here it is stored compressed.
    const bytes = runtimeBytes('dcmjs-native-codecs.wasm', 'dcmjs-codecs/build/dcmjs-native-codecs.wasm');
    Object.assign(NativeCodecs, { _getWebAssemblyBytes: () => Promise.resolve(bytes.buffer) });
    await NativeCodecs.initializeAsync();
    const context = (shape: FrameShape) => ({
      width: shape.columns,
      height: shape.rows,
      bitsAllocated: shape.bitsAllocated,
      bitsStored: shape.bitsStored,
      samplesPerPixel: shape.samplesPerPixel,
      pixelRepresentation: shape.signed ? 1 : 0,
      planarConfiguration: 0,
      photometricInterpretation: shape.photometricInterpretation,
    });
    return {
      jpeg: {
        // Samples come back as coded: a conversion to RGB would not be reversible, and the data set says what they are.
        decode: (frame, shape) =>
          NativeCodecs.decodeJpeg(new Context({ ...context(shape), encodedBuffer: frame }), {
            convertColorspaceToRgb: false,
          }).getDecodedBuffer(),
        encode: frame =>
          NativeCodecs.encodeJpeg(new Context({ ...context(frame), decodedBuffer: frame.bytes }), {
            lossy: false,
            predictor: 1,
            pointTransform: 0,
          }).getEncodedBuffer(),
      },
    };
  },
};
