import * as vscode from 'vscode';
import type {
  CopyFormat,
  StandardLink,
  TextReport,
  ViewerHostCalls,
  ViewerModelCalls,
  ViewerPageCalls,
} from '../../protocol/headerViewer';
import type { Handlers, Params, Result } from '../../protocol/rpc';
import { RpcPeer } from '../../protocol/rpc';
import { log } from '../log';
import { fileReference } from './documentModel';
import { FrameThread } from './frameThread';
import type { HeaderDocument } from './headerViewerProvider';
import { addRule } from './addRule';
import { openOrigin } from './openOrigin';
import type { ColumnMemory } from './columnMemory';
import { profileChoices } from './profileChoices';
import { searchText } from './textSearchProcess';
import { webviewHtml } from './webviewHtml';
import { webviewTransport } from './webviewTransport';

const MODEL_METHODS = [
  'summary',
  'rows',
  'findMatch',
  'reveal',
  'value',
  'hex',
  'copy',
  'exportText',
  'compare',
  'ruleEdits',
  'why',
  'links',
] as const satisfies readonly (keyof ViewerModelCalls)[];

/** One editor tab: answers its webview, mostly by handing the call on to the thread that holds the file. */
export class ViewerPanel implements vscode.Disposable {
  readonly #peer: RpcPeer<ViewerHostCalls, ViewerPageCalls>;
  readonly #subscriptions: vscode.Disposable[] = [];
  #frames: FrameThread | undefined;
  #otherFrames: FrameThread | undefined;
  #other: vscode.Uri | undefined;
  #profile: string | undefined;
  /** Tag path to go to once the page is ready. */
  #target = '';
  /** What the page filters by, for when it comes back from being hidden. */
  #filter: string | undefined;
  /** Ends what runs for this tab in other processes. */
  readonly #ended = new AbortController();

