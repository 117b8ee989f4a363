import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run demo` or `npm run demo -- FOLDER`: builds the program and runs `deidbench demo`; its exit code is that of the demo. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));

console.log('Building ...');
run([join(root, 'esbuild.mjs')]);
run([join(root, 'dist', 'cli.js'), 'demo', '--out', join(root, 'demo-output'), ...process.argv.slice(2)]);

/** Runs a script of Node; ends with its exit code unless that is 0. */
function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
