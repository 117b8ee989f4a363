import { rmSync } from 'node:fs';
import type { IndexRow } from './headerIndex';
import { openDatabase, type SqliteDatabase, type SqliteStatement } from '../benchmark/sqlite/sqlite.node';

/** Where a file of a run stands. The first two are on the way, the others are final. */
export type FileState = 'found' | 'indexed' | 'written' | 'quarantined' | 'notDicom' | 'skipped';

export interface LedgerFile {
  readonly id: number;
  /** Relative to the input folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly state: FileState;
  readonly patient: string | null;
  /** Keyed hash of the Series Instance UID. */
  readonly series: string | null;
  /** Number of the piece of its series the file belongs to; a piece is worked on in one go. */
  readonly unit: number;
  /** 1, or the number of this file among those with the same identifiers, in path order. */
  readonly copy: number;
}

export interface IndexedFile {
  readonly id: number;
  readonly state: 'indexed' | 'notDicom' | 'quarantined';
  readonly code?: string;
  readonly message?: string;
  /** Keyed hash of the Patient ID: groups files without naming anyone. */
  readonly patient?: string;
  /** Keyed hash of the Series Instance UID: slices of a series are looked at together. */
  readonly series?: string;
  /** Keyed hash of what the output name is made of, to find two files that would get one name. */
  readonly instance?: string;
}

export interface FinishedFile {
  readonly id: number;
  readonly state: 'written' | 'quarantined' | 'skipped';
  readonly code?: string;
  readonly message?: string;
  readonly output?: string;
}

/** Slices of a series that are looked at together, so that text standing still is recognised. */
const UNIT_FILES = 64;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, state TEXT NOT NULL,
  code TEXT, message TEXT, patient TEXT, series TEXT, instance TEXT, unit INTEGER NOT NULL DEFAULT 0, copy INTEGER NOT NULL DEFAULT 1, output TEXT);
