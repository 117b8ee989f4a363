/** Samples of one frame as they are stored natively: little endian, `bitsAllocated` per sample. */
export interface NativeFrame {
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  /** 8, 16 or 32 (1 only for native bit-packed frames). */
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly signed: boolean;
  /** 0: samples of a pixel side by side; 1: plane after plane (PS3.3 C.7.6.3.1.3). */
  readonly planarConfiguration: 0 | 1;
  readonly photometricInterpretation: string;
}

/** What is known about a frame before it is decoded. */
export type FrameShape = Omit<NativeFrame, 'bytes'>;

/**
 * Decoders and encoders of compressed frames. Loading them is Node specific (`wasmCodecs.node.ts`), using them is not:
 * everything here is synchronous once loaded.
 */
export interface FrameCodecs {
  /**
   * One compressed frame to native bytes. Throws `PixelDataError` if the stream is damaged, of another size, or of a
   * transfer syntax without a decoder.
   */
  decode(transferSyntax: string, frame: Uint8Array, shape: FrameShape): NativeFrame;
  /** One native frame to a compressed one, losslessly; undefined if this syntax cannot hold such a frame. */
  encode(transferSyntax: string, frame: NativeFrame): Uint8Array | undefined;
}
