import { join } from 'node:path';
import { cleansText, createAnonymizeHandler, looksAtPixels } from './anonymizeHandler';
import { defaultWorkers, localPool, threadPool, type Pool } from './pool';
import type { Task, TaskResult, WorkerSetup } from './tasks';

/** Below this many files a second thread costs more than it brings. */
const FILES_WORTH_A_THREAD = 64;

/**
 * The pool for an anonymize run: worker threads of the built `worker.js`, or this thread for small runs and one worker.
 * @param workers number of threads; undefined for what suits the machine, the number of files and the profile.
 */
export function createAnonymizePool(setup: WorkerSetup, files: number, workers?: number): Pool<Task, TaskResult> {
  const size = workers ?? (files < FILES_WORTH_A_THREAD ? 1 : defaultWorkers(worksHard(setup)));
  if (size === 1) {
    const handler = createAnonymizeHandler(setup);
    return localPool(
      task => handler.handle(task),
      () => handler.close(),
    );
  }
  return threadPool({ size, script: join(__dirname, 'worker.js'), workerData: setup });
}

/** True if files cost so much work that the thread which reads the folder and keeps the ledger has little to do. */
function worksHard({ profile }: WorkerSetup): boolean {
  return cleansText(profile) || looksAtPixels(profile);
}
