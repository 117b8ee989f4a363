import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { SampleSummary } from '../../profile/sample';
import { log } from '../log';

const SETTING = 'lint.sampleFolder';

/** The folders of sample files that are attached to workspaces, summed up once each, in a thread. */
export class ProfileSamples implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when a folder was summed up, or another one is attached. */
  readonly onDidChange = this.#changed.event;
  readonly #summaries = new Map<string, SampleSummary | 'reading' | 'failed'>();
  readonly #settings = vscode.workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration(`deidbench.${SETTING}`)) this.#changed.fire();
  });

  constructor(private readonly distFolder: string) {}

  /** What is known of the sample for a profile; the first question starts the reading. */
  of(profile: vscode.Uri): SampleSummary | undefined {
    const folder = this.folder(profile);
    if (folder === undefined) return undefined;
    const known = this.#summaries.get(folder);
    if (known === undefined) this.#read(folder);
    return typeof known === 'object' ? known : undefined;
  }

  /** The folder of sample files that is attached for a profile. */
  folder(profile: vscode.Uri): string | undefined {
    const folder = sampleFolder(profile);
    return folder !== undefined && existsSync(folder) ? folder : undefined;
  }

  /** Asks for a folder and attaches it to the workspace. */
  async attach(profile: vscode.Uri | undefined): Promise<void> {
    const target = profile ?? vscode.window.activeTextEditor?.document.uri;
    const chosen = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: 'Which folder has DICOM files like those the profile is meant for?',
      openLabel: 'Attach',
    });
    const folder = chosen?.[0];
    if (!folder) return;
    this.#summaries.delete(folder.fsPath);
    const workspace = target && vscode.workspace.getWorkspaceFolder(target);
    const scope = workspace
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.workspace.workspaceFolders
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration('deidbench', target).update(SETTING, folder.fsPath, scope);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }

  #read(folder: string): void {
    this.#summaries.set(folder, 'reading');
    const worker = new Worker(join(this.distFolder, 'sampleWorker.js'), {
      workerData: folder,
      name: 'deidbench sample',
    });
    const done = (summary: SampleSummary | 'failed') => {
      this.#summaries.set(folder, summary);
      this.#changed.fire();
    };
    worker.once('message', (summary: SampleSummary) => {
      log().info(`Sample attached: ${summary.files} files.`);
      done(summary);
    });
    worker.once('error', error => {
      log().error(`The sample folder could not be read: ${error instanceof Error ? error.name : 'unknown'}`);
      done('failed');
    });
  }
}

/** Folder by setting, relative to the workspace folder of the profile. */
function sampleFolder(profile: vscode.Uri): string | undefined {
  const setting = vscode.workspace.getConfiguration('deidbench', profile).get<string>(SETTING, '').trim();
  if (setting === '' || !vscode.workspace.isTrusted) return undefined;
  const base = vscode.workspace.getWorkspaceFolder(profile)?.uri;
  return base?.scheme === 'file' ? resolve(base.fsPath, setting) : resolve(setting);
}
