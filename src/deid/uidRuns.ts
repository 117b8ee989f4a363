/**
 * Known UIDs somewhere in bytes, whatever the attribute: every run of digits and dots is looked up.
 * @param onFound called with the offset past the UID.
 */
export function findUids(bytes: Uint8Array, old: { has(uid: string): boolean }, onFound: (end: number) => void): void {
  let start = -1;
  let dots = 0;
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2e) {
      if (start < 0) start = i;
      if (byte === 0x2e) dots++;
      continue;
    }
    if (start >= 0 && dots >= 2 && i - start >= 8 && i - start <= 64) {
      let text = '';
      for (let k = start; k < i; k++) text += String.fromCharCode(bytes[k]!);
      if (old.has(text)) onFound(i);
    }
    start = -1;
    dots = 0;
  }
}
