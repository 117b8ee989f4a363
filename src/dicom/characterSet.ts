import type { Repertoire } from './characterRepertoires';
import { repertoire } from './characterRepertoires';

/** A value of Specific Character Set (0008,0005), understood (PS3.3 C.12.1.1.2, PS3.5 6.1). */
export interface CharacterSet {
  /** The defined terms as written, trimmed. */
  readonly terms: readonly string[];
  /** A set that stands alone and uses no escape sequences. */
  readonly alone: 'utf-8' | 'gb18030' | 'gbk' | undefined;
  /** G0 is JIS X 0201 romaji instead of ASCII (first term ISO_IR 13). */
  readonly romaji: boolean;
  /** Registration number of the set in G1 at the start; `undefined` if none. */
  readonly g1: string | undefined;
  /** Registration numbers that escape sequences may switch to, in order. */
  readonly extensions: readonly string[];
  /** A term that is not a defined term of the standard was read as the default repertoire. */
  readonly unknown: boolean;
}

const ESC = 0x1b;

/** Escape sequences without ESC -> G0 or G1 and registration number (PS3.3 Tables C.12-3 and C.12-4). */
const ESCAPES: Readonly<Record<string, readonly [0 | 1, string]>> = {
  '(B': [0, '6'],
  '(J': [0, '14'],
  ')I': [1, '13'],
  '-A': [1, '100'],
  '-B': [1, '101'],
  '-C': [1, '109'],
  '-D': [1, '110'],
  '-L': [1, '144'],
  '-G': [1, '127'],
  '-F': [1, '126'],
  '-H': [1, '138'],
  '-M': [1, '148'],
  '-T': [1, '166'],
  '-b': [1, '203'],
  $B: [0, '87'],
  '$(D': [0, '159'],
  '$)C': [1, '149'],
  '$)A': [1, '58'],
};
const ESCAPE_OF = new Map(Object.entries(ESCAPES).map(([sequence, [g, number]]) => [number, { sequence, g }]));

const cache = new Map<string, CharacterSet>();

/** Understands the values of (0008,0005); none, or a first value that is empty, is the default repertoire ISO-IR 6. */
export function parseCharacterSet(terms: readonly string[]): CharacterSet {
  const key = terms.join('\\');
  let set = cache.get(key);
  if (set === undefined) {
    set = understand(terms.map(term => term.replace(/[\0 ]+$/, '').trim()));
    if (cache.size > 500) cache.clear();
    cache.set(key, set);
  }
  return set;
}

function understand(terms: readonly string[]): CharacterSet {
  const numbers = terms.map(registrationNumber);
  const none = { terms, romaji: false, g1: undefined, extensions: [], unknown: false };
  const upper = terms.map(term => term.toUpperCase());
  if (numbers.includes('192')) return { ...none, alone: 'utf-8' };
  if (upper.includes('GB18030')) return { ...none, alone: 'gb18030' };
  if (upper.some(term => term === 'GBK' || term.endsWith(' GBK'))) return { ...none, alone: 'gbk' };
  const known = numbers.filter((number): number is string => number !== undefined);
  const first = numbers[0];
  // 87 and 159 are G0 sets; 149 and 58 come into G1 by an escape sequence only, but files leave it out.
  const g1 = first === '6' || first === '87' || first === '159' ? undefined : first;
  return {
    terms,
    alone: undefined,
    romaji: first === '13',
    g1,
    extensions: [...new Set(known)].filter(number => number !== '6'),
    unknown: numbers.includes(undefined),
  };
}

/** `ISO 2022 IR 100`, `ISO_IR 100` and spellings seen in files -> `100`; '' -> `6`. */
function registrationNumber(term: string): string | undefined {
  if (term === '') return '6';
  const number = /^ISO.*?IR[ _-]?(\d+)$/i.exec(term)?.[1];
  return number === '6' || number === '192' || (number !== undefined && repertoire(number)) ? number : undefined;
}

/** VRs whose backslash is text, not a separator of values (PS3.5 6.2). */
export function isUnsplitText(vr: string): boolean {
  return vr === 'LT' || vr === 'ST' || vr === 'UT' || vr === 'UR';
}

/**
 * Decodes a whole value field; backslashes that separate values come out as backslashes. Bytes without a meaning become
 * U+FFFD; in the default repertoire bytes past 0x7F are read as Latin-1.
 */
