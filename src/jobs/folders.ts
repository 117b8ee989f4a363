import { existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { RunError } from './runError';

export interface RunFolders {
  readonly input: string;
  readonly output: string;
  /** Ledger, mappings, key, audit and reports: secret, outside the output. */
  readonly run: string;
}

/**
 * Checks the three folders of a run before anything is written.
 * @param how `resume`: the run goes on; `shared`: other parts of the run write to the same output at the same time (single
 * files are still never overwritten).
 * @throws RunError if the input is no folder, one folder lies inside another, or the output holds files and this is not
 * the run that made them.
 */
export function checkFolders(folders: RunFolders, how: { resume: boolean; shared: boolean }): RunFolders {
  const input = realOrResolved(folders.input);
  const output = realOrResolved(folders.output);
  const run = realOrResolved(folders.run);
  if (!existsSync(input)) throw new RunError(`The input folder ${folders.input} does not exist.`);
  if (!statSync(input).isDirectory()) throw new RunError(`The input ${folders.input} is not a folder.`);
  if (within(output, input) || within(input, output)) {
    throw new RunError(
      `The output folder ${folders.output} and the input folder must not lie inside each other; choose another output folder.`,
    );
  }
  if (within(run, output)) {
    throw new RunError(
      `The run folder ${folders.run} lies inside the output folder; it holds the secret mapping tables, choose a place outside (--run).`,
    );
  }
  if (within(run, input))
    throw new RunError(`The run folder ${folders.run} lies inside the input folder; choose another (--run).`);
  const ledger = join(run, 'ledger.db');
  if (how.resume) {
    if (!existsSync(ledger)) throw new RunError(`There is no run to resume in ${folders.run}.`);
  } else {
    if (existsSync(ledger))
      throw new RunError(
        `The run folder ${folders.run} already holds a run; add --resume to go on with it, or choose another (--run).`,
      );
    if (existsSync(output) && !how.shared && (!statSync(output).isDirectory() || readdirSync(output).length > 0)) {
      throw new RunError(
        `The output folder ${folders.output} is not empty; nothing is ever overwritten, so choose an empty or new folder.`,
      );
    }
  }
  mkdirSync(output, { recursive: true });
  mkdirSync(run, { recursive: true, mode: 0o700 });
  return { input, output, run };
}

/** The run folder used when none is named: beside the output folder. */
export function defaultRunFolder(output: string): string {
  const path = resolve(output);
  return join(dirname(path), `${basename(path)}.run`);
}

/** True if a path is a folder or lies in it, links followed; neither needs to exist. */
export function liesWithin(path: string, folder: string): boolean {
  return within(realOrResolved(path), realOrResolved(folder));
}

function within(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** The real path of what exists, joined with what does not exist yet, so that a link cannot hide one folder in another. */
function realOrResolved(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realOrResolved(parent), basename(absolute));
}
