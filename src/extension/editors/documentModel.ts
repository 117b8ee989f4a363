import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { FileReference, ViewerModelCalls } from '../../protocol/headerViewer';
import type { Params, Result } from '../../protocol/rpc';
import { RpcPeer } from '../../protocol/rpc';
import { portTransport } from './portTransport';

/** Methods of the worker thread that only the extension host calls. */
export interface ModelThreadCalls extends ViewerModelCalls {
  /** Opens, or opens again after a change on disk. Rejects with a sentence for the user. */
  open(params: { file: FileReference }): null;
}

/**
 * One open file, held by a worker thread: the extension host never parses anything and keeps no value. Made by
 * `DocumentModels`, which counts its users.
 */
export class DocumentModel implements vscode.Disposable {
  readonly #worker: Worker;
  readonly #peer: RpcPeer<object, ModelThreadCalls>;
  #opened: Promise<unknown>;

  constructor(
    readonly uri: vscode.Uri,
    distFolder: string,
    onCrash: (error: Error) => void,
  ) {
    this.#worker = new Worker(join(distFolder, 'viewerWorker.js'), {
      name: 'deidbench viewer',
      // Short-lived objects of a filter over every value would otherwise make the thread's heap grow first.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    this.#peer = new RpcPeer<object, ModelThreadCalls>(portTransport(this.#worker), {});
    this.#worker.on('error', error => {
      onCrash(error instanceof Error ? error : new Error(String(error)));
      this.dispose();
    });
    this.#opened = this.#open();
    this.#opened.catch(() => undefined);
  }

  /** Reads the file again. */
  reload(): Promise<unknown> {
    this.#opened = this.#open();
    return this.#opened;
  }

  /** Calls the thread once the file is open; rejects if it could not be opened. */
  async call<K extends keyof ViewerModelCalls & string>(
    method: K,
    params: Params<ModelThreadCalls[K]>,
    signal?: AbortSignal,
  ): Promise<Result<ModelThreadCalls[K]>> {
    await this.#opened;
    return this.#peer.call<K>(method, params, signal);
  }

  dispose(): void {
    this.#peer.dispose();
    void this.#worker.terminate();
  }

  async #open(): Promise<unknown> {
    const file = await fileReference(this.uri);
    return this.#peer.call('open', { file });
  }
}

/** A path where the file is on disk (ranged reads); the bytes where a virtual file system has it. */
export async function fileReference(uri: vscode.Uri): Promise<FileReference> {
  if (uri.scheme === 'file') return { path: uri.fsPath };
  const bytes = await vscode.workspace.fs.readFile(uri);
  // Some hosts give a Buffer that is a view of a pool; a plain copy crosses to the thread unharmed.
  return { name: uri.path.split('/').pop() ?? '', bytes: new Uint8Array(bytes) };
}

/** A user's hold on a model; the model ends with its last user. */
export interface ModelReference extends vscode.Disposable {
  readonly model: DocumentModel;
}

/** The open files, one model each however many editors show it. */
export class DocumentModels implements vscode.Disposable {
  readonly #models = new Map<string, { model: DocumentModel; users: number }>();

  constructor(
    private readonly distFolder: string,
    private readonly onCrash: (error: Error) => void,
  ) {}

  get size(): number {
    return this.#models.size;
  }

  acquire(uri: vscode.Uri): ModelReference {
    const key = uri.toString();
    let entry = this.#models.get(key);
    if (!entry) {
      const created = { model: new DocumentModel(uri, this.distFolder, this.onCrash), users: 0 };
      this.#models.set(key, created);
      entry = created;
    }
    const held = entry;
    held.users++;
    let released = false;
    return {
      model: held.model,
      dispose: () => {
        if (released) return;
        released = true;
        if (--held.users > 0) return;
        if (this.#models.get(key) === held) this.#models.delete(key);
        held.model.dispose();
      },
    };
  }

  dispose(): void {
    for (const { model } of this.#models.values()) model.dispose();
    this.#models.clear();
  }
}
