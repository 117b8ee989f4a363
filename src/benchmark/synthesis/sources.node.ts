import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { memorySource, type ByteSource } from '../../dicom/byteSource';
import { openFileSource, readWhole } from '../../dicom/fileSource.node';
import { embeddedSource } from './embedded/source';

/** One file of a source, opened only while it is worked on. */
export interface SourceFile {
  /** Path inside the source, with forward slashes. */
  readonly path: string;
  /** Opens the bytes; `close` must be called. */
  open(): { readonly source: ByteSource; close(): void };
}

/** Files of a folder in the order of their names; one directory at a time is held in memory. */
export function* folderSource(folder: string): IterableIterator<SourceFile> {
  yield* walk(folder, folder);
}

function* walk(root: string, folder: string): IterableIterator<SourceFile> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(root, path);
    else if (entry.isFile()) {
      yield {
        path: relative(root, path).replaceAll('\\', '/'),
        open: () => openBytes(path),
      };
    }
  }
}

/** Files up to this size are read whole, which is faster; larger ones in ranges, so that memory stays flat. */
const READ_WHOLE = 32 * 1024 * 1024;

/** Opens one file for reading. */
export function openBytes(path: string): { readonly source: ByteSource; close(): void } {
  if (statSync(path).size <= READ_WHOLE) {
    return { source: memorySource(readWhole(path)), close: () => undefined };
  }
  const source = openFileSource(path);
  return { source, close: () => source.close() };
}

/** The embedded source: procedurally made instances, no files needed. */
export function* embeddedFiles(): IterableIterator<SourceFile> {
  for (const instance of embeddedSource()) {
    yield {
      path: instance.path,
      open: () => ({ source: memorySource(instance.build()), close: () => undefined }),
    };
  }
}
