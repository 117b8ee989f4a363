/**
 * Builds DICOM bytes by hand for tests, broken ones included. Written apart from src/dicom/encode.ts on purpose: a test
 * must not check a writer against itself.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
export const UNDEFINED = 0xffffffff;

export const TS = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  bigEndian: '1.2.840.10008.1.2.2',
  jpeg: '1.2.840.10008.1.2.4.50',
} as const;

export function latin(text: string): Bytes {
  return Uint8Array.from(text, c => c.charCodeAt(0));
}

export function join(...pieces: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

export function zeros(length: number): Bytes {
  return new Uint8Array(length);
}

/** Writes elements in one encoding. A length given by hand may lie. */
export class Writer {
  constructor(
    readonly implicit = false,
    readonly bigEndian = false,
  ) {}

  u16(...numbers: number[]): Bytes {
    const out = new Uint8Array(numbers.length * 2);
    const view = new DataView(out.buffer);
    numbers.forEach((n, i) => view.setUint16(i * 2, n, !this.bigEndian));
    return out;
  }

  u32(...numbers: number[]): Bytes {
    const out = new Uint8Array(numbers.length * 4);
    const view = new DataView(out.buffer);
    numbers.forEach((n, i) => view.setUint32(i * 4, n, !this.bigEndian));
    return out;
  }

  tag(tag: number): Bytes {
    return this.u16(tag >>> 16, tag & 0xffff);
  }

  /** Header only. */
  head(tag: number, vr: string, length: number): Bytes {
    if (this.implicit) return join(this.tag(tag), this.u32(length));
    if (LONG.has(vr)) return join(this.tag(tag), latin(vr), zeros(2), this.u32(length));
    return join(this.tag(tag), latin(vr), this.u16(length));
  }

  el(tag: number, vr: string, value: string | Uint8Array, length?: number): Bytes {
    const bytes = pad(typeof value === 'string' ? latin(value) : value, vr);
    return join(this.head(tag, vr, length ?? bytes.length), bytes);
  }

  item(content: Uint8Array, undefinedLength = false): Bytes {
    return undefinedLength
      ? join(this.tag(0xfffee000), this.u32(UNDEFINED), content, this.itemEnd())
      : join(this.tag(0xfffee000), this.u32(content.length), content);
  }

  itemEnd(length = 0): Bytes {
    return join(this.tag(0xfffee00d), this.u32(length));
  }

  sequenceEnd(): Bytes {
    return join(this.tag(0xfffee0dd), this.u32(0));
  }

  sq(tag: number, items: readonly Uint8Array[], undefinedLength = false, vr = 'SQ'): Bytes {
    const content = join(...items);
    return undefinedLength
      ? join(this.head(tag, vr, UNDEFINED), content, this.sequenceEnd())
      : join(this.head(tag, vr, content.length), content);
  }

  /** Encapsulated pixel data with the given fragments, the first being the Basic Offset Table. */
  fragments(tag: number, fragments: readonly Uint8Array[], vr = 'OB'): Bytes {
    return join(this.head(tag, vr, UNDEFINED), ...fragments.map(f => this.item(f)), this.sequenceEnd());
  }
}

function pad(bytes: Uint8Array, vr: string): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  return join(bytes, latin(vr === 'UI' || vr === 'OB' || vr === 'UN' ? '\0' : ' '));
}

export const LE = new Writer();
export const IM = new Writer(true);
export const BE = new Writer(false, true);

export function metaGroup(transferSyntax: string | undefined): Bytes {
  const body = join(
    LE.el(0x00020001, 'OB', Uint8Array.of(0, 1)),
    LE.el(0x00020002, 'UI', '1.2.840.10008.5.1.4.1.1.7'),
    LE.el(0x00020003, 'UI', '1.2.3.4.5'),
    ...(transferSyntax === undefined ? [] : [LE.el(0x00020010, 'UI', transferSyntax)]),
    LE.el(0x00020012, 'UI', '1.2.3'),
  );
  return join(LE.el(0x00020000, 'UL', LE.u32(body.length)), body);
}

/** A whole file. */
export function part10(
  transferSyntax: string,
  dataSet: readonly Uint8Array[],
  preamble: Uint8Array = zeros(128),
): Bytes {
  return join(preamble, latin('DICM'), metaGroup(transferSyntax), ...dataSet);
}
