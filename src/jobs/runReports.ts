import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { RunFolders } from './folders';
import type { Ledger } from './ledger';
import { shardText, type Shard } from './shard';

/** Appends audit lines to a file as they come. */
export class AuditFile {
  private readonly fd: number;

  constructor(path: string, append: boolean) {
    this.fd = openSync(path, append ? 'a' : 'w', 0o600);
  }

  append(lines: readonly string[]): void {
    if (lines.length > 0) writeSync(this.fd, `${lines.join('\n')}\n`);
  }

  close(): void {
    closeSync(this.fd);
  }
}

/**
 * Writes what a run leaves in its folder: `uid_mapping.csv` and `patid_mapping.csv` (`id_old,id_new`), `not-written.csv`
 * (every input that became no output, with the reason), `audit.csv` (counts by tag path, action and reason), `files.csv`
 * (which output each input became; `patient` groups files without naming anyone) and `summary.json`. Rows are sorted, so two runs that did the same leave the same files.
 * @returns what is where, for the summary.
 */
export function writeRunReports(
  ledger: Ledger,
  folders: RunFolders,
  about: { profile: { name: string; hash: string; standard: string }; complete: boolean; shard?: Shard },
): Readonly<Record<string, string>> {
  const places = {
    output: folders.output,
    run: folders.run,
    uidMapping: join(folders.run, 'uid_mapping.csv'),
    patientMapping: join(folders.run, 'patid_mapping.csv'),
    notWritten: join(folders.run, 'not-written.csv'),
    audit: join(folders.run, 'audit.csv'),
    files: join(folders.run, 'files.csv'),
  };
  writeCsv(places.uidMapping, ['id_old', 'id_new'], ledger.mapping('uid'), r => [r.id_old, r.id_new]);
  writeCsv(places.patientMapping, ['id_old', 'id_new'], ledger.mapping('patient_id'), r => [r.id_old, r.id_new]);
  writeCsv(places.notWritten, ['file', 'state', 'code', 'reason'], ledger.notWritten(), r => [
    r.path,
    r.state,
    r.code ?? '',
    r.message ?? '',
  ]);
  writeCsv(places.audit, ['attribute', 'action', 'reason', 'count'], ledger.audit(), r => [
    r.path,
    r.action,
    r.reason,
    String(r.count),
  ]);
  writeCsv(places.files, ['file', 'output', 'patient'], ledger.written(), r => [r.path, r.output, r.patient ?? '']);
  const summary = {
    profile: { name: about.profile.name, hash: about.profile.hash, standard: about.profile.standard },
    complete: about.complete,
    shard: about.shard ? shardText(about.shard) : null,
    files: ledger.total().files,
    ...ledger.counts(),
  };
  writeFileSync(join(folders.run, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`, { mode: 0o600 });
  return places;
}

/** Streams rows to a CSV file, readable by its owner only: mapping tables lead back to people. */
function writeCsv<Row>(
  path: string,
  header: readonly string[],
  rows: Iterable<Row>,
  cells: (row: Row) => string[],
): void {
  const fd = openSync(path, 'w', 0o600);
  try {
    let waiting: string[][] = [[...header]];
    for (const row of rows) {
      waiting.push(cells(row));
      if (waiting.length >= 5000) {
        writeSync(fd, stringify(waiting));
        waiting = [];
      }
    }
    writeSync(fd, stringify(waiting));
  } finally {
    closeSync(fd);
  }
}
