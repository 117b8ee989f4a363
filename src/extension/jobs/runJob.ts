import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { JobEvent } from '../../protocol/jobs';

export interface JobRun {
  /** Exit code of the command line (src/cli/exit.ts); null if it was killed. */
  readonly exitCode: number | null;
  /** The last lines of its error output, for a message. */
  readonly errorText: string;
}

/** Time a cancelled job gets to finish its current files before it is killed, in ms. */
const GRACE = 10_000;

/**
 * Runs the command line as a child process with `--events` (one `JobEvent` in JSON per line on standard output).
 * Cancelling is cooperative: a request to stop first, a kill after a grace time.
 */
export function runJob(
  script: string,
  args: readonly string[],
  options: {
    readonly onEvent: (event: JobEvent) => void;
    readonly signal: AbortSignal;
    readonly env?: NodeJS.ProcessEnv;
  },
): Promise<JobRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args, '--events'], {
      // The extension host of a desktop VS Code is Electron; this makes its executable behave as Node.
      env: { ...process.env, ...options.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errorText = '';
    let killer: NodeJS.Timeout | undefined;
    const cancel = () => {
      child.kill('SIGTERM');
      killer = setTimeout(() => child.kill('SIGKILL'), GRACE);
    };
    if (options.signal.aborted) cancel();
    options.signal.addEventListener('abort', cancel, { once: true });

    createInterface({ input: child.stdout }).on('line', line => {
      const event = readEvent(line);
      if (event) options.onEvent(event);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errorText = (errorText + text).slice(-4000);
    });
    child.once('error', reject);
    child.once('close', exitCode => {
      clearTimeout(killer);
      options.signal.removeEventListener('abort', cancel);
      resolve({ exitCode, errorText: errorText.trim() });
    });
  });
}

/** The last thing the program said about itself; whatever else is on its standard error stays there, for it might quote a value. */
export function lastSentence(errorText: string): string | undefined {
  return errorText
    .split('\n')
    .filter(line => line.startsWith(PREFIX))
    .pop()
    ?.slice(PREFIX.length);
}

const PREFIX = 'deidbench: ';

const TYPES = new Set(['started', 'progress', 'file', 'warning', 'done', 'failed', 'cancelled']);

/** One line of the child's output; anything else it prints is ignored. */
export function readEvent(line: string): JobEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
    return TYPES.has(String(value.type)) ? (value as JobEvent) : undefined;
  } catch {
    return undefined;
  }
}
