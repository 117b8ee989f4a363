/** Files that are big in one way or another, written in a moment. */
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dicomFile, element } from './dicomBytes.mjs';

/** A multi-frame image of a bit more than 2 GB whose pixel data is a hole in the file. */
export function writeSparseFile(path) {
  const frames = 4200;
  const pixelBytes = frames * 512 * 512 * 2;
  const head = Buffer.from(
    dicomFile([
      element(0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2.1'),
      element(0x00100010, 'PN', 'Big^File'),
      element(0x00280002, 'US', 1),
      element(0x00280004, 'CS', 'MONOCHROME2'),
      element(0x00280008, 'IS', String(frames)),
      element(0x00280010, 'US', 512),
      element(0x00280011, 'US', 512),
      element(0x00280100, 'US', 16),
      element(0x00280101, 'US', 16),
      element(0x00280102, 'US', 15),
      element(0x00280103, 'US', 0),
      element(0x7fe00010, 'OW', []),
    ]),
  );
  head.writeUInt32LE(pixelBytes, head.length - 4);
  const file = openSync(path, 'w');
  writeSync(file, head);
  ftruncateSync(file, head.length + pixelBytes);
  closeSync(file);
  return head.length + pixelBytes;
}

/** A file of more than `count` data elements: per-frame functional groups of an enhanced image. */
export function writeManyElements(path, count) {
  const items = Math.ceil(count / 10);
  const item = Array.from({ length: 9 }, (_, index) => element(0x00180010 + index * 0x10, 'LO', `value ${index}`));
  const groups = element(
    0x52009230,
    'SQ',
    Array.from({ length: items }, () => item),
  );
  writeFileSync(path, dicomFile([element(0x00100010, 'PN', 'Many^Elements'), groups]));
  return items * 10;
}
