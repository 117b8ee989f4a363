import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { RunRecord } from '../../protocol/results';
import { isInterrupted, isResumable, RUN_TITLES } from '../results/runRecord';
import type { RunStore } from '../results/runStore';

/** The history of runs, latest first. Read when the view is first shown. */
export class RunsView implements vscode.TreeDataProvider<RunRecord> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly store: RunStore) {
    store.onDidChange(() => this.#changed.fire());
  }

  refresh(): void {
    this.#changed.fire();
  }

  getChildren(node?: RunRecord): RunRecord[] {
    return node ? [] : this.store.list();
  }

  getTreeItem(run: RunRecord): vscode.TreeItem {
    const item = new vscode.TreeItem(labelOf(run));
    item.id = run.id;
    item.description = describe(run);
    item.iconPath = iconOf(run);
    item.contextValue = contextOf(run);
    item.tooltip = tooltipOf(run);
    item.command = { command: 'deidbench.runs.open', title: 'Open Results', arguments: [run] };
    item.accessibilityInformation = { label: `${labelOf(run)}, ${describe(run)}` };
    return item;
  }
}

function labelOf(run: RunRecord): string {
  const score = run.figures?.score;
  return score === undefined ? RUN_TITLES[run.kind] : `${score.replace('%', ' %')} ${RUN_TITLES[run.kind]}`;
}

function describe(run: RunRecord): string {
  const state = isInterrupted(run) ? 'interrupted' : run.state === 'done' ? '' : run.state;
  const profile = run.profile.startsWith('builtin:') ? run.profile : basename(run.profile);
  const findings = run.figures?.findings;
  const parts = [
    state,
    findings === undefined ? '' : `${findings} findings`,
    profile,
    when(run),
    `${run.seconds.toFixed(0)} s`,
  ];
  return parts.filter(part => part !== '').join(' · ');
}

function when({ started }: RunRecord): string {
  const date = new Date(started);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
}

function iconOf(run: RunRecord): vscode.ThemeIcon {
  if (isInterrupted(run)) return new vscode.ThemeIcon('debug-disconnect');
  switch (run.state) {
    case 'running':
      return new vscode.ThemeIcon('sync~spin');
    case 'cancelled':
      return new vscode.ThemeIcon('circle-slash');
    case 'failed':
      return new vscode.ThemeIcon('error');
    case 'done':
      return new vscode.ThemeIcon(run.fraction === undefined ? 'pass' : 'graph');
  }
}

/** Words the menus of package.json look for. */
function contextOf(run: RunRecord): string {
  return [
    'run',
    ...(isResumable(run) ? ['resumable'] : []),
    ...(run.fraction === undefined ? [] : ['scored']),
    ...(run.state === 'running' && !isInterrupted(run) ? ['running'] : []),
  ].join(' ');
}

function tooltipOf(run: RunRecord): string {
  const files = run.files;
  const counts =
    files &&
    `${files.written} written, ${files.quarantined} quarantined, ${files.notDicom} not DICOM, ${files.skipped} skipped`;
  return [run.id, run.message, counts, run.paths.input, run.paths.output].filter(part => part !== undefined).join('\n');
}
