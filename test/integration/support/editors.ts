import * as vscode from 'vscode';

export const VIEWER = 'deidbench.headerViewer';
export const ANY_FILE = 'deidbench.anyFile';

/** A file of the test workspace. */
export function file(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a workspace folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Waits until `get` gives something. */
export async function until<T>(get: () => T | undefined | false, limit = 15_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = get();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Timed out waiting for ${get.toString()}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The custom editor in the active tab, if there is one. */
export function customEditor(): vscode.TabInputCustom | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input : undefined;
}

export function closeAll(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
