import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { writeManyElements, writeSparseFile } from '../../support/bigFiles.mjs';
import { closeAll, customEditor, file, until } from '../support/editors';

interface Api {
  openModels(): number;
  rowCount(uri: vscode.Uri): Promise<number>;
}

const MB = 1024 * 1024;

/** Frees what the extension host itself no longer needs: its own garbage would be counted for the file otherwise. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function memory(): Promise<NodeJS.MemoryUsage> {
  collectGarbage();
  await new Promise(resolve => setTimeout(resolve, 300));
  collectGarbage();
  return process.memoryUsage();
}

describe('big files', () => {
  let folder: string;
  let api: Api;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'big-'));
    const extension = vscode.extensions.getExtension<Api>('deidbench.deidbench');
    assert.ok(extension);
    api = await extension.activate();
    // What a first file costs (code of the editor and of its thread) is not what a big file costs.
    await open(file('plain.dcm'));
    await closeAll();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(closeAll);

  async function open(uri: vscode.Uri): Promise<number> {
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(() => customEditor()?.uri.toString() === uri.toString());
    return api.rowCount(uri);
  }

  for (const [name, write, least] of [
    ['2 GB of pixels', (path: string) => writeSparseFile(path), 12],
    ['200,000 elements', (path: string) => writeManyElements(path, 200_000), 200_000],
  ] as const)
    it(`opens a file of ${name} with little memory in the extension host`, async function () {
      const path = join(folder, `${least}.dcm`);
      write(path);
      const before = await memory();
      const started = performance.now();
      const count = await open(vscode.Uri.file(path));
      const took = performance.now() - started;
      const after = await memory();
      const grown = (after.rss - before.rss) / MB;
      // The figures are printed with the title.
      if (this.test)
        this.test.title += `: ${took.toFixed(0)} ms, ${grown.toFixed(1)} MB more, ${((after.heapUsed - before.heapUsed) / MB).toFixed(1)} MB of them in the heap`;
      assert.ok(count >= least, `${count} rows`);
      assert.ok(grown < 30, `${grown.toFixed(1)} MB more`);
      rmSync(path);
    });
});
