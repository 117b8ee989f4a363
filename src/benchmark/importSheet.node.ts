import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { writeReports } from './report/writeReports.node';
import { readResults } from './results/readResults.node';
import { ScoreError } from './scoreOptions';
import { updateResults } from './sqlite/libraryTable.node';
import { percent } from './results/tally';
import type { Counts } from './results/tally';

export interface ImportedSheet {
  /** Rows of the sheet whose outcome was written. */
  readonly rows: number;
  readonly score: string;
  readonly counts: Counts;
  readonly places: Readonly<Record<string, string>>;
}

/**
 * Takes over the outcomes of a hand-checked `pixel_validation.xlsx` into `validation_results.db` of a finished run, and
 * writes its reports anew.
 * @throws ScoreError naming the file and row that cannot be used; the database is then unchanged
 */
export async function importPixelSheet(out: string, sheet: string, series: boolean): Promise<ImportedSheet> {
  const database = join(out, 'validation_results.db');
  for (const path of [database, sheet]) if (!existsSync(path)) throw new ScoreError(`${path}: there is no such file.`);
  const changes = await readPixelSheet(sheet);
  const copy = `${database}.partial`;
  copyFileSync(database, copy);
  try {
    const changed = await updateResults(copy, changes);
    if (changed !== changes.length)
      throw new ScoreError(
        `${sheet}: ${changes.length - changed} of its rows have an index that the results do not have.`,
      );
    renameSync(copy, database);
  } finally {
    rmSync(copy, { force: true });
  }
  const collector = await readResults(database, series);
  const places = await writeReports(out, collector, { 'validation_results.db': database });
  return { rows: changes.length, score: percent(collector.instance.all), counts: collector.instance.all, places };
}

interface Change {
  readonly index: number;
  readonly passed: number | null;
  readonly score: number | null;
}

async function readPixelSheet(path: string): Promise<Change[]> {
  const rows = await readSheet(path).catch(() => {
    throw new ScoreError(`${path}: expected an Excel workbook with the columns of pixel_validation.xlsx.`);
  });
  const header = (rows[0] ?? []).map(cell => String(cell ?? ''));
  const passedAt = header.indexOf('check_passed');
  const scoreAt = header.indexOf('check_score');
  if (passedAt < 0 || scoreAt < 0)
    throw new ScoreError(`${path}: row 1 must name the columns check_passed and check_score.`);
  return rows.slice(1).map((row, i) => {
    const index = Number(row[0]);
    if (row[0] === null || !Number.isInteger(index))
      throw new ScoreError(`${path}: row ${i + 2} has no whole number in its first column.`);
    return { index, passed: outcome(row[passedAt], path, i + 2), score: numberOf(row[scoreAt], path, i + 2) };
  });
}

function outcome(cell: unknown, path: string, row: number): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (cell === true || cell === 1 || /^true$/i.test(String(cell))) return 1;
  if (cell === false || cell === 0 || /^false$/i.test(String(cell))) return 0;
  throw new ScoreError(`${path}: row ${row} has a check_passed that is neither TRUE nor FALSE.`);
}

function numberOf(cell: unknown, path: string, row: number): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const value = Number(cell);
  if (Number.isNaN(value)) throw new ScoreError(`${path}: row ${row} has a check_score that is no number.`);
  return value;
}
