import type { ByteSource } from '../../dicom/byteSource';
import { memorySource } from '../../dicom/byteSource';
import { openFileSource, readWhole } from '../../dicom/fileSource.node';

/** Files up to this size are read at once. */
export const WHOLE = 1 << 19;
const WINDOW = 1 << 16;

export interface ClosableSource extends ByteSource {
  /** Bytes this source keeps in memory. */
  readonly held: number;
  close(): void;
}

/**
 * Opens a file for many small reads: small files in memory, large ones through a window.
 * @param buffer memory for a small file that is closed before the next one is opened
 */
export function openSource(path: string, size: number, buffer?: Uint8Array): ClosableSource {
  if (size <= WHOLE) {
    const bytes = readWhole(path, buffer);
    return { ...memorySource(bytes), held: bytes.length, close: () => undefined };
  }
  const file = openFileSource(path);
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  return {
    size: file.size,
    held: WINDOW,
    read: (offset, length) => {
      if (offset >= start && offset + length <= start + window.length)
        return window.subarray(offset - start, offset - start + length);
      window = file.read(offset, Math.max(length, WINDOW));
      start = offset;
      return window.subarray(0, length);
    },
    close: () => file.close(),
  };
}
