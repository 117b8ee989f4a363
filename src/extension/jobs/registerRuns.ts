import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { CheckFiles, ResultsCommand, RunRecord } from '../../protocol/results';
import type { HeaderViewerProvider } from '../editors/headerViewerProvider';
import { log } from '../log';
import { ProfileFaults } from '../results/profileFaults';
import { openPlace, revealFolder, saveCopy, showPage } from '../results/openPlace';
import { ResultsPanels } from '../results/resultsPanel';
import { isInterrupted, RUN_TITLES } from '../results/runRecord';
import { RunStore } from '../results/runStore';
import { ProfilesView } from '../views/profilesView';
import { RunsView } from '../views/runsView';
import type { AnonymizeAnswers, BenchmarkAnswers, ScoreAnswers, VerifyAnswers } from './folderCommands';
import { FolderCommands } from './folderCommands';
import { JobHost } from './jobHost';
import { setPseudonymKey } from './pseudonymKey';
import { rerunAffected } from './rerunAffected';
import { UserError } from '../../protocol/userError';
import { lastSentence } from './runJob';
import { registerCommand } from '../registerCommand';

/** Jobs, their history and their results: commands, views and panels. */
export function registerRuns(
  context: vscode.ExtensionContext,
  viewer: HeaderViewerProvider,
): vscode.Disposable & { readonly store: RunStore } {
  const store = new RunStore(context);
  const faults = new ProfileFaults();
  const host = new JobHost(vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath, store);
  const panels: ResultsPanels = new ResultsPanels(context.extensionUri, store, faults, () => ({
    openElement: files => openElement(viewer, files),
    command: (id, run) => runCommand(id, run),
  }));
  const commands = new FolderCommands(context, host, store, panels);
  const runs = new RunsView(store);
  const profiles = new ProfilesView();

  const runCommand = async (id: ResultsCommand, run: RunRecord): Promise<void> => {
    switch (id) {
      case 'rerun':
        return void (await commands.rerun(run));
      case 'resume':
        return void (await commands.resume(run));
      case 'compare':
        return compareRuns(run);
      case 'comparePage':
        return comparePage(run);
      case 'verify':
        return void (await commands.verify(vscode.Uri.file(run.paths.output ?? '')));
      case 'score':
        return void (await commands.score(vscode.Uri.file(run.paths.output ?? '')));
      case 'rerunAffected':
        return rerunAffected({ context, store, commands }, run);
      case 'showLog':
        return log().show();
    }
  };
  /** The later run's page tells what changed since the earlier one. */
  const compareRuns = async (first?: RunRecord, second?: RunRecord): Promise<void> => {
    const pair = first && second ? [first, second] : await choosePair(store, first);
    const [earlier, later] = [...(pair ?? [])].sort((a, b) => (a.started < b.started ? -1 : 1));
    if (earlier && later) await panels.show(later.id, earlier.id);
  };
  const comparePage = async (run: RunRecord): Promise<void> => {
    const pair = await choosePair(store, run);
    if (!pair) return;
    const page = join(store.folder(pair[1].id), 'comparison.html');
    await runCli(context, ['compare', ...pair.map(each => each.paths.reports ?? ''), '--html', page]);
    showPage('Comparison of runs', page);
  };

  const clickedRun = (run?: RunRecord) =>
    isRun(run) ? Promise.resolve(run) : chooseRun(store, 'Which run?', () => true);
  const disposable = vscode.Disposable.from(
    host,
    faults,
    panels,
    profiles,
    vscode.window.createTreeView('deidbench.runs', { treeDataProvider: runs }),
    vscode.window.createTreeView('deidbench.profiles', { treeDataProvider: profiles }),
    registerCommand('anonymizeFolder', (clicked?: vscode.Uri, answers?: unknown) =>
      commands.anonymize(clicked, given<AnonymizeAnswers>(answers)),
    ),
    registerCommand('scoreFolder', (clicked?: vscode.Uri, answers?: unknown) =>
      commands.score(clicked, given<ScoreAnswers>(answers)),
    ),
    registerCommand('runBenchmark', (clicked?: vscode.Uri, answers?: unknown) =>
      commands.benchmark(clicked, given<BenchmarkAnswers>(answers)),
    ),
    registerCommand('runSample', () => commands.benchmark(undefined, { source: 'sample', profile: 'builtin:tcia' })),
    registerCommand('verify', (clicked?: vscode.Uri, answers?: unknown) =>
      commands.verify(clicked, given<VerifyAnswers>(answers)),
    ),
    registerCommand('createBenchmark', (clicked?: vscode.Uri) => commands.createBenchmark(clicked)),
    registerCommand('setPseudonymKey', () => setPseudonymKey(context.secrets)),
    registerCommand('compareRuns', (run?: RunRecord, other?: RunRecord) =>
      compareRuns(isRun(run) ? run : undefined, isRun(other) ? other : undefined),
    ),
    registerCommand('exportReport', async (run?: RunRecord) => {
      const chosen = isRun(run) ? run : await chooseRun(store, 'Report of which run?', isScored);
      if (chosen) await exportReport(chosen);
    }),
    registerCommand('cancelRun', (run?: RunRecord) => host.cancel(isRun(run) ? run.id : undefined)),
    registerCommand('jobMenu', () => host.menu()),
    registerCommand('runs.refresh', () => runs.refresh()),
    registerCommand('runs.open', async (run?: RunRecord) => {
      const chosen = await clickedRun(run);
      if (chosen) await panels.show(chosen.id);
    }),
    registerCommand('runs.rerun', async (run?: RunRecord) => {
      const chosen = await clickedRun(run);
      return chosen && commands.rerun(chosen);
    }),
    registerCommand('runs.resume', async (run?: RunRecord) => {
      const chosen = await clickedRun(run);
      return chosen && commands.resume(chosen);
    }),
    registerCommand('runs.rerunAffected', async (run?: RunRecord) => {
      const chosen = isRun(run) ? run : await chooseRun(store, 'Which run?', isScored);
      if (chosen) await runCommand('rerunAffected', chosen);
    }),
    registerCommand('runs.delete', async (run?: RunRecord) => {
      const chosen = await clickedRun(run);
      if (chosen) await deleteRun(store, host, chosen);
    }),
    registerCommand('runs.openFolder', async (run?: RunRecord) => {
      const chosen = await clickedRun(run);
      if (chosen) await revealFolder(store.folder(chosen.id));
    }),
  );
  return { store, dispose: () => void disposable.dispose() };
}

