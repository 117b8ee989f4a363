import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedProfile } from '../profile/model';
import { searchesPixels } from '../profile/pixelSearch';
import type { JobEvent, JobSummary } from '../protocol/jobs';
import { looksAtPixels } from './anonymizeHandler';
import { AuditCounts } from './auditCounts';
import { batches, runBatch } from './batches';
import { ContactSheetFile } from './contactSheetFile';
import { checkFolders, type RunFolders } from './folders';
import { discoverFiles, indexFiles } from './indexing';
import { keyFingerprint, loadKey } from './key';
import { Ledger, type LedgerFile } from './ledger';
import { plainWasm } from './plainWasm';
import type { Pool } from './pool';
import { RunError } from './runError';
import { bindRun } from './runFacts';
import { inShard, type Shard } from './shard';
import type { AuditLevel, DeidentifyResult, Task, TaskFile, TaskResult, WorkerSetup } from './tasks';
import { takeIndex } from './takeIndex';
import { throttle } from './throttle';
import { AuditFile, writeRunReports } from './runReports';

export interface AnonymizeRequest extends RunFolders {
  readonly profile: ResolvedProfile;
  readonly knowledgeBaseText?: string;
  readonly keyFile?: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly resume: boolean;
  readonly audit: AuditLevel;
  readonly shard?: Shard;
  /** Folder with an index of the input (`indexShare`), instead of reading the headers of all files. */
  readonly index?: string;
  readonly toolVersion: string;
  /** Makes the pool once folders and key are known; the caller decides about threads. */
  readonly createPool: (setup: WorkerSetup, files: number) => Pool<Task, TaskResult>;
  readonly signal?: AbortSignal;
  readonly onEvent: (event: JobEvent) => void;
}

export interface AnonymizeResult {
  readonly summary: JobSummary;
  readonly cancelled: boolean;
}

const PAGE = 4096;

/**
 * De-identifies every DICOM file below a folder into another: discover, index the headers (who is whose, what identifies
 * them, which instance comes twice), then write. Every input file ends as written, quarantined, not DICOM or skipped, and
 * the summary's numbers add up to the number found. A stopped run goes on with `resume`.
 * @throws RunError if the run cannot start or cannot go on (folders, key, another profile, disk full).
 */
export async function anonymizeFolder(request: AnonymizeRequest): Promise<AnonymizeResult> {
  const started = performance.now();
  const folders = checkFolders(request, { resume: request.resume, shared: request.shard !== undefined });
  const { key, created } = loadKey({
    keyFile: request.keyFile,
    runKeyFile: join(folders.run, 'pseudonym.key'),
    environment: request.environment,
    // A run that was started without a key of its own has none in its folder; a new one would fit nothing it wrote.
    mayCreate: request.shard === undefined && !request.resume,
  });
  const { onEvent, signal } = request;
  onEvent({ type: 'started', job: 'anonymize' });
  if (created) {
    onEvent({
      type: 'warning',
      code: 'key-created',
      message: `A new pseudonym key was made in ${join(folders.run, 'pseudonym.key')}; keep it secret, and give it with --key-file to get the same pseudonyms again.`,
    });
  }
  const usualWasm = looksAtPixels(request.profile) ? undefined : plainWasm();
  const ledger = Ledger.open(join(folders.run, 'ledger.db'));
  let pool: Pool<Task, TaskResult> | undefined;
  try {
    bindRun(ledger, folders, request, key);
    if (request.resume && !request.shard) removeTemporaryFiles(folders.output);
    if (request.index === undefined) discoverFiles(ledger, folders.input, onEvent, signal);
    else
      await takeIndex(
        ledger,
        request.index,
        { input: folders.input, profile: request.profile.hash, key: keyFingerprint(key) },
        request.shard,
        onEvent,
      );
    const setup: WorkerSetup = {
      input: folders.input,
      output: folders.output,
      profile: request.profile,
      key,
      audit: request.audit,
      knowledgeBaseText: request.knowledgeBaseText,
      toolVersion: request.toolVersion,
    };
    pool = request.createPool(setup, ledger.total().files);
    await indexFiles(ledger, pool, request);
    if (!signal?.aborted) {
      // Only now: an index that is there while its columns are filled in costs twice as much.
      ledger.transaction(() => ledger.prepareWalks());
      numberCopies(ledger, onEvent);
    }
    const { bytes, contactSheet } = await deidentifyFiles(ledger, pool, request, folders);
    const cancelled = signal?.aborted ?? false;
    const places = writeRunReports(ledger, folders, {
      profile: request.profile,
      complete: !cancelled,
      shard: request.shard,
    });
    if (!cancelled) ledger.transaction(() => ledger.forgetPatients());
    const counts = ledger.counts();
    const summary: JobSummary = {
      written: counts.written,
      quarantined: counts.quarantined,
      notDicom: counts.notDicom,
      skipped: counts.skipped,
      bytes,
      seconds: (performance.now() - started) / 1000,
      places: contactSheet === undefined ? places : { ...places, contactSheet },
    };
    onEvent({ type: cancelled ? 'cancelled' : 'done', summary });
    return { summary, cancelled };
  } finally {
    await pool?.close();
    ledger.close();
    usualWasm?.();
  }
}

