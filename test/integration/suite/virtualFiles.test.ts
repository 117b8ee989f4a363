import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { VIEWER, closeAll, customEditor, file, until } from '../support/editors';

interface Api {
  rowCount(uri: vscode.Uri): Promise<number>;
}

/** A read-only file system with one file. */
function oneFile(bytes: Uint8Array): vscode.FileSystemProvider {
  const never = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: uri =>
      uri.path === '/'
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length },
    readDirectory: () => [['one.dcm', vscode.FileType.File]],
    readFile: () => bytes,
    createDirectory: never,
    writeFile: never,
    delete: never,
    rename: never,
  };
}

describe('files that are not on disk', () => {
  afterEach(closeAll);

  it('are read through the file system of VS Code', async () => {
    const bytes = await vscode.workspace.fs.readFile(file('plain.dcm'));
    const registration = vscode.workspace.registerFileSystemProvider('viewertest', oneFile(bytes), {
      isReadonly: true,
    });
    try {
      const uri = vscode.Uri.parse('viewertest:/one.dcm');
      await vscode.commands.executeCommand('vscode.openWith', uri, VIEWER);
      await until(() => customEditor()?.uri.scheme === 'viewertest');
      const extension = vscode.extensions.getExtension<Api>('deidbench.deidbench');
      assert.ok(extension);
      const api = await extension.activate();
      assert.equal(await api.rowCount(uri), await api.rowCount(file('plain.dcm')));
    } finally {
      await closeAll();
      registration.dispose();
    }
  });
});
