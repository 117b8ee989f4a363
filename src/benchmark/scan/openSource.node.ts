import type { ByteSource } from '../../dicom/byteSource';
import { memorySource } from '../../dicom/byteSource';
import { openFileSource, readWhole } from '../../dicom/fileSource.node';
import type { ReusedMemory } from './reusedMemory';

/** Files up to this size are read at once. */
export const WHOLE = 1 << 19;
const WINDOW = 1 << 16;

export interface ClosableSource extends ByteSource {
  /** Bytes this source keeps in memory. */
  readonly held: number;
  close(): void;
}

/**
 * Opens a file for many small reads: small files in memory, large ones through a window. What was read is not valid after
 * `close`.
 */
export function openSource(path: string, size: number, memory: ReusedMemory): ClosableSource {
  if (size <= WHOLE) {
    let piece: Uint8Array | undefined = memory.take(size);
    const bytes = readWhole(path, piece);
    return {
      ...memorySource(bytes),
      held: piece.length,
      close: () => {
        if (piece) memory.give(piece);
        piece = undefined;
      },
    };
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