  constructor(
    private readonly document: HeaderDocument,
    private readonly panel: vscode.WebviewPanel,
    private readonly extensionUri: vscode.Uri,
    private readonly columns: ColumnMemory,
  ) {
    const { webview } = panel;
    this.#peer = new RpcPeer<ViewerHostCalls, ViewerPageCalls>(webviewTransport(webview), this.#handlers());
    this.#subscriptions.push(
      document.onDidReload(() => {
        this.#disposeFrames();
        this.#peer.notify('reloaded', null);
      }),
    );
    this.#subscriptions.push(
      vscode.workspace.onDidSaveTextDocument(saved => {
        if (/\.deid\.ya?ml$/.test(saved.uri.path)) this.#peer.notify('profileSaved', null);
      }),
    );
    webview.html = webviewHtml(webview, extensionUri, 'header-viewer', 'DICOM header');
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  get active(): boolean {
    return this.panel.active;
  }

  /** Compares the shown file (before) with another one (after). */
  async compareWith(other: vscode.Uri): Promise<void> {
    await this.document.model.call('compare', { other: await fileReference(other) });
    this.#other = other;
    this.#otherFrames?.dispose();
    this.#otherFrames = undefined;
    this.#peer.notify('compared', { name: nameOf(other) });
  }

  /** Goes to an element; a page that is still loading does it when it is ready. */
  revealElement(tag: string): void {
    this.#target = tag;
    this.#peer.call('reveal', { tag }).then(
      () => (this.#target = ''),
      () => undefined,
    );
  }

  /** Shows what a profile (`builtin:...`, or a path) does to the file. */
  showProfile(profile: string): void {
    this.#profile = profile;
    this.#peer.notify('showProfile', { profile });
  }

  /** A row as text. */
  copy(id: number, format: CopyFormat): Promise<string> {
    return this.document.model.call('copy', { id, format });
  }

  /** Where the standard speaks of a row. */
  links(id: number): Promise<readonly StandardLink[]> {
    return this.document.model.call('links', { id });
  }

  /** Shows why the chosen profile does what it does to a row. */
  showWhy(id: number): void {
    this.#peer.notify('showWhy', { id });
  }

  dispose(): void {
    this.#ended.abort();
    this.#peer.dispose();
    this.#disposeFrames();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #disposeFrames(): void {
    this.#frames?.dispose();
    this.#otherFrames?.dispose();
    this.#frames = this.#otherFrames = undefined;
  }

  #handlers(): Handlers<ViewerHostCalls> {
    const { model } = this.document;
    const forward = <K extends keyof ViewerModelCalls & string>(method: K) =>
      [
        method,
        (params: Params<ViewerModelCalls[K]>, signal: AbortSignal): Promise<Result<ViewerModelCalls[K]>> =>
          model.call(method, params, signal),
      ] as const;
    const forwarded = Object.fromEntries(MODEL_METHODS.map(method => forward(method))) as Handlers<ViewerModelCalls>;
    return {
      ...forwarded,
      profiles: () => profileChoices(),
      hello: () => {
        const reveal = this.#target;
        this.#target = '';
        return {
          comparedWith: this.#other ? nameOf(this.#other) : '',
          reveal,
          ...(this.#profile === undefined ? {} : { profile: this.#profile }),
          columns: this.columns.read(),
          ...(this.#filter === undefined ? {} : { filter: this.#filter }),
        };
      },
      frame: ({ other, ...params }, signal) => this.#frameThread(other).render(params, signal),
      copyToClipboard: async params => {
        await vscode.env.clipboard.writeText(await model.call('copy', params));
        return null;
      },
      exportFile: async params => {
        await this.#export(params);
        return null;
      },
      chooseOther: () => this.#chooseOther(),
      stopComparing: async () => {
        this.#other = undefined;
        await model.call('compare', { other: null });
        return null;
      },
      addRule: async ({ id, profile }) => {
        await addRule(model, id, profile);
        return null;
      },
      openOrigin: async params => {
        await openOrigin(params);
        return null;
      },
      findText: ({ profile }, signal) => this.#findText(profile, signal),
      keepFilter: ({ filter }) => {
        this.#filter = filter;
        return null;
      },
      saveColumns: async settings => {
        await this.columns.write(settings);
        return null;
      },
      reopenAsText: async () => {
        await vscode.commands.executeCommand('vscode.openWith', this.uri, 'default');
        return null;
      },
    };
  }

  async #findText(profile: string, signal: AbortSignal): Promise<TextReport> {
    const ended = this.#ended.signal;
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist').fsPath;
    const file = await fileReference(this.uri);
    return searchText(dist, file, profile, AbortSignal.any([signal, ended]), (done, total) =>
      this.#peer.notify('textProgress', { done, total }),
    );
  }

  #frameThread(other: boolean): FrameThread {
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist').fsPath;
    if (other && this.#other) return (this.#otherFrames ??= new FrameThread(this.#other, dist));
    return (this.#frames ??= new FrameThread(this.uri, dist));
  }

  async #export({ query, format }: Params<ViewerHostCalls['exportFile']>): Promise<void> {
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(this.uri, '..', `${nameOf(this.uri)}.${format}`),
      filters: format === 'json' ? { 'DICOM JSON': ['json'] } : { CSV: ['csv'] },
      title: format === 'json' ? 'Export as DICOM JSON' : 'Export as CSV',
    });
    if (!target) return;
    const text = await this.document.model.call('exportText', { query, format });
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    log().info(`Exported ${text.length} characters of ${format}.`);
  }

  async #chooseOther(): Promise<{ name: string } | null> {
    const chosen = await vscode.window.showOpenDialog({
      canSelectMany: false,
      defaultUri: vscode.Uri.joinPath(this.uri, '..'),
      title: 'Compare with which DICOM file?',
      openLabel: 'Compare',
    });
    const other = chosen?.[0];
    if (!other) return null;
    await this.compareWith(other);
    return { name: nameOf(other) };
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').pop() ?? '';
}
