/**
 * Runs one of the programs in this folder: bundles it (they are TypeScript) and starts it with the rest of the arguments.
 *   node test/bench/pixels/run.mjs digests            regenerate the reference digests of decoded frames
 *   node test/bench/pixels/run.mjs measure [options]  burned-in text: generate, clean, judge
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [program, ...args] = process.argv.slice(2);
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const outfile = join(here, `../../../out/bench/pixels-${program}.cjs`);
await build({
  entryPoints: [join(here, `${program}.ts`)],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  outfile,
  logLevel: 'error',
});
process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
