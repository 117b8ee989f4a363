import { createHash } from 'node:crypto';
import type { DicomFile } from '../../dicom/dicomFile';
import type { CheckedFile, TextBox } from '../checks/verdict';
import { TagTable } from '../flatten/tagTable';
import { boxKey } from '../ocr/hiddenText.node';
import { pixelDataRange } from './scannedFile';

const CHUNK = 1 << 18;

/** A file of a batch under check. */
export class FlatFile implements CheckedFile {
  readonly table: TagTable;
  /** Files of the same batch, this one included. */
  mates: readonly FlatFile[] = [this];
  hidden: ReadonlyMap<string, string> = new Map();
  private digest: string | undefined;

  constructor(readonly file: DicomFile) {
    this.table = new TagTable(file);
  }

  value(path: string): string | undefined {
    return this.table.value(path);
  }

  inBatch(path: string): boolean {
    return this.mates.some(mate => mate.table.has(path));
  }

  pixelDigest(): string {
    return (this.digest ??= pixelDigest(this.file));
  }

  hiddenText(box: TextBox): string | null {
    return this.hidden.get(boxKey(box)) ?? null;
  }
}

/** MD5 of the raw PixelData value in lower-case hexadecimal, `None` if the file has none. */
export function pixelDigest(file: DicomFile): string {
  const range = pixelDataRange(file);
  if (!range) return 'None';
  const hash = createHash('md5');
  for (let at = range[0]; at < range[1]; at += CHUNK)
    hash.update(file.dataSource.read(at, Math.min(CHUNK, range[1] - at)));
  return hash.digest('hex');
}
