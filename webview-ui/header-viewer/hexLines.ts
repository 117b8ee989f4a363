/** Lines such as `00000010  43 54 20 …  CT ……`, sixteen bytes each; bytes outside printable ASCII become dots. */
export function hexLines(bytes: Uint8Array, offset: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 16) {
    const part = bytes.subarray(start, start + 16);
    let hex = '';
    let text = '';
    for (let i = 0; i < 16; i++) {
      const byte = part[i];
      if (i === 8) hex += ' ';
      hex += byte === undefined ? '   ' : `${byte.toString(16).padStart(2, '0')} `;
      if (byte !== undefined) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
    }
    lines.push(`${(offset + start).toString(16).padStart(8, '0')}  ${hex} ${text}`);
  }
  return lines;
}
