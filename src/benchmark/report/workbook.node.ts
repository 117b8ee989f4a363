import { writeFileSync } from 'node:fs';
import writeXlsxFile from 'write-excel-file/node';
import type { Sheet } from './scoringSheets';

/** Writes sheets of plain cells as an Excel workbook. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  const written = writeXlsxFile(
    sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map(row => row.map(cell => cell ?? null)) })),
  );
  writeFileSync(path, await written.toBuffer());
}
