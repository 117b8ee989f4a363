import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run package:cli`: the command line as an npm package, out/deidbench-VERSION.tgz, without the extension. Its libraries are
 * bundled in dist/, so it depends on no other package and installing it downloads nothing. Works on what was built before.
 */
const folder = join('out', 'npm');
const PROGRAMS = ['cli.js', 'worker.js', 'ocrWorker.js'];
const PAGES = ['README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE', 'SECURITY.md', 'CONTRIBUTING.md'];

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'dist'), { recursive: true });
for (const name of needed()) copyFileSync(join('dist', name), join(folder, 'dist', name));
for (const name of PAGES) copyFileSync(name, join(folder, name));
for (const name of ['docs', 'schemas', 'deploy']) cpSync(name, join(folder, name), { recursive: true });

const { name, version, description, license, engines, bin, keywords } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const manifest = {
  name,
  version,
  description,
  license,
  engines: { node: engines.node },
  bin,
  keywords,
  files: ['dist', 'docs', 'schemas', 'deploy', ...PAGES],
};
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', '..'], { cwd: folder, encoding: 'utf8' });
process.stdout.write(`${join('out', packed.trim())}\n`);

/** The programs, the chunks they load, and everything in dist/ that is no script: codecs, models. */
function needed() {
  const files = new Set(readdirSync('dist').filter(n => statSync(join('dist', n)).isFile() && !/\.(js|map)$/.test(n)));
  const open = [...PROGRAMS];
  for (let script = open.pop(); script !== undefined; script = open.pop()) {
    if (files.has(script)) continue;
    files.add(script);
    const text = readFileSync(join('dist', script), 'utf8');
    open.push(...[...text.matchAll(/require\("\.\/([\w.-]+\.js)"\)/g)].map(match => match[1]));
  }
  return files;
}
