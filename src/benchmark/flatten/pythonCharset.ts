/**
 * Decoding of text the way pydicom 2.2.1 does: Python codecs, code extensions by escape sequence, replacement characters
 * for what cannot be decoded (PS3.5 6.1.2). Not the project's own decoder, which is stricter: here a score depends on
 * doing the same as the official scripts.
 */

const DEFAULT = 'latin1';

/** Defined term of (0008,0005) -> codec. */
const CODECS: Readonly<Record<string, string>> = {
  '': DEFAULT,
  'ISO_IR 6': DEFAULT,
  'ISO_IR 13': 'shift_jis',
  'ISO_IR 100': DEFAULT,
  'ISO_IR 101': 'iso-8859-2',
  'ISO_IR 109': 'iso-8859-3',
  'ISO_IR 110': 'iso-8859-4',
  'ISO_IR 126': 'iso-8859-7',
  'ISO_IR 127': 'iso-8859-6',
  'ISO_IR 138': 'iso-8859-8',
  'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 148': 'latin5',
  'ISO_IR 166': 'thai',
  'ISO 2022 IR 6': DEFAULT,
  'ISO 2022 IR 13': 'shift_jis',
  'ISO 2022 IR 87': 'iso-2022-jp',
  'ISO 2022 IR 100': DEFAULT,
  'ISO 2022 IR 101': 'iso-8859-2',
  'ISO 2022 IR 109': 'iso-8859-3',
  'ISO 2022 IR 110': 'iso-8859-4',
  'ISO 2022 IR 126': 'iso-8859-7',
  'ISO 2022 IR 127': 'iso-8859-6',
  'ISO 2022 IR 138': 'iso-8859-8',
  'ISO 2022 IR 144': 'iso-8859-5',
  'ISO 2022 IR 148': 'latin5',
  'ISO 2022 IR 149': 'euc-kr',
  'ISO 2022 IR 159': 'iso-2022-jp-2',
  'ISO 2022 IR 166': 'thai',
  'ISO 2022 IR 58': 'gb2312',
  'ISO_IR 192': 'utf-8',
  GB18030: 'gb18030',
  'ISO 2022 GBK': 'gbk',
  'ISO 2022 58': 'gb2312',
  GBK: 'gbk',
};

const STAND_ALONE = new Set(['ISO_IR 192', 'GBK', 'GB18030']);

/** Escape sequence (without ESC) -> codec. */
const ESCAPES: Readonly<Record<string, string>> = {
  '(B': DEFAULT,
  '-A': DEFAULT,
  ')I': 'shift_jis',
  '(J': 'shift_jis',
  $B: 'iso-2022-jp',
  '-B': 'iso-8859-2',
  '-C': 'iso-8859-3',
  '-D': 'iso-8859-4',
  '-F': 'iso-8859-7',
  '-G': 'iso-8859-6',
  '-H': 'iso-8859-8',
  '-L': 'iso-8859-5',
  '-M': 'latin5',
  '-T': 'thai',
  '$)C': 'euc-kr',
  '$(D': 'iso-2022-jp-2',
  '$)A': 'gb2312',
};

/** Codecs that are given the escape sequence along with the bytes. */
const KEEP_ESCAPE = new Set(['iso-2022-jp', 'iso-2022-jp-2', 'gb2312']);

const ESC = 0x1b;

export type Encodings = readonly string[];

/** Encodings of a data set without (0008,0005): Latin-1, not ASCII. */
export const DEFAULT_ENCODINGS: Encodings = [DEFAULT];

/** Codecs for the values of (0008,0005); misspelt terms are corrected where pydicom does. */
export function encodingsOf(terms: readonly string[]): Encodings {
  const given = terms.length === 0 ? [''] : [...terms];
  if (given.length > 1 && given[0] === '') given[0] = 'ISO_IR 6';
  const codecs = given.map(term => CODECS[term] ?? corrected(term));
  if (given.length === 1) return codecs;
  if (STAND_ALONE.has(given[0] as string)) return codecs.slice(0, 1);
  return codecs.filter((_, i) => i === 0 || !STAND_ALONE.has(given[i] as string));
}

