/**
 * Runs the compiled mocha suite (out/test/integration) inside the extension host of the headless server, by the same
 * contract as @vscode/test-electron: a module with `run(): Promise<void>`. Exit code 0 only if tests ran and all passed.
 *
 * Two windows, one after the other: the whole suite on a folder, then `multiRoot` on a workspace of two folders.
 *
 * - TEST_GREP: only tests whose title matches; TEST_VERBOSE: print the window's log; TEST_TIMEOUT_MS: limit of the whole run
 */
import { chromium } from '@playwright/test';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkspace } from '../support/workspace.mjs';
import { CHROMIUM_ARGS, startServer } from './server.mjs';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const limit = Number(process.env.TEST_TIMEOUT_MS ?? 900_000);
const results = join(root, 'out', 'integration-results.json');
const logs = join(root, 'out', 'host-logs');

const temporary = mkdtempSync(join(tmpdir(), 'integration-'));
const workspace = makeWorkspace(join(temporary, 'ws'));
const several = join(temporary, 'two.code-workspace');
const second = makeWorkspace(join(temporary, 'second'));
writeFileSync(several, JSON.stringify({ folders: [{ path: workspace }, { path: second }] }));
rmSync(results, { force: true });
rmSync(logs, { recursive: true, force: true });
mkdirSync(join(root, 'out'), { recursive: true });

const server = await startServer();
const browser = await chromium.launch({ executablePath: server.chromium, args: CHROMIUM_ARGS });
const windowLog = [];
const total = { passed: 0, failed: 0, pending: 0, log: [] };
let broken = false;

/** Settles with the exit code of the suite; rejects if the page or the extension host dies, or after the limit. */
function suiteEnd(page) {
  return new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', code => resolve(code));
    void page.exposeFunction('codeAutomationLog', (type, args) => {
      const line = args.join(' ');
      windowLog.push(`[${type}] ${line}`);
      // A host that is killed reports no exit code.
      if (/\[ExtensionHost\].*received socket close event/.test(line))
        setTimeout(() => reject(new Error('the extension host died')), 3000);
    });
    page.on('crash', () => reject(new Error('the page crashed')));
    setTimeout(() => reject(new Error(`no result within ${limit} ms`)), limit).unref();
  });
}

/** Runs one suite in a window of its own and adds up its results. */
async function runWindow(suite, opened) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const end = suiteEnd(page);
  const remote = path => `vscode-remote://${server.authority}${path}`;
  const part = join(temporary, `${suite}.json`);
  const environment = { TEST_RESULTS: part, TEST_SUITE: suite, TEST_GREP: process.env.TEST_GREP ?? '' };
  const payload = [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(join(root, 'out/test/integration/index.js'))],
    ['extensionEnvironment', JSON.stringify(environment)],
  ];
  const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload) });
  await page.goto(`${server.url}?${query}`);
  const exitCode = await end;
  await context.close();
  if (!existsSync(part)) throw new Error(`the suite '${suite}' did not finish (exit code ${exitCode})`);
  const { passed, failed, pending, log } = JSON.parse(readFileSync(part, 'utf8'));
  total.passed += passed;
  total.failed += failed;
  total.pending += pending;
  total.log.push(...log);
}

try {
  await runWindow('suite', { folder: workspace });
  await runWindow('multiRoot', { workspace: several });
} catch (error) {
  broken = true;
  console.error(String(error));
} finally {
  await browser.close();
  const hostLogs = join(server.userDataDir, 'logs');
  if ((broken || total.failed > 0) && existsSync(hostLogs)) cpSync(hostLogs, logs, { recursive: true });
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
}

if (process.env.TEST_VERBOSE || broken) console.log(windowLog.slice(process.env.TEST_VERBOSE ? 0 : -40).join('\n'));
const { passed, failed, pending, log } = { ...total, failed: total.failed + Number(broken) };
writeFileSync(results, JSON.stringify({ passed, failed, pending, log }));
console.log(log.join('\n'));
console.log(`integration: ${passed} passed, ${failed} failed, ${pending} pending`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
