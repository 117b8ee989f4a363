/** The few entry points used of codec packages that ship no types of their own. */
interface EmscriptenOptions {
  readonly wasmBinary?: Uint8Array;
  readonly locateFile?: (name: string) => string;
  readonly print?: (text: string) => void;
  readonly printErr?: (text: string) => void;
}
interface CodecFrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned: boolean;
}
interface CodecDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): ArrayBufferView;
  getFrameInfo(): CodecFrameInfo;
  getInterleaveMode?(): number;
  delete(): void;
}
interface CodecEncoder {
  getDecodedBuffer(info: CodecFrameInfo & { readonly isUsingColorTransform?: boolean }): Uint8Array;
  encode(): void;
  getEncodedBuffer(): ArrayBufferView;
  setNearLossless?(value: number): void;
  setInterleaveMode?(value: number): void;
  setQuality?(lossless: boolean, quality: number): void;
  delete(): void;
}

declare module '@cornerstonejs/codec-charls/wasmjs' {
  const create: (options: EmscriptenOptions) => Promise<{
    JpegLSDecoder: new () => CodecDecoder;
    JpegLSEncoder: new () => CodecEncoder;
  }>;
  export = create;
}
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  const create: (options: EmscriptenOptions) => Promise<{
    J2KDecoder: new () => CodecDecoder;
    J2KEncoder: new () => CodecEncoder;
  }>;
  export = create;
}
declare module '@cornerstonejs/codec-openjph/wasmjs' {
  const create: (options: EmscriptenOptions) => Promise<{
    HTJ2KDecoder: new () => CodecDecoder;
    HTJ2KEncoder: new () => CodecEncoder;
  }>;
  export = create;
}
