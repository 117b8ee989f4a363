/** Printed forms of Python values: `repr` of text, bytes and floats. */

const SIMPLE = /^[ !#-&(-[\]-~]*$/;
const NOT_PRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Zs}]/u;

/** `repr(str)`: single quotes unless the text has one and no double quote. */
export function reprText(text: string): string {
  if (SIMPLE.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) {
    if (char === quote || char === '\\') out += '\\' + char;
    else if (char === '\n') out += '\\n';
    else if (char === '\r') out += '\\r';
    else if (char === '\t') out += '\\t';
    else if (char !== ' ' && NOT_PRINTABLE.test(char)) out += escapeCode(char.codePointAt(0) ?? 0);
    else out += char;
  }
  return out + quote;
}

function escapeCode(code: number): string {
  if (code < 0x100) return '\\x' + code.toString(16).padStart(2, '0');
  if (code < 0x10000) return '\\u' + code.toString(16).padStart(4, '0');
  return '\\U' + code.toString(16).padStart(8, '0');
}

const BYTE_FORMS: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 9) return '\\t';
  if (byte === 10) return '\\n';
  if (byte === 13) return '\\r';
  if (byte === 0x5c) return '\\\\';
  if (byte < 0x20 || byte >= 0x7f) return '\\x' + byte.toString(16).padStart(2, '0');
  return String.fromCharCode(byte);
});
/** Length of the longest form. */
const LONGEST = 4;
/** Characters of the forms, four places each. */
const FORM_CODES = new Uint8Array(256 * LONGEST);
const FORM_LENGTHS = new Uint8Array(256);
BYTE_FORMS.forEach((form, byte) => {
  FORM_LENGTHS[byte] = form.length;
  for (let i = 0; i < form.length; i++) FORM_CODES[byte * LONGEST + i] = form.charCodeAt(i);
});
const ascii = new TextDecoder();

/** `repr(bytes)`: `b'...'`, printable ASCII as it is, the rest as escapes. */
export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? 0x22 : 0x27;
  const out = new Uint8Array(bytes.length * LONGEST + 3);
  out[0] = 0x62;
  out[1] = quote;
  let at = 2;
  for (const byte of bytes) {
    if (byte === 0x27 && quote === 0x27) out[at++] = 0x5c;
    out[at] = FORM_CODES[byte * LONGEST];
    if (FORM_LENGTHS[byte] > 1)
      for (let i = 1; i < FORM_LENGTHS[byte]; i++) out[at + i] = FORM_CODES[byte * LONGEST + i];
    at += FORM_LENGTHS[byte];
  }
  out[at++] = quote;
  return ascii.decode(out.subarray(0, at));
}

/** `repr(float)`: shortest digits that read back; exponents from 1e16 up and below 1e-4. */
export function reprFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e16 || size < 1e-4) {
    const [digits, exponent] = value.toExponential().split('e') as [string, string];
    return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  }
  if (size < 1e-6) return value.toFixed(20).replace(/0+$/, '');
  const text = String(value);
  return text.includes('.') ? text : text + '.0';
}
