import { openFileSource } from '../../dicom/fileSource.node';
import type { Check } from '../key/check';
import { CategoryColumns } from '../key/check';
import { ScoreError } from '../scoreOptions';
import type { SqlRecord } from '../sqlite/tableReader';
import { SqliteFormatError, SqliteTableReader } from '../sqlite/tableReader';
import { libraryTable } from '../sqlite/libraryTable.node';
import { ResultCollector } from './collector';
import type { RowDraft, RowIdentity } from './resultRow';

/**
 * Gathers what the reports need from a `validation_results.db`, ours or that of the official scripts.
 * @throws ScoreError if the file has no such table
 */
export async function readResults(path: string, series: boolean): Promise<ResultCollector> {
  const columns = new CategoryColumns();
  const collector = new ResultCollector(columns, series, () => undefined);
  await readRows(path, columns, row => collector.add(row));
  return collector;
}

/**
 * Reads the rows of a `validation_results.db`; the object given is used again for the next one.
 * @param categories gets the category columns of the file, in addition to those it has
 * @throws ScoreError if the file has no such table
 */
export async function readRows(
  path: string,
  categories: CategoryColumns,
  take: (row: RowDraft) => void,
): Promise<void> {
  const source = openFileSource(path);
  try {
    const table = new SqliteTableReader(source, 'validation_results');
    eachRow(table.columns, table.records(), categories, take);
    return;
  } catch (error) {
    if (!(error instanceof SqliteFormatError)) throw error;
  } finally {
    source.close();
  }
  const table = await libraryTable(path, 'validation_results').catch(() => {
    throw new ScoreError(`${path}: expected a database with a table validation_results.`);
  });
  try {
    eachRow(table.columns, table.records(), categories, take);
  } finally {
    table.close();
  }
}

function eachRow(
  columns: readonly string[],
  records: Iterable<SqlRecord>,
  categories: CategoryColumns,
  take: (row: RowDraft) => void,
): void {
  const fixed = columns.indexOf('file_path') + 1;
  const places = columns.slice(fixed).map(name => categories.position(name));
  const at = (name: string): number => columns.indexOf(name);
  const positions = [
    'file_index',
    'check_index',
    'check_passed',
    'check_score',
    'action',
    'action_text',
    'file_value',
    'answer_value',
    'tag',
    'tag_ds',
    'tag_name',
    'modality',
    'class',
    'patient',
    'study',
    'series',
    'instance',
  ].map(at);
  let identity: RowIdentity | undefined;
  for (const record of records) {
    const value = (i: number): string | null => {
      const cell = record.value(positions[i]);
      return cell === null ? null : String(cell);
    };
    const check: Check = {
      index: value(1) ?? '',
      action: value(4),
      actionText: value(5),
      value: value(7),
      tag: value(8),
      tagDs: value(9),
      tagName: value(10),
      categories: categoryCells(record, fixed, places),
    };
    const passed = record.value(positions[2]);
    const score = record.value(positions[3]);
    if (!identity || identity.instance !== value(16) || identity.series !== value(15) || identity.patient !== value(13))
      identity = {
        modality: value(11) ?? '',
        sopClass: value(12) ?? '',
        patient: value(13) ?? '',
        study: value(14) ?? '',
        series: value(15) ?? '',
        instance: value(16) ?? '',
      };
    const fileIndex = record.value(positions[0]);
    const row: RowDraft = {
      index: 0,
      fileIndex: fileIndex === null ? null : Number(fileIndex),
      check,
      passed: passed === null ? null : Number(passed) !== 0,
      score: score === null ? null : Number(score),
      fileValue: value(6),
      answerValue: value(7),
      identity,
      missing: fileIndex === null,
    };
    take(row);
  }
}

function categoryCells(record: SqlRecord, first: number, places: readonly number[]): (string | null)[] {
  const cells: (string | null)[] = [];
  places.forEach((place, i) => {
    const cell = record.value(first + i);
    while (cells.length < place) cells.push(null);
    cells[place] = cell === null ? null : String(cell);
  });
  return cells;
}
