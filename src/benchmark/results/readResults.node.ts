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
  const source = openFileSource(path);
  try {
    const table = new SqliteTableReader(source, 'validation_results');
    return collect(table.columns, table.records(), series);
  } catch (error) {
    if (!(error instanceof SqliteFormatError)) throw error;
  } finally {
    source.close();
  }
  const table = await libraryTable(path, 'validation_results').catch(() => {
    throw new ScoreError(`${path}: expected a database with a table validation_results.`);
  });
  try {
    return collect(table.columns, table.records(), series);
  } finally {
    table.close();
  }
}

function collect(columns: readonly string[], records: Iterable<SqlRecord>, series: boolean): ResultCollector {
  const categories = new CategoryColumns();
  const fixed = columns.indexOf('file_path') + 1;
  const categoryNames = columns.slice(fixed);
  for (const name of categoryNames) categories.position(name);
  const collector = new ResultCollector(categories, series, () => undefined);
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
      categories: categoryNames.map((_, i) => {
        const cell = record.value(fixed + i);
        return cell === null ? null : String(cell);
      }),
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
    collector.add(row);
  }
  return collector;
}
