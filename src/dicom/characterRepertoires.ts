/** One coded character set of PS3.3 C.12.1.1.2: how its bytes become characters and back. */
export interface Repertoire {
  /** Bytes per character. */
  readonly width: 1 | 2;
  /** Character for a code (one byte, or two bytes with the high bits set), `undefined` if there is none. */
  decode(code: number): string | undefined;
  /** Code for a character. */
  encode(character: string): number | undefined;
}

/**
 * ISO 8859-9 differs from Latin-1 in six letters. `TextDecoder('iso-8859-9')` would give windows-1254, just as its
 * `iso-8859-1` is windows-1252 and its `tis-620` windows-874: the codes 0x80 to 0x9F are controls in DICOM.
 */
const TURKISH: Readonly<Record<number, string>> = {
  0xd0: '\u011e',
  0xdd: '\u0130',
  0xde: '\u015e',
  0xf0: '\u011f',
  0xfd: '\u0131',
  0xfe: '\u015f',
};

function singleByte(characters: (code: number) => string | undefined): Repertoire {
  const table: (string | undefined)[] = [];
  const reverse = new Map<string, number>();
  for (let code = 0x80; code < 0x100; code++) {
    const character = code < 0xa0 ? String.fromCharCode(code) : characters(code);
    table.push(character);
    if (character !== undefined && !reverse.has(character)) reverse.set(character, code);
  }
  return { width: 1, decode: code => table[code - 0x80], encode: character => reverse.get(character) };
}

function decodedBy(label: string): (code: number) => string | undefined {
  const decoder = new TextDecoder(label);
  return code => {
    const character = decoder.decode(Uint8Array.of(code));
    return character === '\ufffd' || character === '' ? undefined : character;
  };
}

/** A 94 x 94 set; `prefix` is put before the two bytes for the decoder. */
function doubleByte(label: string, prefix: readonly number[] = []): Repertoire {
  const decoder = new TextDecoder(label);
  let reverse: Map<string, number> | undefined;
  const decode = (code: number): string | undefined => {
    const lead = code >> 8;
    const trail = code & 0xff;
    if (lead < 0xa1 || trail < 0xa1 || lead > 0xfe || trail > 0xfe) return undefined;
    const text = decoder.decode(Uint8Array.of(...prefix, lead, trail));
    return text.includes('\ufffd') || [...text].length !== 1 ? undefined : text;
  };
  return {
    width: 2,
    decode,
    encode(character) {
      if (reverse === undefined) {
        reverse = new Map();
        for (let lead = 0xa1; lead <= 0xfe; lead++)
          for (let trail = 0xa1; trail <= 0xfe; trail++) {
            const text = decode((lead << 8) | trail);
            if (text !== undefined && !reverse.has(text)) reverse.set(text, (lead << 8) | trail);
          }
      }
      return reverse.get(character);
    },
  };
}

const makers: Readonly<Record<string, () => Repertoire>> = {
  '100': () => singleByte(code => String.fromCharCode(code)),
  '101': () => singleByte(decodedBy('iso-8859-2')),
  '109': () => singleByte(decodedBy('iso-8859-3')),
  '110': () => singleByte(decodedBy('iso-8859-4')),
  '144': () => singleByte(decodedBy('iso-8859-5')),
  '127': () => singleByte(decodedBy('iso-8859-6')),
  '126': () => singleByte(decodedBy('iso-8859-7')),
  '138': () => singleByte(decodedBy('iso-8859-8')),
  '148': () => singleByte(code => TURKISH[code] ?? String.fromCharCode(code)),
  '166': () => singleByte(decodedBy('windows-874')),
  '203': () => singleByte(decodedBy('iso-8859-15')),
  /** JIS X 0201: half-width katakana. */
  '13': () =>
    singleByte(code => (code >= 0xa1 && code <= 0xdf ? String.fromCharCode(0xff61 + code - 0xa1) : undefined)),
  '87': () => doubleByte('euc-jp'),
  '159': () => doubleByte('euc-jp', [0x8f]),
  '149': () => doubleByte('euc-kr'),
  '58': () => doubleByte('gbk'),
};
const made = new Map<string, Repertoire>();

/** The repertoire with an ISO-IR registration number, made at first use; `undefined` if DICOM does not have it. */
export function repertoire(number: string): Repertoire | undefined {
  let found = made.get(number);
  if (found === undefined) {
    const maker = makers[number];
    if (maker === undefined) return undefined;
    found = maker();
    made.set(number, found);
  }
  return found;
}
