import type { SqlRecord, SqlValue } from './tableReader';

/** A table read through SQLite itself, for files the direct reader does not cover. */
export async function libraryTable(
  path: string,
  table: string,
): Promise<{ readonly columns: readonly string[]; records(): Iterable<SqlRecord>; close(): void }> {
  const { openDatabase } = await import('./sqlite.node');
  const database = openDatabase(path, { readonly: true });
  try {
    const quoted = `"${table.replaceAll('"', '""')}"`;
    const described = database.prepare(`PRAGMA table_info(${quoted})`);
    const columns = described.all().map(row => String(row.name));
    described.finalize();
    if (columns.length === 0) throw new Error(`no table ${table}`);
    return {
      columns,
      *records() {
        const rows = database.prepare(`SELECT * FROM ${quoted}`);
        try {
          for (const row of rows.iterate()) {
            const values = columns.map(name => plain(row[name]));
            yield { value: column => values[column] ?? null };
          }
        } finally {
          rows.finalize();
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
  const { openDatabase } = await import('./sqlite.node');
  const database = openDatabase(path, { existing: true });
  try {
    const statement = database.prepare(
      'UPDATE validation_results SET check_passed = ?, check_score = ? WHERE [index] = ?',
    );
    const changed = database.transaction(() =>
      changes.reduce((sum, { index, passed, score }) => sum + statement.run(passed, score, index), 0),
    );
    statement.finalize();
    return changed;
  } finally {
    database.close();
  }
}
