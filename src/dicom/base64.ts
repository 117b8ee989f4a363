const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of bytes (RFC 4648 4), without Node or a browser. */
export function base64(bytes: Uint8Array): string {
  const out: string[] = [];
  let i = 0;
  for (; i + 2 < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
    out.push(DIGITS[n >> 18] + DIGITS[(n >> 12) & 63] + DIGITS[(n >> 6) & 63] + DIGITS[n & 63]);
  }
  const left = bytes.length - i;
  if (left === 1) out.push(`${DIGITS[bytes[i] >> 2]}${DIGITS[(bytes[i] & 3) << 4]}==`);
  if (left === 2) {
    const n = (bytes[i] << 8) | bytes[i + 1];
    out.push(`${DIGITS[n >> 10]}${DIGITS[(n >> 4) & 63]}${DIGITS[(n & 15) << 2]}=`);
  }
  return out.join('');
}
