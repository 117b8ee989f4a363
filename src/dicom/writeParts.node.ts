import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
  writevSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { ByteSource } from './byteSource';
import type { OutputPart } from './edits';

/** Bytes copied from the source at a time: larger is no faster, smaller is slower. */
const CHUNK = 1 << 20;

let counter = 0;

/** The output path is taken; nothing was written. */
export class OutputExistsError extends Error {
  override readonly name = 'OutputExistsError';
}

/**
 * Writes parts to a temporary file in the target's folder and renames it when it is complete, so that a reader never sees
 * half a file. The folder is made if it is missing. Nothing is left behind on error. Not synced to disk.
 * @returns bytes written.
 * @throws OutputExistsError if the target exists and `overwrite` is not true; the system's error otherwise.
 */
export function writeParts(
  source: ByteSource,
  parts: readonly OutputPart[],
  targetPath: string,
  options: { readonly overwrite?: boolean } = {},
): number {
  const overwrite = options.overwrite === true;
  const folder = dirname(targetPath);
  // Threads share the process number and may share the millisecond and the count.
  const temporary = join(folder, `.deidbench-${process.pid}-${threadId}-${Date.now().toString(36)}-${counter++}.part`);
  const fd = openNew(temporary, folder);
  let open = true;
  try {
    const written = writeAll(fd, source, parts);
    closeSync(fd);
    open = false;
    if (overwrite) renameSync(temporary, targetPath);
    else moveToFree(temporary, targetPath);
    return written;
  } catch (error) {
    if (open) closeSync(fd);
    try {
      unlinkSync(temporary);
    } catch {
      // Already moved or gone; the first error is the one to tell.
    }
    throw error;
  }
}

function existsError(): OutputExistsError {
  return new OutputExistsError('The output file exists already; it was not overwritten.');
}

function openNew(path: string, folder: string): number {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(folder, { recursive: true });
    return openSync(path, 'wx');
  }
}

/** A rename would replace a file that appeared meanwhile; a hard link refuses. File systems without links get a check. */
function moveToFree(temporary: string, targetPath: string): void {
  try {
    linkSync(temporary, targetPath);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw existsError();
    if (existsSync(targetPath)) throw existsError();
    renameSync(temporary, targetPath);
    return;
  }
  unlinkSync(temporary);
}

/** Gathers bytes so that a small file is one system call; a range's view is written before the source is read again. */
function writeAll(fd: number, source: ByteSource, parts: readonly OutputPart[]): number {
  let total = 0;
  let pending: Uint8Array[] = [];
  let holdsView = false;
  const flush = () => {
    if (pending.length === 0) return;
    total += writeVector(fd, pending);
    pending = [];
    holdsView = false;
  };
  for (const part of parts) {
    if (part.kind === 'bytes') {
      pending.push(part.bytes);
      if (pending.length >= 512) flush();
      continue;
    }
    for (let at = part.start; at < part.end;) {
      if (holdsView) flush();
      const view = source.read(at, Math.min(CHUNK, part.end - at));
      if (view.length === 0) throw new Error('The source file became shorter while it was read.');
      pending.push(view);
      holdsView = true;
      at += view.length;
    }
  }
  flush();
  return total;
}

function writeVector(fd: number, pieces: readonly Uint8Array[]): number {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let skip = pieces.length === 1 ? 0 : writevSync(fd, pieces);
  if (skip === length) return length;
  // A short write (or a single piece): finish piece by piece.
  for (const piece of pieces) {
    let at = Math.min(skip, piece.length);
    skip -= at;
    while (at < piece.length) at += writeSync(fd, piece, at, piece.length - at);
  }
  return length;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
