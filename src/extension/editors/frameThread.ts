import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import type { DisplayWindow, FileReference, FrameImage } from '../../protocol/headerViewer';
import type { Condition } from '../../profile/model';
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

/** A file of a folder that fulfils conditions. */
export interface FoundPicture {
  readonly path: string;
  /** Its place among the files of the folder. */
  readonly place: number;
}

/** Answered by the thread that decodes pixels. */
export interface FrameThreadCalls {
  /** Opens a file in place of the one before; `fits` tells whether it fulfils the conditions. */
  open(params: { file: FileReference; when?: readonly Condition[] }): { frames: number; fits: boolean };
  /** The next file of a folder, after a place in it (-1: from the start), that has pixels and fulfils the conditions. */
  find(params: { folder: string; when: readonly Condition[]; after: number }): FoundPicture | null;
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
