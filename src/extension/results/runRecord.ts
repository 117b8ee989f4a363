import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunKind, RunRecord } from '../../protocol/results';

const FILE = 'run.json';

export const RUN_TITLES: Readonly<Record<RunKind, string>> = {
  anonymize: 'Anonymize',
  score: 'Score',
  benchmark: 'Benchmark',
  verify: 'Verify',
  synth: 'Create benchmark',
};

/** Reads the record of a run folder; undefined if there is none or it is not one of ours. */
export function readRun(folder: string): RunRecord | undefined {
  const path = join(folder, FILE);
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRun(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the record beside its name and renames it: a window that closes leaves the old one or the new one. */
export function writeRun(folder: string, record: RunRecord): void {
  const temporary = join(folder, `${FILE}.tmp`);
  writeFileSync(temporary, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, join(folder, FILE));
}

/** A run that says it is running, but whose window is gone. */
export function isInterrupted(record: RunRecord): boolean {
  return record.state === 'running' && !isAlive(record.pid);
}

/** True if `Resume` can go on with it. */
export function isResumable(record: RunRecord): boolean {
  return record.state === 'cancelled' || record.state === 'failed' || isInterrupted(record);
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isRun(value: unknown): value is RunRecord {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Partial<RunRecord>;
  return (
    given.version === 1 &&
    typeof given.id === 'string' &&
    typeof given.started === 'string' &&
    typeof given.kind === 'string' &&
    Object.hasOwn(RUN_TITLES, given.kind) &&
    typeof given.paths === 'object'
  );
}
