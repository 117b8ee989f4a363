/** What the frame header of a JPEG stream says (ISO/IEC 10918-1 B.2.2); JPEG-LS uses the same shape with SOF 55. */
export interface JpegHeader {
  /** Low nibble of the start-of-frame marker: 0 baseline, 1 extended, 2 progressive, 3 lossless; 0x37 for JPEG-LS. */
  readonly process: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  /** ILV of the first scan of a JPEG-LS stream: 0 component after component, 1 by line, 2 by sample. */
  readonly interleave: number;
  /**
   * What the three components are by the stream's own account: JFIF and subsampled chrominance mean YCbCr, the Adobe marker
   * says it, component names R, G, B mean RGB; undefined if nothing tells.
   */
  readonly colour?: 'YCbCr' | 'RGB';
}

/** Reads the markers up to the first scan; undefined if the bytes are not a JPEG stream. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let header: Omit<JpegHeader, 'interleave'> | undefined;
  let marked: JpegHeader['colour'];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = (bytes[at + 2] << 8) | bytes[at + 3];
    const body = at + 4;
    if (marker === 0xda) {
      const scanComponents = bytes[body] ?? 0;
      return (
        header && {
          ...header,
          interleave: bytes[body + 2 + 2 * scanComponents] ?? 0,
          colour: marked ?? header.colour,
        }
      );
    }
    const isFrame =
      (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) || marker === 0xf7;
    if (isFrame) {
      header = {
        process: marker === 0xf7 ? 0x37 : marker & 0x0f,
        precision: bytes[body] ?? 0,
        rows: ((bytes[body + 1] ?? 0) << 8) | (bytes[body + 2] ?? 0),
        columns: ((bytes[body + 3] ?? 0) << 8) | (bytes[body + 4] ?? 0),
        components: bytes[body + 5] ?? 0,
        colour: colourOfComponents(bytes, body + 6, bytes[body + 5] ?? 0),
      };
    } else if (marker === 0xe0 && startsWith(bytes, body, 'JFIF')) {
      marked ??= 'YCbCr';
    } else if (marker === 0xee && length >= 14 && startsWith(bytes, body, 'Adobe')) {
      marked = bytes[body + 11] === 0 ? 'RGB' : 'YCbCr';
    }
    at = at + 2 + length;
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((c, i) => bytes[at + i] === c.charCodeAt(0));
}

/** From names and sampling factors, three bytes per component (ISO/IEC 10918-1 B.2.2). */
function colourOfComponents(bytes: Uint8Array, at: number, count: number): JpegHeader['colour'] {
  if (count !== 3) return undefined;
  if (bytes[at] === 0x52 && bytes[at + 3] === 0x47 && bytes[at + 6] === 0x42) return 'RGB';
  return bytes[at + 1] !== bytes[at + 4] ? 'YCbCr' : undefined;
}
