import type { ByteSource } from '../../../dicom/byteSource';

const PAGE = 1 << 16;
/** Pages kept: 1 MB in all. */
const PAGES = 16;

/** Answers small reads from pages read before: a filter over every value must not cost a system call per element. */
export function bufferedSource(source: ByteSource): ByteSource {
  const pages = new Map<number, Uint8Array>();
  const page = (number: number): Uint8Array => {
    let bytes = pages.get(number);
    if (!bytes) {
      // A copy: the source may reuse its buffer with the next read.
      bytes = source.read(number * PAGE, PAGE).slice();
      const oldest = pages.keys().next();
      if (pages.size >= PAGES && !oldest.done) pages.delete(oldest.value);
      pages.set(number, bytes);
    }
    return bytes;
  };
  return {
    size: source.size,
    read: (offset, length) => {
      const number = Math.floor(offset / PAGE);
      const start = offset - number * PAGE;
      if (length > PAGE / 4 || start + length > PAGE) return source.read(offset, length);
      return page(number).subarray(start, start + length);
    },
  };
}
