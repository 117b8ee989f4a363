import type { Database } from 'node-sqlite3-wasm';
import type { SqlRecord, SqlValue } from './tableReader';

/** SQLite is only loaded when a file needs it: reading its WebAssembly costs more than a whole small run. */
async function openDatabase(path: string, options: { readOnly?: boolean; fileMustExist?: boolean }): Promise<Database> {
  const library = await import('node-sqlite3-wasm');
  return new library.Database(path, options);
}

/** A table read through SQLite itself, for files the direct reader does not cover. */
export async function libraryTable(
  path: string,
  table: string,
): Promise<{ readonly columns: readonly string[]; records(): Iterable<SqlRecord>; close(): void }> {
  const database = await openDatabase(path, { readOnly: true });
  try {
    const quoted = `"${table.replaceAll('"', '""')}"`;
    const columns = database.all(`PRAGMA table_info(${quoted})`).map(row => String(row.name));
    if (columns.length === 0) throw new Error(`no table ${table}`);
    return {
      columns,
      *records() {
        for (const row of database.all(`SELECT * FROM ${quoted}`)) {
          const values = columns.map(name => plain(row[name]));
          yield { value: column => values[column] ?? null };
        }
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function plain(value: unknown): SqlValue {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array ? value : null;
}

/** Sets outcome and score of rows of `validation_results`, by their index, in one transaction. */
export async function updateResults(
  path: string,
  changes: readonly { readonly index: number; readonly passed: number | null; readonly score: number | null }[],
): Promise<number> {
  const database = await openDatabase(path, { fileMustExist: true });
  try {
    database.exec('BEGIN');
    const statement = database.prepare(
      'UPDATE validation_results SET check_passed = ?, check_score = ? WHERE [index] = ?',
    );
    let changed = 0;
    for (const { index, passed, score } of changes) changed += statement.run([passed, score, index]).changes;
    statement.finalize();
    database.exec('COMMIT');
    return changed;
  } finally {
    database.close();
  }
}
