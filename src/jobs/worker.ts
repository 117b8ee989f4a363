import { parentPort, workerData } from 'node:worker_threads';
import { createAnonymizeHandler } from './anonymizeHandler';
import type { WorkerAnswer } from './pool';
import type { Task, TaskResult, WorkerSetup } from './tasks';

/** Entry point of a worker thread: answers one task at a time. */
const handler = createAnonymizeHandler(workerData as WorkerSetup);
parentPort?.on('message', (task: Task) => {
  handler.handle(task).then(
    result => parentPort?.postMessage({ ok: true, result } satisfies WorkerAnswer<TaskResult>),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ ok: false, message } satisfies WorkerAnswer<TaskResult>);
    },
  );
});
