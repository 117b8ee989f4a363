import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JobSummary } from '../protocol/jobs';
import { ContactSheetFile } from './contactSheetFile';
import { Ledger } from './ledger';
import { RunError } from './runError';
import { writeRunReports } from './runReports';

export interface MergeResult {
  readonly summary: JobSummary;
  /** Files that no part finished; a complete run has none. */
  readonly unfinished: number;
}

/** What all parts of one run have in common. */
const SHARED_FACTS: Readonly<Record<string, string>> = {
  input: 'input folder',
  output: 'output folder',
  profile: 'profile',
  key: 'pseudonym key',
};

/**
 * Joins the run folders of the parts of a split run into one: ledger, mapping tables, audit, reports, contact sheet, and the
 * proof that nothing is missing: every part is there once, and every input file found by any part was finished by one.
 * @param runs run folders of all parts, in any order.
 * @param into new run folder for the whole.
 * @throws RunError if a folder holds no run, the parts belong to different runs, or a part is missing or given twice.
 */
export function mergeRuns(runs: readonly string[], into: string): MergeResult {
  const started = performance.now();
  const target = join(into, 'ledger.db');
  if (existsSync(target)) throw new RunError(`The folder ${into} already holds a run; choose a new one (--into).`);
  const parts = runs.map(run => {
    const path = join(run, 'ledger.db');
    if (!existsSync(path)) throw new RunError(`The folder ${run} holds no run (ledger.db is missing).`);
    return { run, ledger: Ledger.open(path) };
  });
  try {
    checkParts(parts);
    mkdirSync(into, { recursive: true, mode: 0o700 });
    const whole = Ledger.open(target);
    try {
      whole.transaction(() => {
        for (const name of [...Object.keys(SHARED_FACTS), 'profileName', 'standard', 'discovered']) {
          const value = parts[0]!.ledger.meta(name);
          if (value !== undefined) whole.setMeta(name, value);
        }
        whole.setMeta('shard', 'all');
        for (const { ledger } of parts) {
          for (const file of ledger.allFiles()) whole.mergeFile(file);
          for (const row of ledger.mapping('uid')) whole.addUid(row.id_old, row.id_new);
          for (const row of ledger.mapping('patient_id')) whole.addPatientId(row.id_old, row.id_new);
          for (const row of ledger.audit()) whole.countAudit(row.path, row.action, row.reason, row.count);
        }
      });
      const counts = whole.counts();
      const unfinished = counts.found + counts.indexed;
      const folders = { input: whole.meta('input') ?? '', output: whole.meta('output') ?? '', run: into };
      const profile = {
        name: whole.meta('profileName') ?? '',
        hash: whole.meta('profile') ?? '',
        standard: whole.meta('standard') ?? '',
      };
      const places = writeRunReports(whole, folders, { profile, complete: unfinished === 0 });
      const contactSheet = mergedContactSheet(runs, into);
      const summary: JobSummary = {
        written: counts.written,
        quarantined: counts.quarantined,
        notDicom: counts.notDicom,
        skipped: counts.skipped,
        bytes: 0,
        seconds: (performance.now() - started) / 1000,
        places: contactSheet === undefined ? places : { ...places, contactSheet },
      };
      return { summary, unfinished };
    } finally {
      whole.close();
    }
  } finally {
    for (const { ledger } of parts) ledger.close();
  }
}

function mergedContactSheet(runs: readonly string[], into: string): string | undefined {
  const sheet = new ContactSheetFile(into, false);
  for (const run of runs) sheet.appendRun(run);
  return sheet.finish();
}

function checkParts(parts: readonly { run: string; ledger: Ledger }[]): void {
  const first = parts[0];
  if (!first) throw new RunError('Give the run folders of the parts to merge.');
  for (const { run, ledger } of parts) {
    for (const [name, words] of Object.entries(SHARED_FACTS)) {
      if (ledger.meta(name) !== first.ledger.meta(name))
        throw new RunError(
          `The runs in ${first.run} and ${run} have a different ${words}; they are not parts of one run.`,
        );
    }
  }
  const seen = new Map<string, string>();
  let count = 0;
  for (const { run, ledger } of parts) {
    const shard = ledger.meta('shard') ?? 'all';
    const before = seen.get(shard);
    if (before !== undefined) throw new RunError(`Part ${shard} is given twice: ${before} and ${run}.`);
    seen.set(shard, run);
    const total = Number(shard.split('/')[1] ?? 1);
    if (count !== 0 && total !== count)
      throw new RunError(`The run in ${run} is part ${shard}, but other parts are of ${count}.`);
    count = total;
  }
  const missing = Array.from({ length: count }, (_, i) => `${i + 1}/${count}`).filter(
    shard => count > 1 && !seen.has(shard),
  );
  if (missing.length > 0)
    throw new RunError(
      `Part ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' ...' : ''} is missing; run it, then merge again.`,
    );
}
