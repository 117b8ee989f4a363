import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { RpcPeer } from '../../protocol/rpc';
import { portTransport } from '../editors/portTransport';
import type { FileNode } from './fileTree';
import { fileTree } from './fileTree';
import type { FilesThreadCalls } from './files.worker';
import { registerCommand } from '../registerCommand';

const ICONS = { patient: 'person', study: 'folder-library', series: 'files' } as const;

/** The view of the workspace's DICOM files. Nothing is read before the user asks for it. */
class DicomFiles implements vscode.TreeDataProvider<FileNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #roots: FileNode[] = [];

  constructor(private readonly extensionUri: vscode.Uri) {}

  getChildren(node?: FileNode): FileNode[] {
    return node ? (node.kind === 'group' ? [...node.children] : []) : this.#roots;
  }

  getTreeItem(node: FileNode): vscode.TreeItem {
    if (node.kind === 'file') {
      const uri = vscode.Uri.file(node.path);
      const item = new vscode.TreeItem(uri);
      item.contextValue = 'dicomFile';
      item.description = vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..'));
      item.command = { command: 'deidbench.openAsDicom', title: 'Open as DICOM', arguments: [uri] };
      return item;
    }
    const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Collapsed);
    item.iconPath = new vscode.ThemeIcon(ICONS[node.level]);
    item.description = String(node.children.length);
    item.tooltip = node.level;
    return item;
  }

  /** Looks through the workspace in a thread of its own. Returns the number of files found. */
  async find(): Promise<number> {
    const folders = (vscode.workspace.workspaceFolders ?? [])
      .filter(folder => folder.uri.scheme === 'file')
      .map(folder => folder.uri.fsPath);
    const worker = new Worker(join(this.extensionUri.fsPath, 'dist', 'filesWorker.js'), { name: 'deidbench files' });
    const peer = new RpcPeer<object, FilesThreadCalls>(portTransport(worker), {});
    worker.on('error', () => peer.dispose());
    try {
      const { files, complete } = await vscode.window.withProgress({ location: { viewId: 'deidbench.files' } }, () =>
        peer.call('scan', { folders }),
      );
      this.#roots = fileTree(files);
      this.#changed.fire();
      if (files.length === 0) void vscode.window.showInformationMessage('There are no DICOM files in this workspace.');
      else if (!complete)
        void vscode.window.showWarningMessage('The list is cut off: the workspace has too many files.');
      return files.length;
    } finally {
      peer.dispose();
      await worker.terminate();
    }
  }
}

/** Registers the view and its command. */
export function registerDicomFiles(extensionUri: vscode.Uri): vscode.Disposable {
  const provider = new DicomFiles(extensionUri);
  return vscode.Disposable.from(
    vscode.window.createTreeView('deidbench.files', { treeDataProvider: provider, showCollapseAll: true }),
    registerCommand('files.find', () => provider.find()),
  );
}