function corrected(term: string): string {
  if (/^ISO[^_]IR/.test(term)) return CODECS['ISO_IR' + term.slice(6)] ?? DEFAULT;
  if (/^ISO.2022.IR./.test(term)) return CODECS['ISO 2022 IR ' + term.slice(12)] ?? DEFAULT;
  const python = term.toLowerCase().replace(/[_ ]/g, '-');
  if (/^(utf-?8|u8)$/.test(python)) return 'utf-8';
  if (/^(gbk|gb18030|gb2312|euc-kr|shift-jis|sjis)$/.test(python))
    return python === 'sjis' ? 'shift_jis' : python.replace('shift-jis', 'shift_jis');
  const part = /^iso-?8859-([2-8])$/.exec(python);
  return part ? `iso-8859-${part[1]}` : DEFAULT;
}

/** Bytes as Latin-1 text. */
export function latin1(bytes: Uint8Array): string {
  const length = bytes.length;
  if (length < 48) {
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[i] as number);
    return text;
  }
  let text = '';
  for (let i = 0; i < length; i += 8192)
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192) as unknown as number[]);
  return text;
}

/** Decodes one value; `delimiters` are the bytes after which the first encoding is in force again. */
export function decodeBytes(bytes: Uint8Array, encodings: Encodings, delimiters: ReadonlySet<number>): string {
  const first = encodings[0] ?? DEFAULT;
  if (isAscii(bytes)) return latin1(bytes);
  if (!bytes.includes(ESC)) return decode(bytes, first);
  let text = '';
  let start = 0;
  while (start < bytes.length) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] !== ESC) end++;
    text += decodeFragment(bytes.subarray(start, end), encodings, delimiters);
    start = end;
  }
  return text;
}

/** Plain text without an escape: the same in every encoding. */
function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x80 || byte === ESC) return false;
  }
  return true;
}

function decodeFragment(bytes: Uint8Array, encodings: Encodings, delimiters: ReadonlySet<number>): string {
  const first = encodings[0] ?? DEFAULT;
  if (bytes[0] !== ESC) return decode(bytes, first);
  const long = bytes[1] === 0x24 && (bytes[2] === 0x28 || bytes[2] === 0x29);
  const length = long ? 4 : 3;
  const codec = ESCAPES[latin1(bytes.subarray(1, length))];
  if (codec === undefined || !(encodings.includes(codec) || codec === DEFAULT)) return decode(bytes, first);
  if (KEEP_ESCAPE.has(codec)) return decode(bytes, codec);
  const rest = bytes.subarray(length);
  const cut = rest.findIndex(byte => delimiters.has(byte));
  if (cut < 0) return decode(rest, codec);
  return decode(rest.subarray(0, cut), codec) + decode(rest.subarray(cut), first);
}

const decoders = new Map<string, TextDecoder>();

function decode(bytes: Uint8Array, codec: string): string {
  if (codec === DEFAULT) return latin1(bytes);
  if (codec === 'latin5') return latin1(bytes).replace(/[ÐÝÞðýþ]/g, c => LATIN5[c] as string);
  if (codec === 'iso-2022-jp-2') return decodeJis0212(bytes);
  if (codec === 'thai') return thai(bytes);
  let decoder = decoders.get(codec);
  if (!decoder) {
    decoder = new TextDecoder(codec === 'gb2312' ? 'gbk' : codec, { ignoreBOM: true });
    decoders.set(codec, decoder);
  }
  return decoder.decode(bytes);
}

const LATIN5: Readonly<Record<string, string>> = { Ð: 'Ğ', Ý: 'İ', Þ: 'Ş', ð: 'ğ', ý: 'ı', þ: 'ş' };

function thai(bytes: Uint8Array): string {
  return Array.from(bytes, byte => {
    if (byte < 0xa1) return String.fromCharCode(byte);
    return byte <= 0xda || (byte >= 0xdf && byte <= 0xfb) ? String.fromCharCode(byte + 0xd60) : '\ufffd';
  }).join('');
}

/** JIS X 0212 after `ESC $ ( D` (PS3.5 6.1.2.5.3): the same codes as three-byte EUC-JP. */
function decodeJis0212(bytes: Uint8Array): string {
  if (!(bytes[0] === ESC && bytes[1] === 0x24 && bytes[2] === 0x28 && bytes[3] === 0x44))
    return decode(bytes, 'iso-2022-jp');
  const euc: number[] = [];
  for (let i = 4; i + 1 < bytes.length; i += 2)
    euc.push(0x8f, (bytes[i] as number) | 0x80, (bytes[i + 1] as number) | 0x80);
  return decode(Uint8Array.from(euc), 'euc-jp');
}
