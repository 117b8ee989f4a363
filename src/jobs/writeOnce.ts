import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../dicom/byteSource';
import type { OutputPart } from '../dicom/edits';
import { OutputExistsError, writeParts } from '../dicom/writeParts.node';

const CHUNK = 1 << 20;

/**
 * Writes an output file, or finds it there already with exactly these bytes: a run that was killed between writing a file
 * and noting it does the file again when it is resumed. Nothing is ever overwritten.
 * @returns length of the file in bytes.
 * @throws OutputExistsError if the place is taken by a file with other contents; the system's error otherwise.
 */
export function writeOnce(source: ByteSource, parts: readonly OutputPart[], path: string): number {
  try {
    return writeParts(source, parts, path);
  } catch (error) {
    if (!(error instanceof OutputExistsError)) throw error;
    const length = lengthIfEqual(source, parts, path);
    if (length === undefined) throw error;
    return length;
  }
}

function lengthIfEqual(source: ByteSource, parts: readonly OutputPart[], path: string): number | undefined {
  const fd = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK);
    let position = 0;
    for (const part of parts) {
      const size = part.kind === 'bytes' ? part.bytes.length : part.end - part.start;
      for (let done = 0; done < size;) {
        const length = Math.min(CHUNK, size - done);
        const expected =
          part.kind === 'bytes' ? part.bytes.subarray(done, done + length) : source.read(part.start + done, length);
        const got = readSync(fd, buffer, 0, length, position);
        if (got !== length || Buffer.compare(buffer.subarray(0, length), expected) !== 0) return undefined;
        done += length;
        position += length;
      }
    }
    return fstatSync(fd).size === position ? position : undefined;
  } finally {
    closeSync(fd);
  }
}
