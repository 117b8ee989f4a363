import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

const short = (group, number, vr, value) => {
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(value.length % 2 ? value + (vr === 'UI' ? '\0' : ' ') : value, 'latin1');
  const head = Buffer.alloc(8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(vr, 4, 'latin1');
  head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
};
const u16 = n => Buffer.from([n & 0xff, n >> 8]);

function header(transferSyntax, frames, rows) {
  const meta = Buffer.concat([
    short(0x0002, 0x0002, 'UI', '1.2.840.10008.5.1.4.1.1.7.3'),
    short(0x0002, 0x0003, 'UI', '1.2.826.0.1.3680043.8.498.77.1'),
    short(0x0002, 0x0010, 'UI', transferSyntax),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    short(0x0002, 0x0000, 'UL', length),
    meta,
    short(0x0008, 0x0016, 'UI', '1.2.840.10008.5.1.4.1.1.7.3'),
    short(0x0008, 0x0018, 'UI', '1.2.826.0.1.3680043.8.498.77.1'),
    short(0x0008, 0x0060, 'CS', 'OT'),
    short(0x0010, 0x0010, 'PN', 'Large^File'),
    short(0x0010, 0x0020, 'LO', 'LARGE1'),
    short(0x0020, 0x000d, 'UI', '1.2.826.0.1.3680043.8.498.77.2'),
    short(0x0020, 0x000e, 'UI', '1.2.826.0.1.3680043.8.498.77.3'),
    short(0x0028, 0x0002, 'US', u16(1)),
    short(0x0028, 0x0004, 'CS', 'MONOCHROME2'),
    short(0x0028, 0x0008, 'IS', String(frames)),
    short(0x0028, 0x0010, 'US', u16(rows)),
    short(0x0028, 0x0011, 'US', u16(rows)),
    short(0x0028, 0x0100, 'US', u16(16)),
    short(0x0028, 0x0101, 'US', u16(16)),
    short(0x0028, 0x0102, 'US', u16(15)),
    short(0x0028, 0x0103, 'US', u16(0)),
  ]);
}

const pixelHead = length => {
  const b = Buffer.alloc(12);
  b.writeUInt16LE(0x7fe0, 0);
  b.writeUInt16LE(0x0010, 2);
  b.write(length === 0xffffffff ? 'OB' : 'OW', 4, 'latin1');
  b.writeUInt32LE(length, 8);
  return b;
};
const item = (tag, length) => {
  const b = Buffer.alloc(8);
  b.writeUInt16LE(0xfffe, 0);
  b.writeUInt16LE(tag, 2);
  b.writeUInt32LE(length, 4);
  return b;
};

/**
 * A multi-frame file of about `megabytes`: native (one block of pixels) or encapsulated (fragments of 25 KB).
 * `sparse` leaves the pixels as a hole, so that the file costs no disk.
 */
export function makeLargeFile(path, megabytes, { encapsulated = false, sparse = false } = {}) {
  const rows = 512;
  const frames = Math.round((megabytes * 1024 * 1024) / (rows * rows * 2));
  const fd = openSync(path, 'w');
  if (encapsulated) {
    writeSync(fd, header('1.2.840.10008.1.2.4.80', frames, rows));
    writeSync(fd, pixelHead(0xffffffff));
    writeSync(fd, item(0xe000, 0));
    const fragment = Buffer.concat([item(0xe000, 25_000), Buffer.alloc(25_000, 7)]);
    const chunk = Buffer.concat(Array.from({ length: 40 }, () => fragment));
    for (let written = 0; written < megabytes * 1024 * 1024; written += chunk.length) writeSync(fd, chunk);
    writeSync(fd, item(0xe0dd, 0));
  } else {
    const length = frames * rows * rows * 2;
    const head = header('1.2.840.10008.1.2.1', frames, rows);
    writeSync(fd, head);
    writeSync(fd, pixelHead(length));
    if (sparse) ftruncateSync(fd, head.length + 12 + length);
    else {
      const frame = Buffer.alloc(rows * rows * 2);
      for (let i = 0; i < frame.length; i++) frame[i] = (i * 31) & 0xff;
      for (let n = 0; n < frames; n++) writeSync(fd, frame);
    }
  }
  closeSync(fd);
}
