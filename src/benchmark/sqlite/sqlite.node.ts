import fs, { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { usualTiering } from './patientTiering.node';
import sqliteWasm from 'node-sqlite3-wasm';

usualTiering();

export type SqliteValue = string | number | bigint | null | Uint8Array;
export type SqliteRow = Readonly<Record<string, SqliteValue>>;

export interface SqliteStatement {
  /** Runs the statement; gives the number of rows it changed. */
  run(...parameters: SqliteValue[]): number;
  get(...parameters: SqliteValue[]): SqliteRow | undefined;
  all(...parameters: SqliteValue[]): SqliteRow[];
  /** Rows one by one; the statement must not be used for anything else until the iteration ends. */
  iterate(...parameters: SqliteValue[]): IterableIterator<SqliteRow>;
  finalize(): void;
}

export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  /** Runs `work` between BEGIN and COMMIT; rolls back and rethrows if it throws. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface DatabaseOptions {
  readonly readonly?: boolean;
  readonly existing?: boolean;
}

/**
 * Opens a SQLite database file with Node's own module where it exists (Node 22.13 and later), else with a WebAssembly
 * build: no native code to compile either way. A process that may do without a database imports this module late: reading
 * the WebAssembly costs more than a whole small run.
 * @param options.readonly the file must exist and stays as it is
 * @param options.existing the file must exist
 * @throws Error if the file cannot be opened or is not a database.
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): SqliteDatabase {
  if ((options.readonly || options.existing) && !existsSync(path)) throw new Error('There is no such database file.');
  const builtin = builtinSqlite();
  return builtin ? openBuiltin(builtin, path, options) : openWasm(path, options);
}

interface BuiltinStatement {
  run(...p: SqliteValue[]): { readonly changes: number | bigint };
  get(...p: SqliteValue[]): SqliteRow | undefined;
  all(...p: SqliteValue[]): SqliteRow[];
  iterate(...p: SqliteValue[]): IterableIterator<SqliteRow>;
}
interface BuiltinModule {
  DatabaseSync: new (
    path: string,
    options: { readOnly: boolean },
  ) => { exec(sql: string): void; prepare(sql: string): BuiltinStatement; close(): void };
}

function builtinSqlite(): BuiltinModule | undefined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 13)) return undefined;
  const get = (process as { getBuiltinModule?: (id: string) => unknown }).getBuiltinModule;
  // Node prints a warning that the module is young; it would land in the middle of a command's output.
  const emitWarning = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return get?.call(process, 'node:sqlite') as BuiltinModule | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function withTransaction(exec: (sql: string) => void): SqliteDatabase['transaction'] {
  return work => {
    exec('BEGIN');
    try {
      const result = work();
      exec('COMMIT');
      return result;
    } catch (error) {
      exec('ROLLBACK');
      throw error;
    }
  };
}

function openBuiltin(module: BuiltinModule, path: string, options: DatabaseOptions): SqliteDatabase {
  const db = new module.DatabaseSync(path, { readOnly: options.readonly ?? false });
  const exec = (sql: string): void => db.exec(sql);
  return {
    exec,
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        run: (...p) => Number(statement.run(...p).changes),
        get: (...p) => statement.get(...p),
        all: (...p) => statement.all(...p),
        iterate: (...p) => statement.iterate(...p),
        finalize: () => undefined,
      };
    },
    transaction: withTransaction(exec),
    close: () => db.close(),
  };
}

/**
 * Lets the first read of a database roll back what a killed process left half written. SQLite does so unless another process
 * is writing; the WebAssembly build asks for that by looking for its lock, the folder `<path>.lock`, which it has just made
 * itself, and so would read a half-written file. Whoever has the folder is alone, so here the answer is that nobody writes.
 */
function undoInterruptedWrite(path: string, firstRead: () => void): void {
  const lock = `${resolve(path)}.lock`;
  const { accessSync } = fs;
  fs.accessSync = (file, mode) => {
    if (file === lock) throw new Error('Nobody else writes.');
    accessSync(file, mode);
  };
  try {
    firstRead();
  } finally {
    fs.accessSync = accessSync;
  }
}

function openWasm(path: string, options: DatabaseOptions): SqliteDatabase {
  const db = new sqliteWasm.Database(path, {
    readOnly: options.readonly ?? false,
    fileMustExist: (options.readonly || options.existing) ?? false,
  });
  if (!options.readonly) undoInterruptedWrite(path, () => db.exec('SELECT 1 FROM sqlite_schema LIMIT 1'));
  const exec = (sql: string): void => db.exec(sql);
  return {
    exec,
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        run: (...p) => statement.run(p).changes,
        get: (...p) => (statement.get(p) ?? undefined) as SqliteRow | undefined,
        all: (...p) => statement.all(p) as SqliteRow[],
        iterate: (...p) => statement.iterate(p) as IterableIterator<SqliteRow>,
        finalize: () => statement.finalize(),
      };
    },
    transaction: withTransaction(exec),
    close: () => db.close(),
  };
}
