import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type { DisplayWindow, FileReference, FrameImage } from '../../protocol/headerViewer';
import { RpcPeer } from '../../protocol/rpc';
import { fileReference } from './documentModel';
import { portTransport } from './portTransport';

export interface FrameRequest {
  /** 0-based. */
  readonly frame: number;
  /** null: as the file says. */
  readonly window: DisplayWindow | null;
  readonly overlays: boolean;
}

/** Answered by the thread that decodes pixels. */
export interface FrameThreadCalls {
  open(params: { file: FileReference }): null;
  render(params: FrameRequest): FrameImage;
}

/** Decodes the frames of one file in a thread of its own, started with the first frame that is asked for. */
export class FrameThread {
  readonly #worker: Worker;
  readonly #peer: RpcPeer<object, FrameThreadCalls>;
  readonly #opened: Promise<unknown>;

  constructor(uri: vscode.Uri, distFolder: string) {
    this.#worker = new Worker(join(distFolder, 'framesWorker.js'), { name: 'deidbench frames' });
    this.#peer = new RpcPeer<object, FrameThreadCalls>(portTransport(this.#worker), {});
    this.#worker.on('error', () => this.#peer.dispose());
    this.#opened = fileReference(uri).then(file => this.#peer.call('open', { file }));
    this.#opened.catch(() => undefined);
  }

  async render(params: FrameRequest, signal: AbortSignal): Promise<FrameImage> {
    await this.#opened;
    return this.#peer.call('render', params, signal);
  }

  dispose(): void {
    this.#peer.dispose();
    void this.#worker.terminate();
  }
}
