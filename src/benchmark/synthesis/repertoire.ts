/** How the text of an instance is written: Latin 1, UTF-8, or plain ASCII, which every other repertoire contains. */
export interface Repertoire {
  /** The text with what cannot be written replaced by its nearest ASCII letters. */
  fold(text: string): string;
  /** Bytes of a folded text, without padding. */
  encode(text: string): Uint8Array;
  /** Text of bytes, or undefined if they hold more than this repertoire is certain to read alike. */
  decode(bytes: Uint8Array): string | undefined;
}

const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  þ: 'th',
  Þ: 'TH',
  ð: 'd',
  œ: 'oe',
  ı: 'i',
};

function ascii(text: string): string {
  let out = '';
  for (const char of text.normalize('NFD')) {
    if (char >= ' ' && char <= '~') out += char;
    else out += SPECIAL[char] ?? '';
  }
  return out;
}

function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff;
  return bytes;
}

function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every(byte => byte >= 0x20 && byte < 0x7f);

const ASCII: Repertoire = {
  fold: ascii,
  encode: latin1Bytes,
  decode: bytes => (isAscii(bytes) ? latin1Text(bytes) : undefined),
};
const LATIN1: Repertoire = {
  fold: text => [...text.normalize('NFC')].map(c => (/^[\u0020-\u007e\u00a0-\u00ff]$/.test(c) ? c : ascii(c))).join(''),
  encode: latin1Bytes,
  decode: bytes => (bytes.every(b => b >= 0x20 && (b < 0x7f || b >= 0xa0)) ? latin1Text(bytes) : undefined),
};
const utf8 = new TextEncoder();
const UTF8: Repertoire = {
  fold: text => text.normalize('NFC'),
  encode: text => utf8.encode(text),
  decode: bytes => {
    if (bytes.some(byte => byte < 0x20)) return undefined;
    const text = new TextDecoder('utf-8').decode(bytes);
    return text.includes('\ufffd') ? undefined : text;
  },
};

/** The repertoire for a value of Specific Character Set (PS3.3 C.12.1.1.2). */
export function repertoireOf(specificCharacterSet: string): Repertoire {
  switch (specificCharacterSet.trim()) {
    case 'ISO_IR 100':
      return LATIN1;
    case 'ISO_IR 192':
      return UTF8;
    default:
      return ASCII;
  }
}
