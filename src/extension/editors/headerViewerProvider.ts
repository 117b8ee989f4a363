import * as vscode from 'vscode';
import { log } from '../log';
import { ColumnMemory } from './columnMemory';
import type { ModelReference } from './documentModel';
import { DocumentModels } from './documentModel';
import { ViewerPanel } from './viewerPanel';
import { webviewOptions } from './webviewHtml';

/** A file that is open in the viewer: a hold on its model and, if two files are compared, on nothing else. */
export class HeaderDocument implements vscode.CustomDocument {
  readonly #reference: ModelReference;
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #reloaded = new vscode.EventEmitter<void>();
  /** Fires when the file changed on disk and was read again. */
  readonly onDidReload = this.#reloaded.event;

  constructor(
    readonly uri: vscode.Uri,
    models: DocumentModels,
  ) {
    this.#reference = models.acquire(uri);
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.split('/').pop() ?? '';
    // Characters that mean something in a glob pattern stand for any one character here.
    this.#watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, name.replace(/[*?[\]{}!]/g, '?')),
      true,
      false,
      true,
    );
    this.#watcher.onDidChange(changed => {
      if (changed.toString() !== uri.toString()) return;
      this.model.reload().then(
        () => this.#reloaded.fire(),
        () => this.#reloaded.fire(),
      );
    });
  }

  get model() {
    return this.#reference.model;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#reloaded.dispose();
    this.#reference.dispose();
  }
}

/** View type that shows a file: the default one where VS Code would choose it too, so that no second tab opens. */
export function viewTypeFor(uri: vscode.Uri): string {
  const name = uri.path.split('/').pop() ?? '';
  return /\.(dcm|dicom|dic|ima)$/i.test(name) || name === 'DICOMDIR' ? 'deidbench.headerViewer' : 'deidbench.anyFile';
}

/** The read-only editor for DICOM files (`deidbench.headerViewer`, and `deidbench.anyFile` for "open with"). */
export class HeaderViewerProvider implements vscode.CustomReadonlyEditorProvider<HeaderDocument>, vscode.Disposable {
  readonly models: DocumentModels;
  readonly #panels = new Set<ViewerPanel>();

  readonly #columns: ColumnMemory;

  /** @param memory of the workspace: how wide the columns are. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    memory: vscode.Memento,
  ) {
    this.#columns = new ColumnMemory(memory);
    const dist = vscode.Uri.joinPath(extensionUri, 'dist').fsPath;
    this.models = new DocumentModels(dist, error => log().error(`The thread of an open file ended: ${error.name}`));
  }

  openCustomDocument(uri: vscode.Uri): HeaderDocument {
    return new HeaderDocument(uri, this.models);
  }

  resolveCustomEditor(document: HeaderDocument, panel: vscode.WebviewPanel): void {
    panel.webview.options = webviewOptions(this.extensionUri);
    const view = new ViewerPanel(document, panel, this.extensionUri, this.#columns);
    this.#panels.add(view);
    panel.onDidDispose(() => {
      this.#panels.delete(view);
      view.dispose();
    });
  }

  /** Shows `left` in the viewer, compared with `right`. */
  async compare(left: vscode.Uri, right: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', left, viewTypeFor(left));
    for (const panel of this.#panels)
      if (panel.uri.toString() === left.toString() && panel.active) return panel.compareWith(right);
  }

  /** Shows an element of a file, compared with another file if one is given. */
  async show(uri: vscode.Uri, what: { readonly tag: string; readonly compareWith?: vscode.Uri }): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, viewTypeFor(uri));
    for (const panel of this.#panels)
      if (panel.uri.toString() === uri.toString() && panel.active) {
        if (what.compareWith) await panel.compareWith(what.compareWith);
        panel.revealElement(what.tag);
        return;
      }
  }

  /** Shows a file in the viewer with the effect of a profile (`builtin:...`, or a path). */
  async preview(uri: vscode.Uri, profile: string): Promise<void> {
    await vscode.commands.executeCommand('vscode.openWith', uri, viewTypeFor(uri), vscode.ViewColumn.Beside);
    for (const panel of this.#panels)
      if (panel.uri.toString() === uri.toString() && panel.active) return panel.showProfile(profile);
  }

  /** The viewer in the active tab. */
  activePanel(): ViewerPanel | undefined {
    return [...this.#panels].find(panel => panel.active);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    this.models.dispose();
  }
}