export function decodeText(bytes: Uint8Array, set: CharacterSet, vr: string): string {
  if (set.alone === undefined || isAscii(bytes))
    return isPlain(bytes, set) ? latin1(bytes) : decodeIso2022(bytes, set, vr);
  return aloneDecoder(set.alone).decode(bytes);
}

const aloneDecoders = new Map<string, TextDecoder>();
function aloneDecoder(label: string): TextDecoder {
  let decoder = aloneDecoders.get(label);
  if (decoder === undefined) {
    decoder = new TextDecoder(label, { ignoreBOM: true });
    aloneDecoders.set(label, decoder);
  }
  return decoder;
}

/** True if every byte stands for the code point of the same number. */
function isPlain(bytes: Uint8Array, set: CharacterSet): boolean {
  if (set.romaji) return false;
  const latin = set.alone === undefined && (set.g1 === undefined || set.g1 === '100');
  for (const byte of bytes) if (byte === ESC || (byte >= 0x80 && !latin)) return false;
  return true;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

/** One character per byte. */
export function latin1(bytes: Uint8Array): string {
  if (nodeLatin1) return nodeLatin1.call(bytes, 0, bytes.length);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]);
  return text;
}

/** Node's own way where there is one: a third of the time for a UID, and values are what a file is mostly read for. */
const nodeLatin1 = (
  globalThis as { Buffer?: { prototype: { latin1Slice?: (this: Uint8Array, start: number, end: number) => string } } }
).Buffer?.prototype.latin1Slice;

/** Code extension (PS3.5 6.1.2.5): the designations fall back at the end of a line, a value, and a name component. */
function decodeIso2022(bytes: Uint8Array, set: CharacterSet, vr: string): string {
  const initialG0 = set.romaji ? '14' : '6';
  let g0 = initialG0;
  let g1 = set.g1;
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i];
    if (byte === ESC) {
      const length = escapeLength(bytes, i);
      const escape = ESCAPES[latin1(bytes.subarray(i + 1, i + length))];
      if (escape !== undefined) {
        if (escape[0] === 0) g0 = escape[1];
        else g1 = escape[1];
        i += length;
      } else {
        text += '\x1b';
        i++;
      }
      continue;
    }
    if (byte < 0x80) {
      const wide = byte > 0x20 && byte < 0x7f && i + 1 < bytes.length ? wideSet(g0) : undefined;
      if (wide !== undefined) {
        text += wide.decode(((byte | 0x80) << 8) | bytes[i + 1] | 0x80) ?? '\ufffd';
        i += 2;
        continue;
      }
      if (isDelimiter(byte, vr)) {
        g0 = initialG0;
        g1 = set.g1;
        text += String.fromCharCode(byte);
      } else
        text +=
          g0 === '14' && byte === 0x5c ? '\u00a5' : g0 === '14' && byte === 0x7e ? '\u203e' : String.fromCharCode(byte);
      i++;
      continue;
    }
    const right: Repertoire | undefined = g1 === undefined ? undefined : repertoire(g1);
    if (right === undefined) {
      text += String.fromCharCode(byte);
      i++;
    } else if (right.width === 2) {
      text += (i + 1 < bytes.length ? right.decode((byte << 8) | bytes[i + 1]) : undefined) ?? '\ufffd';
      i += 2;
    } else {
      text += right.decode(byte) ?? '\ufffd';
      i++;
    }
  }
  return text;
}

function wideSet(number: string): Repertoire | undefined {
  return number === '87' || number === '159' ? repertoire(number) : undefined;
}

/** ESC, intermediate bytes 0x20 to 0x2F, one final byte. */
function escapeLength(bytes: Uint8Array, at: number): number {
  let i = at + 1;
  while (i < bytes.length && bytes[i] >= 0x20 && bytes[i] <= 0x2f) i++;
  return Math.min(i + 1, bytes.length) - at;
}

function isDelimiter(byte: number, vr: string): boolean {
  if (byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d) return true;
  if (byte === 0x5c) return !isUnsplitText(vr);
  return vr === 'PN' && (byte === 0x5e || byte === 0x3d);
}

/**
 * Encodes text for a value field in `set`, with the escape sequences the set allows. The text may hold several values
 * separated by backslashes.
 * @returns undefined if a character is not representable; nothing is replaced silently.
 */
