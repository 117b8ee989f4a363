/**
 * Pixel data that cannot be read, or cannot be written back, as the data set describes it. The caller quarantines the file:
 * a frame nobody could look at must never be passed on. `code` is stable; the message names sizes and syntaxes, no values.
 */
export class PixelDataError extends Error {
  override readonly name = 'PixelDataError';
  constructor(
    readonly code: PixelErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export type PixelErrorCode =
  /** Rows, Columns, Bits Allocated ... are missing or contradict each other. */
  | 'pixel-description'
  /** No codec for this transfer syntax. */
  | 'unsupported-transfer-syntax'
  /** The codec refused the compressed bytes, or gave another size than the data set says. */
  | 'undecodable-frame'
  /** Fewer bytes or fragments than Number of Frames asks for. */
  | 'truncated-pixel-data'
  /** A device recipe asks for boxes in floating point pixel data. */
  | 'float-pixel-data';
