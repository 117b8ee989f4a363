/** Printed forms of Python values: `repr` of text, bytes and floats, and lists of them. */

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

const BYTE_FORMS: string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 9) return '\\t';
  if (byte === 10) return '\\n';
  if (byte === 13) return '\\r';
  if (byte === 0x5c) return '\\\\';
  if (byte < 0x20 || byte >= 0x7f) return '\\x' + byte.toString(16).padStart(2, '0');
  return String.fromCharCode(byte);
});

/** `repr(bytes)`: `b'...'`, printable ASCII as it is, the rest as escapes. */
export function reprBytes(bytes: Uint8Array): string {
  const single = bytes.includes(0x27);
  const quote = single && !bytes.includes(0x22) ? '"' : "'";
  const parts: string[] = [];
  let part = 'b' + quote;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    part += byte === 0x27 && quote === "'" ? "\\'" : BYTE_FORMS[byte];
    if (part.length > 65536) {
      parts.push(part);
      part = '';
    }
  }
  parts.push(part + quote);
  return parts.length === 1 ? (parts[0] as string) : parts.join('');
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

/** `str(list)` of values already printed. */
export function reprList(printed: readonly string[]): string {
  return `[${printed.join(', ')}]`;
}
