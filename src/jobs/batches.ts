import { WorkerCrash, type Pool } from './pool';
import type { Task, TaskFile, TaskResult } from './tasks';

/** Files a task carries: enough to make its message cheap, few enough to spread over the threads and to cancel soon. */
const BATCH_FILES = 32;
const BATCH_BYTES = 64 * 1024 * 1024;

/** Pieces of a series stay together: what is seen on one slice may decide about the next. */
function sameUnit(a: TaskFile, b: TaskFile): boolean {
  return a.state !== 'found' && a.patient === b.patient && a.series === b.series && a.unit === b.unit;
}

/** Cuts a stream of files into batches that respect both limits and split no piece of a series. */
export function* batches(files: Iterable<TaskFile>): Generator<TaskFile[]> {
  let batch: TaskFile[] = [];
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

/** Runs a batch; if the thread dies over it, runs its files one by one, and gives up only on the one that kills again. */
export async function runBatch(
  pool: Pool<Task, TaskResult>,
  files: readonly TaskFile[],
  task: (files: readonly TaskFile[]) => Task,
  store: (result: TaskResult['result']) => void,
  crashed: (file: TaskFile) => TaskResult['result'],
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
