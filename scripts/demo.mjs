import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run demo` or `npm run demo -- FOLDER`: builds the program, makes a benchmark with synthetic identities (from the built-in
 * phantom instances, or from a folder of DICOM files), de-identifies it with builtin:midi-b and scores the result. A folder
 * is also de-identified as it is: every readable file of it. Everything
 * lies under demo-output, in a new folder for each run. Exit code of the run: 0 done, 2 done with something to look at, 1 failed.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = process.argv.slice(2).find(argument => !argument.startsWith('-'));
if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) {
  console.error(`demo: ${folder} is not a folder. Use: npm run demo -- FOLDER, with a folder of DICOM files.`);
  process.exit(1);
}

console.log('Building ...');
run([join(root, 'esbuild.mjs')]);

const out = nextFolder(join(root, 'demo-output'));
const at = name => join(out, name);
const shown = path => relative(process.cwd(), path) || '.';

let worst = 0;
if (folder !== undefined) {
  console.log(`\nYour files: ${folder} de-identified with builtin:midi-b`);
  const own = [
    'anonymize',
    resolve(folder),
    at('your-files'),
    '--profile',
    'builtin:midi-b',
    '--run',
    at('your-files.run'),
  ];
  worst = Math.max(worst, cli(...own));
}

console.log(folder === undefined ? '\n1. A benchmark from the built-in phantoms' : `\n1. A benchmark from ${folder}`);
const made = cli(
  'synth',
  ...(folder === undefined ? ['--embedded'] : [resolve(folder)]),
  at('benchmark'),
  '--seed',
  '7',
  '--pixels',
  '0.2',
);

worst = Math.max(worst, made);

console.log('\n2. De-identification with builtin:midi-b');
const input = join(at('benchmark'), 'input');
worst = Math.max(worst, cli('anonymize', input, at('clean'), '--profile', 'builtin:midi-b', '--run', at('clean.run')));

console.log('\n3. The score');
worst = Math.max(
  worst,
  cli(
    'score',
    at('clean'),
    '--key',
    join(at('benchmark'), 'answer_key.db'),
    '--uids',
    join(at('clean.run'), 'uid_mapping.csv'),
    '--patients',
    join(at('clean.run'), 'patid_mapping.csv'),
    '--out',
    at('score'),
    '--input',
    input,
  ),
);

console.log(`\nReport: ${shown(join(at('score'), 'report.html'))} (open it in a browser)`);
console.log(`Before: ${shown(input)}`);
console.log(`After:  ${shown(at('clean'))}`);
process.exit(worst);

/** A folder that is not there yet: demo-output/run-1, run-2 ... */
function nextFolder(base) {
  mkdirSync(base, { recursive: true });
  const taken = readdirSync(base).flatMap(name => /^run-(\d+)$/.exec(name)?.[1] ?? []);
  const path = join(base, `run-${Math.max(0, ...taken.map(Number)) + 1}`);
  mkdirSync(path);
  return path;
}

/** Runs one command of the program; ends the demo if it could do nothing. Returns 0 or 2. */
function cli(...args) {
  return run([join(root, 'dist', 'cli.js'), ...args]);
}

function run(args) {
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root });
  if (error !== undefined) console.error(`demo: ${error.message}`);
  if (status !== 0 && status !== 2) process.exit(1);
  return status;
}
