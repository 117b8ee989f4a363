import { basename } from 'node:path';
import type { ByteSource } from '../../dicom/byteSource';
import { bufferedSource } from './model/bufferedSource';
import { memorySource } from '../../dicom/byteSource';
import { openFileSource } from '../../dicom/fileSource.node';
import type { FileReference } from '../../protocol/headerViewer';
import { UserError } from '../../protocol/userError';

export interface OpenedReference {
  readonly source: ByteSource;
  readonly name: string;
  close(): void;
}

/** Opens what the extension host names: a file on disk in ranges, or bytes of a virtual file system. */
export function openReference(file: FileReference): OpenedReference {
  if ('bytes' in file) return { source: memorySource(file.bytes), name: file.name, close: () => undefined };
  try {
    const source = openFileSource(file.path);
    if (source.size === 0) {
      source.close();
      throw new EmptyFileError('The file is empty (0 bytes): a DICOM file has at least one data element.');
    }
    return { source: bufferedSource(source), name: basename(file.path), close: () => source.close() };
  } catch (error) {
    if (error instanceof EmptyFileError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new UserError(`The file cannot be read (${code}); check that it exists and that you may read it.`);
  }
}

class EmptyFileError extends UserError {}