async function openElement(viewer: HeaderViewerProvider, { before, after, tag }: CheckFiles): Promise<void> {
  const shown = before ?? after;
  if (shown === undefined)
    throw new UserError('The file of this row cannot be found: it is missing, or it was moved after the run.');
  const other = before === undefined ? undefined : after;
  await viewer.show(vscode.Uri.file(shown), {
    tag,
    ...(other !== undefined && { compareWith: vscode.Uri.file(other) }),
  });
}

async function deleteRun(store: RunStore, host: JobHost, run: RunRecord): Promise<void> {
  if (host.isRunning(run.id) || (run.state === 'running' && !isInterrupted(run)))
    throw new UserError('This run is still going on; cancel it first.');
  const detail = 'Its reports, and files it made in its own folder, are removed. Output folders you chose stay.';
  const answer = await vscode.window.showWarningMessage('Delete this run?', { modal: true, detail }, 'Delete');
  if (answer === 'Delete') store.remove(run.id);
}

async function exportReport(run: RunRecord): Promise<void> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'Report (HTML)', id: 'html' as const },
      { label: 'Discrepancies (CSV)', id: 'csv' as const },
      { label: 'Scores (Excel)', id: 'xlsx' as const },
    ],
    { title: 'Which report?' },
  );
  if (!choice) return;
  const how = await vscode.window.showQuickPick(['Open', 'Save a Copy…', 'Show in Folder'], { title: choice.label });
  if (how === 'Open') await openPlace(run, choice.id, 'open');
  else if (how === 'Show in Folder') await openPlace(run, choice.id, 'reveal');
  else if (how === 'Save a Copy…') await saveCopy(run, choice.id);
}

const isScored = (run: RunRecord): boolean => run.fraction !== undefined && run.paths.reports !== undefined;

async function chooseRun(
  store: RunStore,
  title: string,
  suits: (run: RunRecord) => boolean,
): Promise<RunRecord | undefined> {
  const items = store
    .list()
    .filter(suits)
    .map(run => ({
      label: `${RUN_TITLES[run.kind]} ${run.figures?.score ?? ''}`.trim(),
      description: new Date(run.started).toLocaleString(),
      detail: run.profile,
      run,
    }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage('There is no such run yet. Run a benchmark first.');
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title }))?.run;
}

async function choosePair(store: RunStore, first?: RunRecord): Promise<[RunRecord, RunRecord] | undefined> {
  const one = first && isScored(first) ? first : await chooseRun(store, 'Compare which run?', isScored);
  if (!one) return undefined;
  const suits = (run: RunRecord) => isScored(run) && run.id !== one.id;
  const other = await chooseRun(store, 'With which run?', suits);
  return other && [one, other];
}

async function runCli(context: vscode.ExtensionContext, args: readonly string[]): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  try {
    await promisify(execFile)(process.execPath, [script, ...args], { env });
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new UserError(lastSentence(text) ?? 'The runs could not be compared.');
  }
}

function isRun(value: unknown): value is RunRecord {
  return typeof value === 'object' && value !== null && 'kind' in value && 'paths' in value;
}

/** The explorer passes the list of selected files as second argument; only our own callers pass an object of answers. */
function given<T extends object>(value: unknown): T | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as T) : undefined;
}
