import { parentPort, workerData } from 'node:worker_threads';
import { sentenceOf } from '../protocol/userError';
import { createAnonymizeHandler } from './anonymizeHandler';
import type { WorkerAnswer } from './pool';
import type { Task, TaskResult, WorkerSetup } from './tasks';

/** Entry point of a worker thread: answers one task at a time. */
const handler = createAnonymizeHandler(workerData as WorkerSetup);
parentPort?.on('message', (task: Task) => {
  handler.handle(task).then(
    result => parentPort?.postMessage({ ok: true, result } satisfies WorkerAnswer<TaskResult>),
    (error: unknown) =>
      parentPort?.postMessage({ ok: false, message: sentenceOf(error) } satisfies WorkerAnswer<TaskResult>),
  );
});
