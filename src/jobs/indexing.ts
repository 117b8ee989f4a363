import { mergePatientContexts, parsePatientContext, serializePatientContext } from '../deid/patientContext';
import type { JobEvent } from '../protocol/jobs';
import { batches, runBatch } from './batches';
import { discover, type Discovered } from './discover';
import type { Ledger } from './ledger';
import type { Pool } from './pool';
import type { IndexResult, Task, TaskFile, TaskResult } from './tasks';
import { throttle } from './throttle';

const PAGE = 4096;

/** Notes every file below the input folder in the ledger, unless a run before did. */
export function discoverFiles(
  ledger: Ledger,
  input: string,
  onEvent: (event: JobEvent) => void,
  signal?: AbortSignal,
): void {
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

/** Joins what two sets of files of one patient say of them. */
export function mergeContextTexts(a: string, b: string): string {
  return serializePatientContext(mergePatientContexts(parsePatientContext(a), parsePatientContext(b)));
}

/** Indexes every file of the ledger that was found and not looked into yet. */
export async function indexFiles(
  ledger: Ledger,
  pool: Pool<Task, TaskResult>,
  { onEvent, signal }: { onEvent: (event: JobEvent) => void; signal?: AbortSignal },
): Promise<void> {
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
    onEvent({ type: 'progress', phase: 'index', done, total, bytes: 0 });
  };
  await readHeaders(foundFiles(ledger), pool, store, signal);
}

function* foundFiles(ledger: Ledger): Generator<TaskFile> {
  let after = '';
  for (;;) {
    const page = ledger.nextFound(after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.path;
  }
}

/** Reads the headers of files in batches; a file that ends the thread that reads it is quarantined. */
export async function readHeaders(
  files: Iterable<TaskFile>,
  pool: Pool<Task, TaskResult>,
  store: (result: IndexResult, files: readonly TaskFile[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const crashed = (file: TaskFile): IndexResult => ({
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
    batches(files),
    pool.size * 2,
    batch =>
      runBatch(
        pool,
        batch,
        part => ({ kind: 'index', files: part }),
        answer => store(answer as IndexResult, batch),
        crashed,
      ),
    signal,
  );
}
