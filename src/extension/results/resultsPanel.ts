import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { CheckFiles, ResultsCommand, ResultsHostCalls, ResultsPageCalls, RunRecord } from '../../protocol/results';
import { RpcPeer } from '../../protocol/rpc';
import { openOrigin } from '../editors/openOrigin';
import { webviewHtml, webviewOptions } from '../editors/webviewHtml';
import { webviewTransport } from '../editors/webviewTransport';
import { log } from '../log';
import { openPlace } from './openPlace';
import type { ProfileFaults } from './profileFaults';
import { ResultsThread } from './resultsThread';
import { RUN_TITLES } from './runRecord';
import type { RunStore } from './runStore';
import { UserError } from '../../protocol/userError';

const VIEW_TYPE = 'deidbench.results';

/** Milliseconds that opening a run waits for tabs of an earlier window. */
const RESTORE_WAIT = 3000;

/** What the page asks of other parts of the extension. */
export interface ResultsActions {
  /** Shows an element of a check's files in the header viewer. */
  openElement(files: CheckFiles): Promise<void>;
  command(id: ResultsCommand, run: RunRecord): Promise<void>;
}

/** The tabs with results, one per run; restores them after a reload. */
export class ResultsPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #panels = new Set<ResultsPanel>();
  readonly #attached = new vscode.EventEmitter<void>();
  readonly #registration: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly store: RunStore,
    private readonly faults: ProfileFaults,
    private readonly actions: () => ResultsActions,
  ) {
    this.#registration = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        for (const panel of this.#panels) panel.profileSaved(uri.fsPath);
      }),
      store.onDidChange(run => {
        if (run && run.state !== 'running')
          for (const panel of this.#panels) if (panel.runId === run.id) void panel.reload(run);
      }),
      this.#attached,
    );
  }

  /** Opens or brings up the tab of a run; with another run, what changed since that one. */
  async show(id: string, compareWith = ''): Promise<void> {
    await this.#restored();
    const open = [...this.#panels].find(panel => panel.runId === id);
    if (open) {
      open.reveal();
      open.compareWith(compareWith);
      return;
    }
    const run = this.store.get(id);
    if (!run) throw new UserError('This run is no longer there.');
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, titleOf(run), vscode.ViewColumn.Active, {
      ...webviewOptions(this.extensionUri),
      retainContextWhenHidden: false,
    });
    this.#attach(panel, run).compareWith(compareWith);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const folder =
      typeof state === 'object' && state !== null && 'folder' in state && typeof state.folder === 'string'
        ? state.folder
        : '';
    const run = dirname(folder) === this.store.root ? this.store.get(basename(folder)) : undefined;
    panel.webview.options = webviewOptions(this.extensionUri);
    if (run) this.#attach(panel, run);
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.#registration.dispose();
    for (const panel of this.#panels) panel.dispose();
  }

  /**
   * After a reload of the window the tabs in view are there before their panels are: who opens a run meanwhile must get the
   * tab that is already there, not a second one of the same run.
   */
  async #restored(): Promise<void> {
    const deadline = Date.now() + RESTORE_WAIT;
    const missing = () => tabsInView() > [...this.#panels].filter(panel => panel.visible).length;
    while (missing() && Date.now() < deadline)
      await new Promise<void>(resolve => {
        const done = () => {
          clearTimeout(timer);
          listener.dispose();
          resolve();
        };
        const timer = setTimeout(done, deadline - Date.now());
        const listener = this.#attached.event(done);
      });
  }

  #attach(panel: vscode.WebviewPanel, run: RunRecord): ResultsPanel {
    const view = new ResultsPanel(panel, this.extensionUri, this.store, run, this.faults, this.actions);
    this.#panels.add(view);
    this.#attached.fire();
    panel.onDidDispose(() => {
      view.dispose();
      this.#panels.delete(view);
    });
    return view;
  }
}

/** One tab: answers its page, mostly by handing the call on to the thread that holds the reports. */
class ResultsPanel {
  readonly #peer: RpcPeer<ResultsHostCalls, ResultsPageCalls>;
  readonly #thread: ResultsThread;
  #run: RunRecord;
  /** What the page shall compare with once it is there. */
  #compareWith = '';

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly store: RunStore,
    run: RunRecord,
    private readonly faults: ProfileFaults,
    actions: () => ResultsActions,
  ) {
    this.#run = run;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist').fsPath;
    this.#thread = new ResultsThread(dist, run, store.previous(run), error =>
      log().error(`The thread of the results ended: ${error.name}`),
    );
    const thread = this.#thread;
    this.#peer = new RpcPeer<ResultsHostCalls, ResultsPageCalls>(webviewTransport(panel.webview), {
      hello: () => {
        const compareWith = this.#compareWith;
        this.#compareWith = '';
        return { folder: store.folder(this.#run.id), compareWith };
      },
      overview: (params, signal) => thread.call('overview', params, signal),
      rows: (params, signal) => thread.call('rows', params, signal),
      changeRows: (params, signal) => thread.call('changeRows', params, signal),
      changes: async ({ other }, signal) => {
        const run = (other === '' ? undefined : store.get(other)) ?? store.previous(this.#run);
        return run ? thread.call('changes', { other: run }, signal) : null;
      },
      openElement: async params => {
        await actions().openElement(await thread.call('files', params));
        return null;
      },
      openRule: async params => {
        const origin = await thread.call('origin', params);
        if (origin) await openOrigin(origin);
        return null;
      },
      openPlace: async ({ id, how }) => {
        await openPlace(this.#run, id, how);
        return null;
      },
      command: async ({ id }) => {
        await actions().command(id, this.#run);
        return null;
      },
    });
    panel.title = titleOf(run);
    const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', `${name}.svg`);
    panel.iconPath = { light: icon('view'), dark: icon('view-dark') };
    panel.webview.html = webviewHtml(panel.webview, extensionUri, 'results', 'Results');
    this.#reportFaults();
  }

  get runId(): string {
    return this.#run.id;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Shows what changed since the run of that id; now, and in a page that is only about to be there. */
  compareWith(other: string): void {
    if (other === '') return;
    this.#compareWith = other;
    this.#peer.notify('changed', null);
  }

  /** The run changed on disk. */
  async reload(run: RunRecord): Promise<void> {
    this.#run = run;
    this.panel.title = titleOf(run);
    await this.#thread.load(run, this.store.previous(run));
    this.#peer.notify('changed', null);
    this.#reportFaults();
  }

  /** Rules stand elsewhere now, or say something else. */
  profileSaved(path: string): void {
    if (path === this.#run.profile) this.#reportFaults();
  }

  dispose(): void {
    this.#peer.dispose();
    this.#thread.dispose();
  }

  #reportFaults(): void {
    this.#thread.call('faults', null).then(
      faults => this.faults.show(this.#run.profile, faults),
      () => undefined,
    );
  }
}

/** Tells tabs of several runs apart. */
function titleOf(run: RunRecord): string {
  return [RUN_TITLES[run.kind], 'results', run.figures?.score?.replace('%', ' %') ?? ''].join(' ').trim();
}

/** Results tabs that are in view, whether or not their panels exist yet. */
function tabsInView(): number {
  return vscode.window.tabGroups.all.filter(({ activeTab }) => {
    const input = activeTab?.input;
    // VS Code puts a prefix before the type of a panel.
    return input instanceof vscode.TabInputWebview && input.viewType.endsWith(VIEW_TYPE);
  }).length;
}
