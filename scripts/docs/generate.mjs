import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandReference } from './commandReference.mjs';
import { manifestReference } from './manifestReference.mjs';
import { withGenerated } from './markdown.mjs';
import { noticeText } from './notice.mjs';
import { profileReference } from './profileReference.mjs';

/**
 * `npm run docs`: writes the generated parts of docs/profile-language.md, docs/commands.md and docs/settings-and-commands.md, and
 * the file NOTICE.
 * A test (test/unit/house/docs.test.ts) fails if one of them is out of date.
 */
const out = join('out', 'docs');
await build({
  entryPoints: ['src/profile/shape.ts', 'src/cli/commandTable.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: out,
  outExtension: { '.js': '.cjs' },
  loader: { '.yaml': 'text' },
  alias: { dcmjs: './src/pixels/codecs/dcmjsStub.ts' },
  // It looks for its WebAssembly beside itself as soon as it is loaded.
  external: ['node-sqlite3-wasm'],
  logLevel: 'error',
});
const load = name => import(pathToFileURL(join(out, `${name}.cjs`)).href);

const { COMMANDS } = await load('cli/commandTable');
const commands = [];
for (const name of Object.keys(COMMANDS).sort()) commands.push(await COMMANDS[name]());

write('docs/profile-language.md', profileReference(await load('profile/shape')));
write('docs/commands.md', commandReference(commands));
write('docs/settings-and-commands.md', manifestReference(JSON.parse(readFileSync('package.json', 'utf8')).contributes));
writeFileSync('NOTICE', noticeText('.'));

function write(page, generated) {
  writeFileSync(page, withGenerated(readFileSync(page, 'utf8'), generated));
}
