import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ANY_FILE, VIEWER, closeAll, customEditor, file, until } from '../support/editors';

interface Api {
  openModels(): number;
}

describe('the header viewer', () => {
  let api: Api;
  before(async () => {
    const extension = vscode.extensions.getExtension<Api>('deidbench.deidbench');
    assert.ok(extension);
    api = await extension.activate();
  });
  afterEach(closeAll);

  for (const name of ['plain.dcm', 'hostile.dcm', 'truncated.dcm', 'empty.dcm', 'text.dcm'])
    it(`opens ${name} by default`, async () => {
      await vscode.commands.executeCommand('vscode.open', file(name));
      const editor = await until(() => customEditor());
      assert.equal(editor.viewType, VIEWER);
    });

  it('opens a file without extension on request', async () => {
    await vscode.commands.executeCommand('deidbench.openAsDicom', file('noextension'));
    const editor = await until(() => customEditor());
    assert.equal(editor.viewType, ANY_FILE);
  });

  it('leaves other files to the text editor', async () => {
    await vscode.commands.executeCommand('vscode.open', file('notes.txt'));
    await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('notes.txt'));
    assert.equal(customEditor(), undefined);
  });

  it('holds one model for a file however many editors show it, and none when all are closed', async () => {
    await vscode.commands.executeCommand('vscode.open', file('plain.dcm'));
    await until(() => api.openModels() === 1);
    await vscode.commands.executeCommand('vscode.openWith', file('plain.dcm'), VIEWER, vscode.ViewColumn.Beside);
    await until(() => vscode.window.tabGroups.all.length === 2);
    assert.equal(api.openModels(), 1);
    await closeAll();
    await until(() => api.openModels() === 0);
  });

  it('compares a file with a selected one', async () => {
    await vscode.commands.executeCommand('deidbench.selectForCompare', file('plain.dcm'));
    await vscode.commands.executeCommand('deidbench.compareWithSelected', file('after.dcm'));
    const editor = await until(() => customEditor());
    assert.equal(editor.uri.path.split('/').pop(), 'plain.dcm');
  });
});

describe('the view of DICOM files', () => {
  it('finds files by their content', async () => {
    const count = await vscode.commands.executeCommand<number>('deidbench.files.find');
    assert.ok(count >= 8, `found ${count} files`);
  });
});