CREATE TABLE IF NOT EXISTS patient (key TEXT PRIMARY KEY, context TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uid (id_old TEXT PRIMARY KEY, id_new TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS patient_id (id_old TEXT PRIMARY KEY, id_new TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS audit (path TEXT, action TEXT, reason TEXT, count INTEGER NOT NULL,
  PRIMARY KEY (path, action, reason)) WITHOUT ROWID;
`;

/**
 * The run ledger: one SQLite file per run with the state of every input file, so that a run killed at any moment goes on
 * where it stopped. It holds old identifiers (the mapping tables), therefore it lies in the run folder, never in the output.
 */
export class Ledger {
  private readonly statements = new Map<string, SqliteStatement>();

  private constructor(private readonly db: SqliteDatabase) {}

  /** Opens or creates the ledger at `path`. The caller owns the run folder, so a lock left by a killed run is removed. */
  static open(path: string): Ledger {
    rmSync(`${path}.lock`, { recursive: true, force: true });
    const db = openDatabase(path);
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000',
    );
    // Always: a run may have been killed after the file was made and before its tables were.
    db.transaction(() => db.exec(SCHEMA));
    return new Ledger(db);
  }

  private sql(text: string): SqliteStatement {
    let statement = this.statements.get(text);
    if (!statement) this.statements.set(text, (statement = this.db.prepare(text)));
    return statement;
  }

  transaction<T>(work: () => T): T {
    return this.db.transaction(work);
  }

  meta(key: string): string | undefined {
    return this.sql('SELECT value FROM meta WHERE key = ?').get(key)?.value as string | undefined;
  }

  setMeta(key: string, value: string): void {
    this.sql('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
  }

  /** Notes an input file; one that is known already keeps its state. */
  addFile(path: string, size: number): void {
    this.sql("INSERT OR IGNORE INTO file (path, size, state) VALUES (?, ?, 'found')").run(path, size);
  }

  /** Notes a file as an index knows it; one that is known already keeps its state. */
  takeFile(file: IndexRow): void {
    this.sql(
      `INSERT OR IGNORE INTO file (path, size, state, code, message, patient, series, instance)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      file.path,
      file.size,
      file.state,
      file.code ?? null,
      file.message ?? null,
      file.patient ?? null,
      file.series ?? null,
      file.instance ?? null,
    );
  }

  /** Notes something in the input that is not a readable file, so that the account adds up and nothing is lost silently. */
  addProblem(path: string, code: string, message: string): void {
    this.sql("INSERT OR IGNORE INTO file (path, size, state, code, message) VALUES (?, 0, 'skipped', ?, ?)").run(
      path,
      code,
      message,
    );
  }

  /** Every file with where it stands, in path order. */
  allFiles(): IterableIterator<{
    path: string;
    size: number;
    state: FileState;
    code: string | null;
    message: string | null;
    patient: string | null;
    output: string | null;
  }> {
    return this.sql(
      'SELECT path, size, state, code, message, patient, output FROM file ORDER BY path',
    ).iterate() as never;
  }

  /** Input and output of every file that was written, with the keyed hash that groups files by patient, in path order. */
  written(): IterableIterator<{ path: string; output: string; patient: string | null }> {
    return this.sql(
      "SELECT path, output, patient FROM file WHERE state = 'written' AND output IS NOT NULL ORDER BY path",
    ).iterate() as never;
  }

  /** Takes over the row of another ledger when parts of a run are joined; a final state wins over one on the way. */
  mergeFile(file: {
    path: string;
    size: number;
    state: FileState;
    code: string | null;
    message: string | null;
    patient: string | null;
    output: string | null;
  }): void {
    this.sql(
      `INSERT INTO file (path, size, state, code, message, patient, output) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET state = excluded.state, code = excluded.code, message = excluded.message,
        patient = excluded.patient, output = excluded.output
      WHERE file.state IN ('found', 'indexed')`,
    ).run(file.path, file.size, file.state, file.code, file.message, file.patient, file.output);
  }

  /** Makes the walk by patient and series cheap; called when all files are indexed. */
  prepareWalks(): void {
    this.db.exec('CREATE INDEX IF NOT EXISTS file_walk ON file (patient, series, path)');
  }

  /** Files still to be indexed, in path order, at most `limit` of them after `after`. */
  nextFound(after: string, limit: number): LedgerFile[] {
    return this.sql(
      "SELECT id, path, size, state, patient, series, unit, copy FROM file WHERE path > ? AND state = 'found' ORDER BY path LIMIT ?",
    ).all(after, limit) as unknown as LedgerFile[];
  }

  /**
   * Files ready for de-identification, by patient, series and path, after the place given.
   * @param withWritten also the written files of a piece of a series that is not finished: what was seen on them counts for
   * the others.
   */
  nextIndexed(
    after: { patient: string; series: string; path: string },
    limit: number,
    withWritten: boolean,
  ): LedgerFile[] {
    const again = withWritten
      ? `OR (state = 'written' AND EXISTS (SELECT 1 FROM file AS other WHERE other.patient = file.patient
          AND other.series = file.series AND other.unit = file.unit AND other.state = 'indexed'))`
      : '';
    return this.sql(
      `SELECT id, path, size, state, patient, series, unit, copy FROM file
        WHERE (patient, series, path) > (?, ?, ?) AND (state = 'indexed' ${again}) ORDER BY patient, series, path LIMIT ?`,
    ).all(after.patient, after.series, after.path, limit) as unknown as LedgerFile[];
  }

  setIndexed(file: IndexedFile): void {
    this.sql(
      'UPDATE file SET state = ?, code = ?, message = ?, patient = ?, series = ?, instance = ? WHERE id = ?',
    ).run(
      file.state,
      file.code ?? null,
      file.message ?? null,
      file.patient ?? null,
      file.series ?? '',
      file.instance ?? null,
      file.id,
    );
  }

  setFinished(file: FinishedFile): void {
    this.sql('UPDATE file SET state = ?, code = ?, message = ?, output = ? WHERE id = ?').run(
      file.state,
      file.code ?? null,
      file.message ?? null,
      file.output ?? null,
      file.id,
    );
  }

  /**
   * Numbers the files that have the same identifiers, in path order, so that each gets an output name of its own whatever
   * the order of work.
   * @returns how many files repeat another one's identifiers.
   */
  numberCopies(): number {
    this.db.exec(`UPDATE file SET copy = ranked.n FROM (
        SELECT id, ROW_NUMBER() OVER (PARTITION BY instance ORDER BY path) AS n FROM file WHERE instance IS NOT NULL) AS ranked
      WHERE ranked.id = file.id AND ranked.n > 1`);
    this.db.exec(`UPDATE file SET unit = ranked.u FROM (
        SELECT id, (ROW_NUMBER() OVER (PARTITION BY patient, series ORDER BY path) - 1) / ${UNIT_FILES} AS u FROM file WHERE patient IS NOT NULL) AS ranked
      WHERE ranked.id = file.id AND ranked.u > 0`);
    return Number(this.sql('SELECT COUNT(*) AS n FROM file WHERE copy > 1').get()?.n ?? 0);
  }

  patientContext(key: string): string | undefined {
    return this.sql('SELECT context FROM patient WHERE key = ?').get(key)?.context as string | undefined;
  }

  setPatientContext(key: string, context: string): void {
    this.sql('INSERT INTO patient VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET context = excluded.context').run(
      key,
      context,
    );
  }

  /** Removes what was harvested from the headers; it is needed only while the run goes on. */
  forgetPatients(): void {
    this.db.exec('DELETE FROM patient');
  }

  addUid(oldUid: string, newUid: string): void {
    this.sql('INSERT OR IGNORE INTO uid VALUES (?, ?)').run(oldUid, newUid);
  }

  addPatientId(oldId: string, newId: string): void {
    this.sql('INSERT OR IGNORE INTO patient_id VALUES (?, ?)').run(oldId, newId);
  }

  countAudit(path: string, action: string, reason: string, count: number): void {
    this.sql(
      'INSERT INTO audit VALUES (?, ?, ?, ?) ON CONFLICT (path, action, reason) DO UPDATE SET count = count + excluded.count',
    ).run(path, action, reason, count);
  }

  /** Rows of a mapping table in order of the old identifier. */
  mapping(table: 'uid' | 'patient_id'): IterableIterator<{ id_old: string; id_new: string }> {
    return this.sql(`SELECT id_old, id_new FROM ${table} ORDER BY id_old`).iterate() as unknown as IterableIterator<{
      id_old: string;
      id_new: string;
    }>;
  }

  audit(): IterableIterator<{ path: string; action: string; reason: string; count: number }> {
    return this.sql(
      'SELECT path, action, reason, count FROM audit ORDER BY path, action, reason',
    ).iterate() as unknown as IterableIterator<{
      path: string;
      action: string;
      reason: string;
      count: number;
    }>;
  }

  /** Files that did not become an output, with the reason, in path order. */
  notWritten(): IterableIterator<{ path: string; state: FileState; code: string | null; message: string | null }> {
    return this.sql(
      "SELECT path, state, code, message FROM file WHERE state NOT IN ('written') ORDER BY path",
    ).iterate() as unknown as IterableIterator<{
      path: string;
      state: FileState;
      code: string | null;
      message: string | null;
    }>;
  }

  counts(): Readonly<Record<FileState, number>> {
    const counts = { found: 0, indexed: 0, written: 0, quarantined: 0, notDicom: 0, skipped: 0 };
    for (const row of this.sql('SELECT state, COUNT(*) AS n FROM file GROUP BY state').all())
      counts[row.state as FileState] = Number(row.n);
    return counts;
  }

  total(): { files: number; bytes: number } {
    const row = this.sql('SELECT COUNT(*) AS files, COALESCE(SUM(size), 0) AS bytes FROM file').get();
    return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
  }

  close(): void {
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
    this.db.close();
  }
}
