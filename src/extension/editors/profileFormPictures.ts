import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Condition } from '../../profile/model';
import type { FrameImage } from '../../protocol/headerViewer';
import type { FormPicture, PictureRequest } from '../../protocol/profileForm';
import { RpcPeer } from '../../protocol/rpc';
import { fileReference } from './documentModel';
import type { FrameThreadCalls } from './frameThread';
import { portTransport } from './portTransport';

/** The pictures that rectangles are drawn on, one at a time, decoded in a thread that starts with the first of them. */
export class ProfileFormPictures implements vscode.Disposable {
  #thread: { readonly worker: Worker; readonly peer: RpcPeer<object, FrameThreadCalls> } | undefined;
  /** Where in the folder of the sample the last picture stands. */
  #place = -1;

  constructor(
    private readonly distFolder: string,
    private readonly conditions: (region: number) => readonly Condition[],
    private readonly sampleFolder: () => string | undefined,
  ) {}

  /** Opens a picture for a device; null if none fits or none is chosen. Without a sample the person is asked for a file. */
  async open(region: number, which: PictureRequest): Promise<FormPicture | null> {
    const when = this.conditions(region);
    const folder = this.sampleFolder();
    const uri = which === 'choose' || folder === undefined ? await chooseFile() : await this.#find(folder, when, which);
    if (!uri) return null;
    const { frames, fits } = await this.#peer().call('open', { file: await fileReference(uri), when });
    return { name: basename(uri.path), frames, fits };
  }

  frame(frame: number, signal: AbortSignal): Promise<FrameImage> {
    return this.#peer().call('render', { frame, window: null, overlays: false }, signal);
  }

  dispose(): void {
    this.#thread?.peer.dispose();
    void this.#thread?.worker.terminate();
    this.#thread = undefined;
  }

  async #find(folder: string, when: readonly Condition[], which: PictureRequest): Promise<vscode.Uri | undefined> {
    const after = which === 'next' ? this.#place : -1;
    const found = await this.#peer().call('find', { folder, when, after });
    if (!found) return undefined;
    this.#place = found.place;
    return vscode.Uri.file(found.path);
  }

  #peer(): RpcPeer<object, FrameThreadCalls> {
    if (!this.#thread) {
      const worker = new Worker(join(this.distFolder, 'framesWorker.js'), { name: 'deidbench pictures' });
      const peer = new RpcPeer<object, FrameThreadCalls>(portTransport(worker), {});
      worker.on('error', () => this.dispose());
      this.#thread = { worker, peer };
    }
    return this.#thread.peer;
  }
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: 'Which picture shows what the device burns in?',
    openLabel: 'Show',
  });
  return chosen?.[0];
}
