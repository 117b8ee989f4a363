/**
 * The same suite under the desktop VS Code that @vscode/test-electron downloads; VSCODE_EXECUTABLE=/path/to/code takes an
 * installed one, VSCODE_VERSION another version.
 */
import { runTests } from '@vscode/test-electron';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkspace } from '../support/workspace.mjs';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const results = join(root, 'out', 'integration-results.json');
const temporary = mkdtempSync(join(tmpdir(), 'integration-'));
const workspace = makeWorkspace(join(temporary, 'ws'));
mkdirSync(join(root, 'out'), { recursive: true });
rmSync(results, { force: true });

const executable = process.env.VSCODE_EXECUTABLE;
const which = executable ? { vscodeExecutablePath: executable } : { version: process.env.VSCODE_VERSION ?? 'stable' };
try {
  await runTests({
    ...which,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out/test/integration/index.js'),
    extensionTestsEnv: { TEST_RESULTS: results },
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--disable-updates'],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (existsSync(results)) console.log(JSON.parse(readFileSync(results, 'utf8')).log.join('\n'));
else process.exitCode = 1;
