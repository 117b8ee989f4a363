/**
 * Python's idea of text where JavaScript's differs. The official scripts are Python, and a score is only the same score
 * when white space, digits, word characters and printed forms are the same.
 */

/** What `\s`, `strip()` and `split()` take for white space: U+001C-001F and U+0085 are, U+FEFF is not. */
export const PY_SPACE = '\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Characters of `\w`: alphanumeric in the Unicode sense, and the underscore. */
export const PY_WORD = '\\p{L}\\p{N}_';

/** Digits that `isdigit()` accepts beyond decimal digits: superscripts, circled digits and their like. */
const DIGIT_ONLY =
  '\\u{b2}-\\u{b3}\\u{b9}\\u{1369}-\\u{1371}\\u{19da}\\u{2070}\\u{2074}-\\u{2079}\\u{2080}-\\u{2089}\\u{2460}-\\u{2468}' +
  '\\u{2474}-\\u{247c}\\u{2488}-\\u{2490}\\u{24ea}\\u{24f5}-\\u{24fd}\\u{24ff}\\u{2776}-\\u{277e}\\u{2780}-\\u{2788}' +
  '\\u{278a}-\\u{2792}\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}';

const DIGITS = new RegExp(`^[\\p{Nd}${DIGIT_ONLY}]+$`, 'u');
const ASCII_DIGITS = /^[0-9]+$/;
const TRAILING_SPACE = new RegExp(`[${PY_SPACE}]+$`);
const LEADING_SPACE = new RegExp(`^[${PY_SPACE}]+`);
const SPACES = new RegExp(`[${PY_SPACE}]+`);

/** True for a code unit that Python's `str.isspace` accepts. */
export function isSpaceCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** `str.strip()`. */
export function strip(text: string): string {
  if (text.length === 0) return text;
  if (!isSpaceCode(text.charCodeAt(0)) && !isSpaceCode(text.charCodeAt(text.length - 1))) return text;
  return text.replace(LEADING_SPACE, '').replace(TRAILING_SPACE, '');
}

/** `str.rstrip()`. */
export function rstrip(text: string): string {
  if (text.length === 0 || !isSpaceCode(text.charCodeAt(text.length - 1))) return text;
  return text.replace(TRAILING_SPACE, '');
}

/** `str.split()`: on runs of white space, no empty pieces. */
export function splitSpace(text: string): string[] {
  return text.split(SPACES).filter(piece => piece !== '');
}

/** `str.isdigit()`. False for the empty string. */
export function isDigit(text: string): boolean {
  return ASCII_DIGITS.test(text) || DIGITS.test(text);
}

/**
 * `float(text)` for a text of digits with at most one point; null where Python raises ValueError (a superscript is a
 * digit for `isdigit` but not for `float`).
 */
export function floatOfDigits(text: string): number | null {
  if (!/^[0-9.]*$/.test(text)) {
    let ascii = '';
    for (const char of text) {
      if (char === '.' || (char >= '0' && char <= '9')) ascii += char;
      else if (/^\p{Nd}$/u.test(char)) ascii += String(decimalValue(char.codePointAt(0) ?? 0));
      else return null;
    }
    text = ascii;
  }
  return text === '' || text === '.' ? null : Number(text);
}

/** Value of a decimal digit of any script: runs of decimal digits begin with zero and count by tens. */
function decimalValue(code: number): number {
  let back = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - back - 1))) back++;
  return back % 10;
}
