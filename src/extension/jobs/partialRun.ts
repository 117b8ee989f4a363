import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { RunPaths } from '../../protocol/results';
import { takeOver } from './takeOver';
import { UserError } from '../../protocol/userError';

type Row = Readonly<Record<string, string>>;

/**
 * Completes a run over some files with the outputs and tables of the whole run: afterwards `output` and `runFolder` look as
 * if all had been done anew.
 * @throws if an identifier was mapped otherwise: then outputs taken over would not fit the new ones.
 */
export function joinPart(
  made: { readonly part: string; readonly runFolder: string; readonly output: string },
  whole: RunPaths,
): Partial<RunPaths> {
  const before = whole.runFolder ?? '';
  mkdirSync(made.runFolder, { recursive: true, mode: 0o700 });
  const partFiles = read(join(made.part, 'files.csv'));
  const done = new Set(partFiles.map(row => row.file));
  const kept = read(join(before, 'files.csv')).filter(row => !done.has(row.file));
  takeOver(
    whole.output ?? '',
    made.output,
    kept.flatMap(row => row.output ?? []),
  );
  write(join(made.runFolder, 'files.csv'), ['file', 'output', 'patient'], [...kept, ...partFiles]);
  const uids = join(made.runFolder, 'uid_mapping.csv');
  const patients = join(made.runFolder, 'patid_mapping.csv');
  for (const [name, target] of [
    ['uid_mapping.csv', uids],
    ['patid_mapping.csv', patients],
  ] as const)
    write(target, ['id_old', 'id_new'], joinMaps(read(join(before, name)), read(join(made.part, name))));
  return { uids, patients };
}

function joinMaps(before: readonly Row[], part: readonly Row[]): Row[] {
  const joined = new Map(before.map(row => [row.id_old, row]));
  for (const row of part) {
    const known = joined.get(row.id_old);
    if (known && known.id_new !== row.id_new)
      throw new UserError('The change of the profile or of the key gives other identifiers: run it again as a whole.');
    joined.set(row.id_old, row);
  }
  return [...joined.values()];
}

function read(path: string): Row[] {
  return existsSync(path) ? (parse(readFileSync(path), { columns: true }) as Row[]) : [];
}

function write(path: string, columns: string[], rows: readonly Row[]): void {
  writeFileSync(path, stringify([...rows], { header: true, columns }), { mode: 0o600 });
}
