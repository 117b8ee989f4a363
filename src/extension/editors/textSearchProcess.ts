import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FileReference, TextReport } from '../../protocol/headerViewer';
import { RpcPeer } from '../../protocol/rpc';
import { processTransport } from './processTransport';
import { UserError } from '../../protocol/userError';

/** Answered by the child process. */
export interface TextSearchCalls {
  search(params: { file: FileReference; profile: string }): TextReport;
}

/** Answered by the extension host. */
export interface TextSearchHost {
  progress(params: { done: number; total: number }): null;
}

/**
 * Looks for burned-in text in a child process of its own. Aborting the signal ends the process at once.
 * @param profile whose regions and mode count; empty: none.
 * @throws a sentence for the user if the pixels or the profile cannot be read.
 */
export async function searchText(
  distFolder: string,
  file: FileReference,
  profile: string,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<TextReport> {
  const child = fork(join(distFolder, 'textSearch.js'), [], {
    serialization: 'advanced',
    // What libraries print could hold what they read.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const peer = new RpcPeer<TextSearchHost, TextSearchCalls>(processTransport(child), {
    progress: ({ done, total }) => {
      onProgress(done, total);
      return null;
    },
  });
  const stop = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    const ended = new Promise<never>((_, reject) => {
      child.once('error', () => reject(new UserError('The search for text could not be started; try again.')));
      child.once('exit', () => reject(new UserError('The search for text ended before it was done; try again.')));
    });
    ended.catch(() => undefined);
    return await Promise.race([peer.call('search', { file, profile }, signal), ended]);
  } finally {
    signal.removeEventListener('abort', stop);
    peer.dispose();
    stop();
  }
}
