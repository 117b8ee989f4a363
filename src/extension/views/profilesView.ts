import * as vscode from 'vscode';
import type { ProfileChoice } from '../../protocol/headerViewer';
import { PROFILE_FILES, profileChoices } from '../editors/profileChoices';
import { builtinUri } from '../editors/openOrigin';

/** Profiles of the workspace and those that come with the extension. */
export class ProfilesView implements vscode.TreeDataProvider<ProfileChoice>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #watcher: vscode.FileSystemWatcher | undefined;

  async getChildren(node?: ProfileChoice): Promise<ProfileChoice[]> {
    if (node) return [];
    this.#watch();
    const choices = await profileChoices();
    return [...choices.filter(choice => !isBuiltin(choice)), ...choices.filter(isBuiltin)];
  }

  getTreeItem(choice: ProfileChoice): vscode.TreeItem {
    const uri = isBuiltin(choice) ? builtinUri(choice.id) : vscode.Uri.file(choice.id);
    const item = new vscode.TreeItem(choice.label);
    item.id = choice.id;
    item.iconPath = new vscode.ThemeIcon(isBuiltin(choice) ? 'lock' : 'shield');
    item.contextValue = isBuiltin(choice) ? 'profile builtin' : 'profile own';
    item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
    return item;
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#changed.dispose();
  }

  /** From the first look on. */
  #watch(): void {
    if (this.#watcher) return;
    this.#watcher = vscode.workspace.createFileSystemWatcher(PROFILE_FILES, false, true, false);
    this.#watcher.onDidCreate(() => this.#changed.fire());
    this.#watcher.onDidDelete(() => this.#changed.fire());
  }
}

function isBuiltin(choice: ProfileChoice): boolean {
  return choice.id.startsWith('builtin:');
}
