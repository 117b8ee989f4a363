import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { UsageError, Exit } from '../exit';

interface Options {
  readonly out: string;
}

/** `deidbench demo`: everything once, on files that are made up, so that a first look needs no files and no decisions. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('Make a benchmark, de-identify it and score the result: a first look that needs no files.')
    .argument('[folder]', 'DICOM files that name no real person, in place of the built-in phantoms')
    .option('--out <folder>', 'where each demo gets a folder of its own: run-1, run-2 and so on', 'demo-output')
    .addHelpText(
      'after',
      `
Runs three commands: synth puts made-up identities into the files and writes the answer key, anonymize de-identifies them with
builtin:midi-b, score compares the result with the key. FOLDER is also de-identified as it is.

Exit codes: 0 all done, 2 done but some files or checks need a look, 1 nothing done.

Examples:
  deidbench demo
  deidbench demo phantoms --out /tmp/demo`,
    )
    .action(demo);
}

function demo(folder: string | undefined, { out }: Options): void {
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder} is not a folder; name a folder with DICOM files.`);
  const place = nextFolder(resolve(out));
  const at = (...names: readonly string[]): string => join(place, ...names);
  const input = at('benchmark', 'input');
  const profile = ['--profile', 'builtin:midi-b'];
  const key = ['--key', at('benchmark', 'answer_key.db')];
  const mappings = ['--uids', at('clean.run', 'uid_mapping.csv'), '--patients', at('clean.run', 'patid_mapping.csv')];
  const steps: (readonly [string, readonly string[]])[] = [
    [
      `1. A benchmark from ${folder ?? 'the built-in phantoms'}`,
      [
        'synth',
        folder === undefined ? '--embedded' : resolve(folder),
        at('benchmark'),
        '--seed',
        '7',
        '--pixels',
        '0.2',
      ],
    ],
    ['2. De-identification with builtin:midi-b', ['anonymize', input, at('clean'), ...profile]],
    ['3. The score', ['score', at('clean'), ...key, ...mappings, '--out', at('score'), '--input', input]],
  ];
  if (folder !== undefined)
    steps.unshift([
      `Your files: ${folder} de-identified with builtin:midi-b`,
      ['anonymize', resolve(folder), at('your-files'), ...profile],
    ]);
  for (const [title, args] of steps) {
    process.stdout.write(`${title}\n`);
    run(args);
    process.stdout.write('\n');
  }
  const shown = (path: string): string => relative(process.cwd(), path) || '.';
  process.stdout.write(
    `Report: ${shown(at('score', 'report.html'))} (open it in a browser)\nBefore: ${shown(input)}\nAfter:  ${shown(at('clean'))}\n`,
  );
}

/** A folder that is not there yet: run-1, run-2 and so on. */
function nextFolder(base: string): string {
  mkdirSync(base, { recursive: true });
  const taken = readdirSync(base).flatMap(name => /^run-(\d+)$/.exec(name)?.[1] ?? []);
  const path = join(base, `run-${Math.max(0, ...taken.map(Number)) + 1}`);
  mkdirSync(path);
  return path;
}

/** Runs a command of this program as a process of its own, as a user would. */
function run(args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, [process.argv[1] ?? '', ...args], { stdio: 'inherit' });
  if (error) throw error;
  if (status === Exit.partial) process.exitCode = Exit.partial;
  else if (status !== Exit.ok) throw new UsageError(`The demo ended because ${args[0]} could do nothing.`);
}
