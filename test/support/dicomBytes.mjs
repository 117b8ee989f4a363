/** A few lines that write small Explicit VR Little Endian files for tests; shared by scripts and suites that run without a build. */
const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'UC', 'UN', 'UR', 'UT', 'SV', 'UV']);
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

/** One data element: `tag` as 0xggggeeee; `value` a string (UTF-8), bytes, a number for US, or a list of items for SQ. */
export function element(tag, vr, value) {
  const body = bytesOf(vr, value);
  const head = Buffer.alloc(LONG.has(vr) ? 12 : 8);
  head.writeUInt16LE(tag >>> 16, 0);
  head.writeUInt16LE(tag & 0xffff, 2);
  head.write(vr, 4, 'latin1');
  if (LONG.has(vr)) head.writeUInt32LE(body.length, 8);
  else head.writeUInt16LE(body.length, 6);
  return Buffer.concat([head, body]);
}

function bytesOf(vr, value) {
  if (vr === 'SQ') return Buffer.concat(value.map(item));
  if (typeof value === 'number') {
    const two = Buffer.alloc(2);
    two.writeUInt16LE(value);
    return two;
  }
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);
  const padding = vr === 'UI' || vr === 'OB' || vr === 'UN' ? 0 : 0x20;
  return bytes.length % 2 ? Buffer.concat([bytes, Buffer.from([padding])]) : bytes;
}

function item(elements) {
  const body = Buffer.concat(elements);
  const head = Buffer.from([0xfe, 0xff, 0x00, 0xe0, 0, 0, 0, 0]);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A whole file: preamble, file meta information and the given elements, which must be in order of their tags. */
export function dicomFile(
  elements,
  { sopClass = '1.2.840.10008.5.1.4.1.1.2', instance = '1.2.3.4', transferSyntax } = {},
) {
  const meta = Buffer.concat([
    element(0x00020001, 'OB', [0, 1]),
    element(0x00020002, 'UI', sopClass),
    element(0x00020003, 'UI', instance),
    element(0x00020010, 'UI', transferSyntax ?? EXPLICIT_LITTLE_ENDIAN),
    element(0x00020012, 'UI', '2.25.1'),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), element(0x00020000, 'UL', length), meta, ...elements]);
}
