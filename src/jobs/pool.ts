import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { kindOf, UserError } from '../protocol/userError';

/** Runs tasks on several threads, or in this thread when `size` is 1 (a small run should not pay for a thread). */
export interface Pool<Task, Result> {
  readonly size: number;
  /**
   * Resolves with the task's result.
   * @throws WorkerCrash if the thread died while it held the task; a fresh thread takes its place.
   */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** The thread that held a task ended without an answer (out of memory, or a fault in a codec). */
export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
}

/**
 * How many threads suit this machine, at most 16, for the disk is the limit sooner: all processors for hard work, one fewer
 * where the main thread has about as much to do for a file as a worker has.
 */
export function defaultWorkers(hardWork: boolean): number {
  return Math.max(1, Math.min(16, availableParallelism() - (hardWork ? 0 : 1)));
}

/** A pool of one: tasks run in order in this thread. */
export function localPool<Task, Result>(
  handle: (task: Task) => Promise<Result>,
  close: () => Promise<void> = async () => undefined,
): Pool<Task, Result> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    size: 1,
    run(task) {
      const result = last.then(() => handle(task));
      last = result.catch(() => undefined);
      return result;
    },
    close,
  };
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** Answer of a worker script to one task; `message` is a sentence for the user. */
export type WorkerAnswer<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly message: string };

/** A pool of worker threads that run `script`, each started with `workerData`; one task at a time per thread. */
export function threadPool<Task, Result>(options: {
  size: number;
  script: string;
  workerData: unknown;
}): Pool<Task, Result> {
  const queue: Waiting<Task, Result>[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting<Task, Result>>();
  let closed = false;

  const start = (): void => {
    const worker = new Worker(options.script, { workerData: options.workerData });
    worker.on('message', (answer: WorkerAnswer<Result>) => {
      const waiting = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      if (answer.ok) waiting?.resolve(answer.result);
      else waiting?.reject(new UserError(answer.message));
      next();
    });
    let gone = false;
    const lost = (reason: string): void => {
      if (gone) return;
      gone = true;
      const waiting = busy.get(worker);
      busy.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      if (!closed) start();
      waiting?.reject(new WorkerCrash(reason));
      next();
    };
    worker.on('error', error => lost(`the worker thread ended by an error (${kindOf(error)})`));
    worker.on('exit', code => lost(`the worker thread ended with code ${code}`));
    idle.push(worker);
  };

  const next = (): void => {
    while (idle.length > 0 && queue.length > 0) {
      const worker = idle.pop()!;
      const waiting = queue.shift()!;
      busy.set(worker, waiting);
      worker.postMessage(waiting.task);
    }
  };

  for (let i = 0; i < options.size; i++) start();
  return {
    size: options.size,
    run: task =>
      new Promise<Result>((resolve, reject) => {
        queue.push({ task, resolve, reject });
        next();
      }),
    close: async () => {
      closed = true;
      await Promise.all([...idle, ...busy.keys()].map(worker => worker.terminate()));
    },
  };
}
