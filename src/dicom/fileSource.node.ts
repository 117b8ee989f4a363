import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './byteSource';

export interface FileSource extends ByteSource {
  readonly path: string;
  readonly fd: number;
  /** Closes the file; reading afterwards throws. Closing twice is allowed. */
  close(): void;
  /** Bytes read through this source so far. */
  readonly bytesRead: number;
}

/**
 * A byte source over a file, read in ranges with positional reads, so that files past 2 GiB work and memory does not
 * grow with the file. `read` returns a view into one buffer that the next call reuses; bytes that are in it already are
 * not read again.
 * @param shared a buffer to use as long as it is large enough, for who opens one file after the other; views are then valid
 * until the next file only.
 * @throws the system's error if the file cannot be opened.
 */
export function openFileSource(path: string, shared: Uint8Array = NO_BYTES): FileSource {
  const fd = openSync(path, 'r');
  let buffer = shared;
  /** What of the file the buffer holds: `held` bytes from `from`. */
  let from = 0;
  let held = 0;
  let open = true;
  let bytesRead = 0;
  const size = sizeOrClose(fd);
  return {
    path,
    fd,
    size,
    get bytesRead() {
      return bytesRead;
    },
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      if (open && offset >= from && offset + wanted <= from + held)
        return buffer.subarray(offset - from, offset - from + wanted);
      held = 0;
      if (buffer.length < wanted) buffer = new Uint8Array(Math.max(wanted, Math.min(65536, size)));
      let have = 0;
      while (have < wanted) {
        const got = readSync(fd, buffer, have, wanted - have, offset + have);
        if (got === 0) break;
        have += got;
      }
      bytesRead += have;
      from = offset;
      held = have;
      return buffer.subarray(0, have);
    },
    close() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}

const NO_BYTES = new Uint8Array(0);

function sizeOrClose(fd: number): number {
  try {
    const stat = fstatSync(fd);
    // A folder can be opened, but not read.
    if (stat.isDirectory()) throw Object.assign(new Error('EISDIR: a folder, not a file'), { code: 'EISDIR' });
    return stat.size;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Reads a whole file into `buffer` if it fits, else into a new one; for small files this is the fastest way. */
export function readWhole(path: string, buffer?: Uint8Array): Uint8Array {
  const fd = openSync(path, 'r');
  try {
    const size = fstatSync(fd).size;
    const into = buffer !== undefined && buffer.length >= size ? buffer : new Uint8Array(size);
    let have = 0;
    while (have < size) {
      const got = readSync(fd, into, have, size - have, have);
      if (got === 0) break;
      have += got;
    }
    return into.subarray(0, have);
  } finally {
    closeSync(fd);
  }
}
