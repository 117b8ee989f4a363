import { spawn, spawnSync } from 'node:child_process';

/** One message of dciodvfy: where and what, without values. */
export interface ConformanceMessage {
  readonly kind: 'Error' | 'Warning';
  /** Tag path as dciodvfy prints it, empty if it names none. */
  readonly tag: string;
  readonly message: string;
}

/** True if dciodvfy (dicom3tools) can be started. */
export function dciodvfyInstalled(): boolean {
  return spawnSync('dciodvfy', ['-version'], { stdio: 'ignore' }).error === undefined;
}

/** Runs `dciodvfy -new` on a file; what it printed before an abort of its own is kept. */
export function runDciodvfy(path: string, signal?: AbortSignal): Promise<ConformanceMessage[]> {
  return new Promise((done, fail) => {
    const child = spawn('dciodvfy', ['-new', path], { stdio: ['ignore', 'ignore', 'pipe'], signal });
    const parts: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', error => (signal?.aborted ? fail(error) : done([])));
    // Values may be in any character set, and a message may run over several lines; the first line has what matters.
    child.on('close', () => done(parseMessages(Buffer.concat(parts).toString('latin1'))));
  });
}

/** Reads the `Error - </Path> - text` lines of dciodvfy. */
export function parseMessages(text: string): ConformanceMessage[] {
  const messages: ConformanceMessage[] = [];
  for (const line of text.split('\n')) {
    const match = /^(Error|Warning) - (?:<([^>]*)> - )?(.*)$/.exec(line);
    if (!match) continue;
    messages.push({ kind: match[1] as 'Error' | 'Warning', tag: match[2] ?? '', message: withoutValues(match[3]) });
  }
  return messages;
}

/** Values stand between `<` and `>`, in quotes or after `=`; they are left out. */
function withoutValues(message: string): string {
  return message
    .replace(/<[^>]*>?/g, '<>')
    .replace(/(["']).*?(\1|$)/g, '$1$1')
    .replace(/ = .*$/, ' =')
    .trim();
}
