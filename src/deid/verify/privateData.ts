import type { DicomFile } from '../../dicom/dicomFile';
import { privateCreator } from '../../dicom/privateCreator';

/** Private attributes of a file, counted by creator and group; `(none)` where no creator reserves the block. */
export function privateData(file: DicomFile): Map<string, number> {
  const counts = new Map<string, number>();
  const { dataSet } = file;
  for (let row = 0; row < dataSet.count; row++) {
    const tag = dataSet.tag[row]!;
    if (!((tag >>> 16) & 1) || (tag & 0xffff) < 0x100) continue;
    const group = (tag >>> 16).toString(16).padStart(4, '0');
    const key = `(${group}) ${privateCreator(file, row) ?? '(none)'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