export function encodeText(text: string, set: CharacterSet, vr: string): Uint8Array | undefined {
  if (set.alone === 'utf-8') return new TextEncoder().encode(text);
  if (set.alone !== undefined) return encodeChinese(text, set.alone);
  const out: number[] = [];
  const initialG0 = set.romaji ? '14' : '6';
  const mayEscape = set.terms.length > 1 || /2022/.test(set.terms[0] ?? '');
  let g0 = initialG0;
  let g1 = set.g1;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (g0 !== initialG0) {
        pushEscape(out, initialG0 === '14' ? '(J' : '(B');
        g0 = initialG0;
      }
      // JIS X 0201 has an overline in place of the tilde, and a yen sign in place of the backslash.
      if (set.romaji && (code === 0x7e || (code === 0x5c && isUnsplitText(vr)))) return undefined;
      out.push(code);
      if (isDelimiter(code, vr)) g1 = set.g1;
      continue;
    }
    if (set.romaji && (code === 0xa5 || code === 0x203e)) {
      out.push(code === 0xa5 ? 0x5c : 0x7e);
      continue;
    }
    const number = set.extensions.find(
      candidate => repertoire(candidate)?.encode(character) !== undefined && (mayEscape || candidate === set.g1),
    );
    const found = number === undefined ? undefined : repertoire(number);
    const encoded = found?.encode(character);
    const escape = number === undefined ? undefined : ESCAPE_OF.get(number);
    if (number === undefined || found === undefined || encoded === undefined || escape === undefined) return undefined;
    if (escape.g === 0) {
      if (g0 !== number) pushEscape(out, escape.sequence);
      g0 = number;
      out.push((encoded >> 8) & 0x7f, encoded & 0x7f);
    } else {
      // Two-byte sets are designated in every line even if they are the first term (PS3.5 Annexes I and K).
      if (g1 !== number || (found.width === 2 && !designated(out, escape.sequence))) pushEscape(out, escape.sequence);
      g1 = number;
      if (found.width === 2) out.push(encoded >> 8);
      out.push(encoded & 0xff);
    }
  }
  if (g0 !== initialG0) pushEscape(out, initialG0 === '14' ? '(J' : '(B');
  return Uint8Array.from(out);
}

function pushEscape(out: number[], sequence: string): void {
  out.push(ESC);
  for (let i = 0; i < sequence.length; i++) out.push(sequence.charCodeAt(i));
}

/** True if the escape sequence was written since the last delimiter that cancels it. */
function designated(out: readonly number[], sequence: string): boolean {
  for (let i = out.length - 1; i >= 0; i--) {
    if (out[i] === ESC) return [...sequence].every((c, k) => out[i + 1 + k] === c.charCodeAt(0));
    if (isDelimiter(out[i], 'PN')) return false;
  }
  return false;
}

const chinese = new Map<string, Map<string, readonly number[]>>();

function encodeChinese(text: string, label: 'gb18030' | 'gbk'): Uint8Array | undefined {
  let table = chinese.get(label);
  if (table === undefined) {
    table = new Map();
    const decoder = new TextDecoder(label);
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail === 0x7f) continue;
        const decoded = decoder.decode(Uint8Array.of(lead, trail));
        if ([...decoded].length === 1 && decoded !== '\ufffd' && !table.has(decoded)) table.set(decoded, [lead, trail]);
      }
    chinese.set(label, table);
  }
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const bytes =
      code < 0x80 ? [code] : (table.get(character) ?? (label === 'gb18030' ? fourBytes(character) : undefined));
    if (bytes === undefined) return undefined;
    out.push(...bytes);
  }
  return Uint8Array.from(out);
}

/** The four-byte part of GB18030: supplementary planes are linear; in the BMP the code is found by searching its range. */
function fourBytes(character: string): readonly number[] | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return undefined;
  if (code >= 0x10000) return pointer(code - 0x10000 + 189000);
  // Within the BMP the pointers rise with the code points: a binary search over the decoder finds the one we need.
  const decoder = aloneDecoder('gb18030');
  let low = 0;
  let high = 39419;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = decoder.decode(Uint8Array.from(pointer(middle))).codePointAt(0) ?? 0;
    if (at === code) return pointer(middle);
    if (at < code) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function pointer(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
