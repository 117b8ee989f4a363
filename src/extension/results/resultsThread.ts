import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ResultsThreadCalls, RunRecord } from '../../protocol/results';
import type { Params, Result } from '../../protocol/rpc';
import { RpcPeer } from '../../protocol/rpc';
import { portTransport } from '../editors/portTransport';

/** The thread that holds the reports of one run: the extension host parses nothing and keeps no value. */
export class ResultsThread {
  readonly #worker: Worker;
  readonly #peer: RpcPeer<object, ResultsThreadCalls>;
  #loaded: Promise<unknown>;

  constructor(dist: string, run: RunRecord, previous: RunRecord | undefined, onCrash: (error: Error) => void) {
    this.#worker = new Worker(join(dist, 'resultsWorker.js'), { name: 'deidbench results' });
    this.#peer = new RpcPeer<object, ResultsThreadCalls>(portTransport(this.#worker), {});
    this.#worker.on('error', error => {
      onCrash(error instanceof Error ? error : new Error(String(error)));
      this.dispose();
    });
    this.#loaded = this.load(run, previous);
  }

  /** Reads the run again. */
  load(run: RunRecord, previous: RunRecord | undefined): Promise<unknown> {
    this.#loaded = this.#peer.call('load', { run, previous: previous ?? null });
    this.#loaded.catch(() => undefined);
    return this.#loaded;
  }

  async call<K extends keyof ResultsThreadCalls & string>(
    method: K,
    params: Params<ResultsThreadCalls[K]>,
    signal?: AbortSignal,
  ): Promise<Result<ResultsThreadCalls[K]>> {
    await this.#loaded;
    return this.#peer.call<K>(method, params, signal);
  }

  dispose(): void {
    this.#peer.dispose();
    void this.#worker.terminate();
  }
}