/** Deletes what a killed run left half-written. Only our own temporary names are touched. */
function removeTemporaryFiles(output: string): void {
  for (const entry of readdirSync(output, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /^\.deidbench-.*\.part$/.test(entry.name))
      rmSync(join(entry.parentPath ?? entry.path, entry.name), { force: true });
  }
}

function numberCopies(ledger: Ledger, onEvent: (event: JobEvent) => void): void {
  const copies = ledger.transaction(() => ledger.numberCopies());
  if (copies === 0) return;
  onEvent({
    type: 'warning',
    code: 'same-identifiers',
    message: `${copies} files have the same identifiers as another input file; each is written under a name of its own, with -2, -3 ... at the end.`,
  });
}

function* indexedFiles(ledger: Ledger, shard: Shard | undefined, withWritten: boolean): Generator<LedgerFile> {
  let after = { patient: '', series: '', path: '' };
  for (;;) {
    const page = ledger.nextIndexed(after, PAGE, withWritten);
    for (const file of page) if (inShard(file.patient ?? '0', shard)) yield file;
    if (page.length < PAGE) return;
    const last = page.at(-1)!;
    after = { patient: last.patient ?? '', series: last.series ?? '', path: last.path };
  }
}

async function deidentifyFiles(
  ledger: Ledger,
  pool: Pool<Task, TaskResult>,
  request: AnonymizeRequest,
  folders: RunFolders,
): Promise<{ bytes: number; contactSheet?: string }> {
  const counts = ledger.counts();
  const total = counts.indexed + counts.written;
  const auditFile =
    request.audit === 'full' ? new AuditFile(join(folders.run, 'audit.jsonl'), request.resume) : undefined;
  const sheet = new ContactSheetFile(folders.run, request.resume);
  const audit = new AuditCounts();
  let done = counts.written;
  let bytes = 0;
  const flushAudit = (): void => {
    for (const entry of audit.entries) ledger.countAudit(...entry);
    audit.clear();
  };
  const store = (paths: ReadonlyMap<number, string>, result: DeidentifyResult): void => {
    auditFile?.append(result.auditLines);
    sheet.append(result.sheet);
    for (const entry of result.audit) audit.count(...entry);
    ledger.transaction(() => {
      for (const file of result.files) ledger.setFinished(file);
      for (const [oldUid, newUid] of result.uids) ledger.addUid(oldUid, newUid);
      for (const [oldId, newId] of result.patientIds) ledger.addPatientId(oldId, newId);
      flushAudit();
    });
    for (const file of result.files) {
      bytes += file.bytes;
      if (file.state !== 'written') {
        request.onEvent({
          type: 'file',
          input: paths.get(file.id) ?? '',
          status: file.state,
          code: file.code,
          message: file.message,
        });
      }
    }
    done += result.files.length;
    request.onEvent({ type: 'progress', phase: 'deidentify', done, total, bytes });
    if (result.fatal !== undefined) throw new RunError(result.fatal);
  };
  const crashed = (file: TaskFile): DeidentifyResult => ({
    files: [
      {
        id: file.id,
        state: 'quarantined',
        code: 'worker-crashed',
        message: 'this file ended the worker that worked on it',
        bytes: 0,
      },
    ],
    uids: [],
    patientIds: [],
    audit: [],
    auditLines: [],
    sheet: [],
  });
  const task = (files: readonly TaskFile[]): Task => {
    const contexts: Record<string, string> = {};
    for (const { patient } of files)
      if (patient !== null && !(patient in contexts)) contexts[patient] = ledger.patientContext(patient) ?? '';
    return { kind: 'deidentify', files, contexts };
  };
  mkdirSync(folders.output, { recursive: true });
  try {
    await throttle(
      // Where pixels are searched, slices of a series matter to each other.
      batches(indexedFiles(ledger, request.shard, request.resume && searchesPixels(request.profile))),
      pool.size * 2,
      files => {
        const paths = new Map(files.map(f => [f.id, f.path]));
        return runBatch(pool, files, task, answer => store(paths, answer as DeidentifyResult), crashed);
      },
      request.signal,
    );
  } finally {
    auditFile?.close();
  }
  // A stopped run keeps its cards; the page is made when all images are there.
  return { bytes, contactSheet: request.signal?.aborted ? undefined : sheet.finish(request.shard !== undefined) };
}
