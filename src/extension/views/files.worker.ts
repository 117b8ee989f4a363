import { parentPort } from 'node:worker_threads';
import { RpcPeer } from '../../protocol/rpc';
import { portTransport } from '../editors/portTransport';
import type { FoundFile } from './scanFolder';
import { scanFolder } from './scanFolder';

/** Answered by dist/filesWorker.js. */
export interface FilesThreadCalls {
  scan(params: { folders: readonly string[] }): { files: FoundFile[]; complete: boolean };
}

if (!parentPort) throw new Error('This file runs as a worker thread.');

new RpcPeer<FilesThreadCalls, object>(portTransport(parentPort), {
  scan: ({ folders }) => {
    const results = folders.map(folder => scanFolder(folder));
    return { files: results.flatMap(result => result.files), complete: results.every(result => result.complete) };
  },
});
