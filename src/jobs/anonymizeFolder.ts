import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedProfile } from '../profile/model';
import { searchesPixels } from '../profile/pixelSearch';
import type { JobEvent, JobSummary } from '../protocol/jobs';
import { mergePatientContexts, parsePatientContext, serializePatientContext } from '../deid/patientContext';
import { AuditCounts } from './auditCounts';
import { discover, type Discovered } from './discover';
import { ContactSheetFile } from './contactSheetFile';
import { checkFolders, type RunFolders } from './folders';
import { keyFingerprint, loadKey } from './key';
import { Ledger, type LedgerFile } from './ledger';
import { WorkerCrash, type Pool } from './pool';
import { RunError } from './runError';
import { inShard, type Shard } from './shard';
import type { AuditLevel, DeidentifyResult, IndexResult, Task, TaskResult, WorkerSetup } from './tasks';
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

/** Files a task carries: enough to make its message cheap, few enough to spread over the threads and to cancel soon. */
const BATCH_FILES = 32;
const BATCH_BYTES = 64 * 1024 * 1024;
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
  const ledger = Ledger.open(join(folders.run, 'ledger.db'));
  let pool: Pool<Task, TaskResult> | undefined;
  try {
    bindRun(ledger, folders, request, key);
    if (request.resume && !request.shard) removeTemporaryFiles(folders.output);
    discoverFiles(ledger, folders.input, onEvent, signal);
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
  }
}

/** Ties the ledger to what decides the output, so that a resumed run cannot silently mix two keys or two profiles. */
function bindRun(ledger: Ledger, folders: RunFolders, request: AnonymizeRequest, key: Uint8Array): void {
  const facts: Readonly<Record<string, string>> = {
    input: folders.input,
    output: folders.output,
    profile: request.profile.hash,
    key: keyFingerprint(key),
    shard: request.shard ? `${request.shard.index + 1}/${request.shard.count}` : 'all',
  };
  const what: Readonly<Record<string, string>> = {
    input: 'input folder',
    output: 'output folder',
    profile: 'profile',
    key: 'pseudonym key',
    shard: 'shard',
  };
  ledger.transaction(() => {
    for (const [name, value] of Object.entries(facts)) {
      const before = ledger.meta(name);
      if (before !== undefined && before !== value) {
        throw new RunError(
          `The run in ${folders.run} was started with another ${what[name]}; start a new run instead of resuming it.`,
        );
      }
      ledger.setMeta(name, value);
    }
    ledger.setMeta('profileName', request.profile.name);
    ledger.setMeta('standard', request.profile.standard);
  });
}

/** Deletes what a killed run left half-written. Only our own temporary names are touched. */
function removeTemporaryFiles(output: string): void {
  for (const entry of readdirSync(output, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /^\.deidbench-.*\.part$/.test(entry.name))
      rmSync(join(entry.parentPath ?? entry.path, entry.name), { force: true });
  }
}

function discoverFiles(ledger: Ledger, input: string, onEvent: (event: JobEvent) => void, signal?: AbortSignal): void {
  if (ledger.meta('discovered') === 'yes') return;
  let found = 0;
  let waiting: Discovered[] = [];
  const flush = (): void => {
    ledger.transaction(() => {
      for (const item of waiting) {
        if (item.kind === 'file') ledger.addFile(item.path, item.size);
        else ledger.addProblem(item.path, item.code, item.message);
      }
    });
    waiting = [];
    onEvent({ type: 'progress', phase: 'discover', done: found, bytes: 0 });
  };
  for (const item of discover(input)) {
    waiting.push(item);
    found++;
    if (item.kind === 'problem')
      onEvent({ type: 'file', input: item.path, status: 'skipped', code: item.code, message: item.message });
    if (waiting.length >= 10_000) {
      flush();
      if (signal?.aborted) return;
    }
  }
  flush();
  ledger.transaction(() => ledger.setMeta('discovered', 'yes'));
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

function mergeContextTexts(a: string, b: string): string {
  return serializePatientContext(mergePatientContexts(parsePatientContext(a), parsePatientContext(b)));
}

/** Pieces of a series stay together: what is seen on one slice may decide about the next. */
function sameUnit(a: LedgerFile, b: LedgerFile): boolean {
  return a.state !== 'found' && a.patient === b.patient && a.series === b.series && a.unit === b.unit;
}

/** Cuts a stream of files into batches that respect both limits and split no piece of a series. */
function* batches(files: Iterable<LedgerFile>): Generator<LedgerFile[]> {
  let batch: LedgerFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const full = batch.length >= BATCH_FILES || bytes + file.size > BATCH_BYTES;
    if (batch.length > 0 && full && !sameUnit(batch.at(-1)!, file)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) yield batch;
}

function* foundFiles(ledger: Ledger): Generator<LedgerFile> {
  let after = '';
  for (;;) {
    const page = ledger.nextFound(after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.path;
  }
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

async function indexFiles(ledger: Ledger, pool: Pool<Task, TaskResult>, request: AnonymizeRequest): Promise<void> {
  const { files: total } = ledger.total();
  let done = 0;
  const store = (result: IndexResult): void => {
    ledger.transaction(() => {
      for (const file of result.files) ledger.setIndexed(file);
      for (const [patient, context] of Object.entries(result.contexts)) {
        const before = ledger.patientContext(patient);
        ledger.setPatientContext(patient, before === undefined ? context : mergeContextTexts(before, context));
      }
    });
    done += result.files.length;
    request.onEvent({ type: 'progress', phase: 'index', done, total, bytes: 0 });
  };
  const crashed = (file: LedgerFile): IndexResult => ({
    files: [
      {
        id: file.id,
        state: 'quarantined',
        code: 'worker-crashed',
        message: 'reading this file ended the worker that read it',
      },
    ],
    contexts: {},
  });
  await throttle(
    batches(foundFiles(ledger)),
    pool.size * 2,
    files =>
      runBatch(
        pool,
        files,
        part => ({ kind: 'index', files: part }),
        answer => store(answer as IndexResult),
        crashed,
      ),
    request.signal,
  );
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
  const crashed = (file: LedgerFile): DeidentifyResult => ({
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
  const task = (files: readonly LedgerFile[]): Task => {
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

/** Runs a batch; if the thread dies over it, runs its files one by one, and gives up only on the one that kills again. */
async function runBatch(
  pool: Pool<Task, TaskResult>,
  files: readonly LedgerFile[],
  task: (files: readonly LedgerFile[]) => Task,
  store: (result: TaskResult['result']) => void,
  crashed: (file: LedgerFile) => TaskResult['result'],
): Promise<void> {
  try {
    store((await pool.run(task(files))).result);
    return;
  } catch (error) {
    if (!(error instanceof WorkerCrash)) throw error;
    if (files.length === 1) {
      store(crashed(files[0]!));
      return;
    }
  }
  for (const file of files) await runBatch(pool, [file], task, store, crashed);
}
