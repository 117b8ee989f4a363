import { fold } from './fold';

export type TokenKind = 'word' | 'number' | 'mark';
/** How a word is written: `Title` has one capital, in front; `mixed` is anything irregular (`McCoy`, `pCASL`). */
export type WordShape = 'lower' | 'title' | 'upper' | 'mixed';

/** A word (letters), a number (digits) or one punctuation mark. White space makes no token. */
export interface Token {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly text: string;
  /** Lower case without diacritics and apostrophes. */
  readonly folded: string;
  readonly shape: WordShape;
}

const MARK = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;

const ASCII_CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) ASCII_CLASS[c] = LETTER;
  else if (c >= 48 && c <= 57) ASCII_CLASS[c] = DIGIT;
  else if (c === 32 || (c >= 9 && c <= 13)) ASCII_CLASS[c] = SPACE;
}

const LETTER_PATTERN = /[\p{L}\p{M}]/u;

function classOf(code: number): number {
  if (code < 128) return ASCII_CLASS[code] as number;
  if (code === 0xa0 || code === 0x3000 || code === 0x2028 || code === 0x2029) return SPACE;
  // A surrogate half belongs to a letter or a symbol beyond the first plane; a name may be written there.
  if (code >= 0xd800 && code < 0xe000) return LETTER;
  return LETTER_PATTERN.test(String.fromCharCode(code)) ? LETTER : MARK;
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

function shapeOf(text: string): WordShape {
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (text === lower) return 'lower';
  if (text === upper) return 'upper';
  return text[0] !== lower[0] && text.slice(1) === lower.slice(1) ? 'title' : 'mixed';
}

/** End of a stretch of ASCII letters; nearly all words are nothing else. */
function plainWordEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code < 97 || code > 122) break;
  }
  return at;
}

/** The same as `shapeOf` for ASCII letters, without making strings. */
function plainShape(text: string, start: number, end: number): WordShape {
  let capitals = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) <= 90) capitals++;
  if (capitals === 0) return 'lower';
  if (capitals === end - start) return 'upper';
  return capitals === 1 && text.charCodeAt(start) <= 90 ? 'title' : 'mixed';
}

/** End of the word that starts at `start`: letters, with apostrophes inside (`O'Brien`) but without a possessive `'s`. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  let apostrophe = false;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (classOf(code) === LETTER) end++;
    else if (isApostrophe(code) && end + 1 < text.length && classOf(text.charCodeAt(end + 1)) === LETTER) {
      apostrophe = true;
      end += 2;
    } else break;
  }
  if (apostrophe && end - start > 3 && /['’][sS]$/.test(text.slice(end - 2, end))) end -= 2;
  return end;
}

/** Splits a text into words, numbers and marks; linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE) {
      at++;
      continue;
    }
    const start = at;
    const index = tokens.length;
    if (kind === LETTER) {
      at = plainWordEnd(text, start);
      const follower = at < length ? text.charCodeAt(at) : 32;
      if (at > start && follower < 128 && !isApostrophe(follower)) {
        const word = text.slice(start, at);
        const shape = plainShape(text, start, at);
        const folded = shape === 'lower' ? word : word.toLowerCase();
        tokens.push({ index, start, end: at, kind: 'word', text: word, folded, shape });
        continue;
      }
      at = wordEnd(text, start);
      const word = text.slice(start, at);
      tokens.push({
        index,
        start,
        end: at,
        kind: 'word',
        text: word,
        folded: fold(word.includes("'") || word.includes('’') ? word.replace(/['’]/g, '') : word),
        shape: shapeOf(word),
      });
    } else if (kind === DIGIT) {
      at++;
      while (at < length && classOf(text.charCodeAt(at)) === DIGIT) at++;
      const digits = text.slice(start, at);
      tokens.push({ index, start, end: at, kind: 'number', text: digits, folded: digits, shape: 'lower' });
    } else {
      at++;
      const mark = text.slice(start, at);
      tokens.push({ index, start, end: at, kind: 'mark', text: mark, folded: mark, shape: 'lower' });
    }
  }
  return tokens;
}
