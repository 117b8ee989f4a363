/** Starts one VS Code server on a free port of 127.0.0.1 with throw-away folders for its data. */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHost } from './ensure.mjs';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
];

export const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'window.menuBarVisibility': 'compact',
  'editor.minimap.enabled': false,
  'files.hotExit': 'off',
  'files.simpleDialog.enable': true,
};

const running = new Set();
process.once('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/** The server is a process group of its own, so that its children end with it. */
function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Gone already.
  }
}

function cleanEnvironment(dir) {
  const env = { ...process.env };
  for (const key of Object.keys(env))
    if (key.startsWith('VSCODE_') || key.startsWith('ELECTRON_') || key === 'NODE_OPTIONS') delete env[key];
  env.XDG_RUNTIME_DIR = dir; // the server's sockets
  env.EXTENSIONS_GALLERY = '{}'; // no marketplace: nothing is looked up
  return env;
}

function installExtension(host, base, env, vsix) {
  const result = spawnSync(host.node, [host.server, ...base, '--install-extension', vsix, '--force'], {
    env,
    encoding: 'utf8',
  });
  if (result.status !== 0 || !/successfully installed/.test(result.stdout)) {
    rmSync(env.XDG_RUNTIME_DIR, { recursive: true, force: true });
    throw new Error(`installing ${vsix} failed (${result.status})\n${result.stdout}\n${result.stderr}`);
  }
}

function listeningPort(child, logFile) {
  const log = createWriteStream(logFile);
  let text = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not start within 60 s\n${text}`)), 60_000);
    const onData = data => {
      log.write(data);
      if (text.length < 100_000) text += data;
      const found = /Extension host agent listening on (\d+)/.exec(text);
      if (!found) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`the server exited with ${code}\n${text}`));
    });
  });
}

/** @param trust true: folders must be trusted first, as with users; false: every folder is trusted */
export async function startServer({ vsix, settings = {}, keep = false, log = 'info', trust = false } = {}) {
  const host = ensureHost();
  const dir = mkdtempSync(join(tmpdir(), 'vscode-host-'));
  const userDataDir = join(dir, 'data');
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  writeFileSync(
    join(userDataDir, 'User', 'settings.json'),
    JSON.stringify({ ...SETTINGS, 'security.workspace.trust.enabled': trust, ...settings }, null, 2),
  );
  const env = cleanEnvironment(dir);
  const folders = ['--server-data-dir', join(dir, 'server'), '--user-data-dir', userDataDir];
  const base = [...folders, '--extensions-dir', join(dir, 'extensions'), '--accept-server-license-terms'];
  base.push('--telemetry-level', 'off', '--log', log);
  if (vsix) installExtension(host, base, env, vsix);

  // The smoke test driver makes the workbench honour the address's `payload` (extension under test, suite, environment).
  const listen = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--enable-smoke-test-driver'];
  const child = spawn(host.node, [host.server, ...base, ...listen, ...(trust ? [] : ['--disable-workspace-trust'])], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const port = await listeningPort(child, join(dir, 'server.log'));

  const stop = async () => {
    if (!running.delete(child)) return;
    const gone = child.exitCode !== null ? Promise.resolve() : new Promise(resolve => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    const timer = setTimeout(() => signal(child, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(timer);
    signal(child, 'SIGKILL');
    if (!keep) rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return {
    url: `http://127.0.0.1:${port}/`,
    authority: `127.0.0.1:${port}`,
    dir,
    userDataDir,
    chromium: host.chromium,
    stop,
  };
}
