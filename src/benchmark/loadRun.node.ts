import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ComparedRun } from './compareRuns';
import { RunReader } from './compareRuns';
import { openFileSource } from '../dicom/fileSource.node';
import { ScoreError } from './scoreOptions';
import type { SqlRecord } from './sqlite/tableReader';
import { SqliteFormatError, SqliteTableReader } from './sqlite/tableReader';

/**
 * Loads a finished run, ours or of the official scripts: a folder with `validation_results.db`, or that file.
 * @throws ScoreError if there is none
 */
export function loadRun(path: string): ComparedRun {
  const database = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? join(path, 'validation_results.db')
    : path;
  if (!existsSync(database)) throw new ScoreError(`${path}: there is no validation_results.db.`);
  const source = openFileSource(database);
  try {
    const table = new SqliteTableReader(source, 'validation_results');
    const at = (name: string): number => table.columns.indexOf(name);
    const [instance, checkIndex, action, tag, answer, passed] = [
      'instance',
      'check_index',
      'action',
      'tag_ds',
      'answer_value',
      'check_passed',
    ].map(at);
    const reader = new RunReader();
    const text = (record: SqlRecord, column: number): string => String(record.value(column) ?? '');
    for (const record of table.records()) {
      const outcome = record.value(passed);
      const old = record.value(answer);
      reader.add({
        instance: text(record, instance),
        checkIndex: text(record, checkIndex),
        action: text(record, action),
        tag: text(record, tag),
        answer: old === null ? null : String(old),
        passed: outcome === null ? null : Number(outcome) !== 0,
      });
    }
    return reader.run(nameOf(database), database);
  } catch (error) {
    if (error instanceof SqliteFormatError)
      throw new ScoreError(`${database}: expected a database with a table validation_results, but ${error.message}.`);
    throw error;
  } finally {
    source.close();
  }
}

/** Name given to the run, else that of its folder. */
function nameOf(database: string): string {
  const report = join(dirname(database), 'report.json');
  if (existsSync(report)) {
    try {
      const { name } = JSON.parse(readFileSync(report, 'utf8')) as { readonly name?: unknown };
      if (typeof name === 'string') return name;
    } catch {
      // The name of the folder will do.
    }
  }
  return basename(dirname(resolve(database)));
}
