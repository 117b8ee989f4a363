/** An 8-bit grey image, dark text on a light ground as OCR expects it. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** What OCR read in one image. The text never leaves the process and is never stored. */
export interface OcrText {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

/** Reads single lines of text. */
export interface OcrReader {
  read(image: GreyImage): Promise<OcrText>;
  /** Ends the reader's thread; reading afterwards rejects. */
  close(): Promise<void>;
}
