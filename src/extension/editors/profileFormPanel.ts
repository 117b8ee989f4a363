import * as vscode from 'vscode';
import type { EditOutcome, FormHostCalls, FormModel, FormPageCalls, FormState } from '../../protocol/profileForm';
import { RpcPeer } from '../../protocol/rpc';
import { severities } from '../language/diagnostics';
import { editsOf, rangeOf, sourceOf } from '../language/documents';
import { languageService } from '../language/loadService';
import type { ProfileSamples } from '../language/samples';
import { ProfileFormPictures } from './profileFormPictures';
import { ProfileFormQueue } from './profileFormQueue';
import { webviewHtml } from './webviewHtml';
import { webviewTransport } from './webviewTransport';

/** Pause after a keystroke in the text before the form follows, in milliseconds. */
const PAUSE = 200;

/** One form over one text document: shows every version of it and hands changes to the queue. */
export class ProfileFormPanel implements vscode.Disposable {
  readonly #peer: RpcPeer<FormHostCalls, FormPageCalls>;
  readonly #queue: ProfileFormQueue;
  readonly #pictures: ProfileFormPictures;
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #lastGood: FormModel | undefined;
  #shown = -1;

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly samples: ProfileSamples | undefined,
  ) {
    this.#queue = new ProfileFormQueue(
      {
        version: () => document.version,
        text: () => document.getText(),
        writable: () => vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false,
        apply: async edits => {
          const change = new vscode.WorkspaceEdit();
          change.set(document.uri, editsOf(document, edits));
          return vscode.workspace.applyEdit(change);
        },
      },
      (text, operation) => languageService().formEdits(text, operation),
    );
    this.#pictures = new ProfileFormPictures(
      vscode.Uri.joinPath(extensionUri, 'dist').fsPath,
      region => languageService().regionConditions(sourceOf(document), region),
      () => samples?.folder(document.uri),
    );
    this.#peer = new RpcPeer<FormHostCalls, FormPageCalls>(webviewTransport(panel.webview), {
      state: () => this.#state(),
      edit: ({ baseVersion, operation }) => this.edit(baseVersion, operation),
      showInText: async ({ start, end }) => {
        const selection = rangeOf(document, { start, end });
        await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.Beside });
        return null;
      },
      picture: ({ region, which }) => this.#pictures.open(region, which),
      pictureFrame: ({ frame }, signal) => this.#pictures.frame(frame, signal),
      reopenAsText: async () => {
        await vscode.commands.executeCommand('deidbench.openProfileAsText', document.uri);
        return null;
      },
    });
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(event => {
        if (event.document === document && event.contentChanges.length > 0) this.#schedule(PAUSE);
      }),
      vscode.workspace.onDidSaveTextDocument(saved => {
        if (saved !== document) this.#refreshAnew();
      }),
      ...(samples ? [samples.onDidChange(() => this.#refreshAnew())] : []),
    ];
    panel.webview.html = webviewHtml(panel.webview, extensionUri, 'profile-form', 'Profile');
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  get active(): boolean {
    return this.panel.active;
  }

  /** Carries out a change of the form; the page has the new state before it has the answer. */
  async edit(baseVersion: number, operation: unknown): Promise<EditOutcome> {
    const outcome = await this.#queue.submit(baseVersion, operation);
    if (outcome.kind !== 'invalid' && this.document.version !== this.#shown) this.#refresh();
    return outcome;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#peer.dispose();
    this.#pictures.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #schedule(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.document.version !== this.#shown) this.#refresh();
    }, pause);
  }

  /** Something outside the text changed: the same version may look different now. */
  #refreshAnew(): void {
    this.#shown = -1;
    this.#schedule(PAUSE);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#peer.notify('changed', this.#state());
  }

  #state(): FormState {
    const { document } = this;
    this.#shown = document.version;
    const sample = this.samples?.of(document.uri);
    const { model, diagnostics, fault } = languageService().form(sourceOf(document), {
      severities: severities(document.uri),
      ...(sample ? { sample } : {}),
    });
    if (model) this.#lastGood = model;
    const writable = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false;
    const locked = fault ?? (writable ? undefined : { message: 'This profile cannot be written to.', start: 0 });
    return {
      version: document.version,
      diagnostics,
      ...(this.#lastGood ? { model: this.#lastGood } : {}),
      ...(locked ? { locked } : {}),
    };
  }
}
