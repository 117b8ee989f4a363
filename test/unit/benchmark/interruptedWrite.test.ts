import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../src/benchmark/sqlite/sqlite.node';
import { Ledger } from '../../../src/jobs/ledger';

let work: string;
beforeEach(() => (work = mkdtempSync(join(tmpdir(), 'interrupted-'))));
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** What a process leaves that is killed in the middle of a transaction, after some of its pages reached the file. */
function killedWhileWriting(): string {
  const path = join(work, 'live.db');
  const left = join(work, 'left.db');
  const db = openDatabase(path);
  db.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 10');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO t (text) VALUES (?)');
  db.transaction(() => {
    for (let i = 0; i < 1000; i++) insert.run(`first ${i} ${'x'.repeat(100)}`);
  });
  const whole = readFileSync(path);
  db.exec('BEGIN');
  db.exec("UPDATE t SET text = 'second ' || text || text");
  copyFileSync(path, left);
  copyFileSync(`${path}-journal`, `${left}-journal`);
  db.exec('ROLLBACK');
  insert.finalize();
  db.close();
  expect(readFileSync(left).equals(whole)).toBe(false);
  return left;
}

it('a database that a killed process left half written opens as it was before', () => {
  const left = killedWhileWriting();
  const db = openDatabase(left);
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  const count = db.prepare("SELECT COUNT(*) AS n FROM t WHERE text LIKE 'first%'");
  expect(Number(count.get()?.n)).toBe(1000);
  count.finalize();
  db.close();
});

it('so does a ledger whose killed run left its lock behind as well', () => {
  const left = killedWhileWriting();
  mkdirSync(`${left}.lock`);
  const ledger = Ledger.open(left);
  ledger.addFile('a.dcm', 1);
  expect(ledger.total().files).toBe(1);
  ledger.close();
  expect(existsSync(`${left}.lock`)).toBe(false);
  const db = openDatabase(left, { existing: true });
  const count = db.prepare("SELECT COUNT(*) AS n FROM t WHERE text LIKE 'first%'");
  expect(Number(count.get()?.n)).toBe(1000);
  count.finalize();
  db.close();
});
