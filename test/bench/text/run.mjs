/** Builds and runs the text cleaner's benchmark: `npm run bench:text -- --sets dev,heldOut --modes surgical --examples 10`. */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const entry = process.argv.includes('--stress') ? 'stress' : 'bench';
const outfile = join(mkdtempSync(join(tmpdir(), 'bench-text-')), 'bench.cjs');
await build({
  entryPoints: [`test/bench/text/${entry}.ts`],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outfile,
  logLevel: 'warning',
});
const result = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = result.status ?? 1;
