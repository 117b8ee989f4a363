import { join } from 'node:path';
import { createAnonymizeHandler } from './anonymizeHandler';
import { defaultWorkers, localPool, threadPool, type Pool } from './pool';
import type { Task, TaskResult, WorkerSetup } from './tasks';

/** Below this many files a second thread costs more than it brings. */
const FILES_WORTH_A_THREAD = 64;

/**
 * The pool for an anonymize run: worker threads of the built `worker.js`, or this thread for small runs and one worker.
 * @param workers number of threads; undefined for one per processor.
 */
export function createAnonymizePool(setup: WorkerSetup, files: number, workers?: number): Pool<Task, TaskResult> {
  const size = workers ?? (files < FILES_WORTH_A_THREAD ? 1 : defaultWorkers());
  if (size === 1) {
    const handler = createAnonymizeHandler(setup);
    return localPool(
      task => handler.handle(task),
      () => handler.close(),
    );
  }
  return threadPool({ size, script: join(__dirname, 'worker.js'), workerData: setup });
}
