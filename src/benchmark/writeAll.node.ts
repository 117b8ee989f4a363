import { writeSync } from 'node:fs';

/** Writes all of `bytes` at an offset, however many calls it takes. */
export function writeAll(fd: number, bytes: Uint8Array, at: number): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
}
