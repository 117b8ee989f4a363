import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `DEIDBENCH_CLI` names another build to test. */
const program = process.env.DEIDBENCH_CLI ?? join(__dirname, '../../dist/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CliOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  /** Text for standard input. */
  readonly input?: string;
}

function check(): void {
  if (!existsSync(program)) throw new Error('dist/cli.js is missing; run: npm run build');
}

/** Runs the built command line to its end. */
export function deidbench(args: readonly string[], options: CliOptions = {}): CliResult {
  check();
  const result = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    input: options.input,
    env: { ...process.env, ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Starts the built command line; its output is thrown away. */
export function startDeidbench(args: readonly string[]): ChildProcess {
  check();
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
}
