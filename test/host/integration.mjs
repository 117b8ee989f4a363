/**
 * Runs the compiled mocha suite (out/test/integration) inside the extension host of the headless server, by the same
 * contract as @vscode/test-electron: a module with `run(): Promise<void>`. Exit code 0 only if tests ran and all passed.
 *
 * - TEST_GREP: only tests whose title matches; TEST_VERBOSE: print the window's log; TEST_TIMEOUT_MS: limit of the whole run
 */
import { chromium } from '@playwright/test';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
rmSync(results, { force: true });
rmSync(logs, { recursive: true, force: true });
mkdirSync(join(root, 'out'), { recursive: true });

const server = await startServer();
const browser = await chromium.launch({ executablePath: server.chromium, args: CHROMIUM_ARGS });
const windowLog = [];
let exitCode;

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

try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const end = suiteEnd(page);
  const remote = path => `vscode-remote://${server.authority}${path}`;
  const environment = { TEST_RESULTS: results, TEST_GREP: process.env.TEST_GREP ?? '' };
  const payload = [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(join(root, 'out/test/integration/index.js'))],
    ['extensionEnvironment', JSON.stringify(environment)],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  await page.goto(`${server.url}?${query}`);
  exitCode = await end;
} catch (error) {
  console.error(String(error));
} finally {
  await browser.close();
  const hostLogs = join(server.userDataDir, 'logs');
  if (exitCode !== 0 && existsSync(hostLogs)) cpSync(hostLogs, logs, { recursive: true });
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
}

if (process.env.TEST_VERBOSE || !existsSync(results))
  console.log(windowLog.slice(process.env.TEST_VERBOSE ? 0 : -40).join('\n'));
if (!existsSync(results)) {
  console.error(`integration: the suite did not finish (exit code ${exitCode ?? 'none reported'}); see out/host-logs`);
  process.exit(1);
}
const { passed, failed, pending, log } = JSON.parse(readFileSync(results, 'utf8'));
console.log(log.join('\n'));
console.log(`integration: ${passed} passed, ${failed} failed, ${pending} pending`);
process.exit(exitCode === 0 && failed === 0 && passed > 0 ? 0 : 1);
