import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AffectedFiles, RunRecord } from '../../protocol/results';
import { ResultsThread } from '../results/resultsThread';
import { log } from '../log';
import type { RunStore } from '../results/runStore';
import type { FolderCommands } from './folderCommands';
import { takeOver } from './takeOver';
import { UserError } from '../../protocol/userError';

interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly store: RunStore;
  readonly commands: FolderCommands;
}

/**
 * After a change of the profile: de-identifies the files of every patient with a discrepancy anew, takes the other outputs
 * of the run as they are, and scores all. Whole patients, because what the text cleaner knows of a patient is gathered over
 * all their files.
 */
export async function rerunAffected(parts: Parts, run: RunRecord): Promise<void> {
  const { store, commands } = parts;
  const { input, output, key } = run.paths;
  if (!vscode.workspace.isTrusted || input === undefined || output === undefined || key === undefined)
    throw new UserError('Only a scored run whose input is known can be run again in part.');
  const affected = await affectedFiles(parts, run);
  if (affected.inputs.length === 0) {
    void vscode.window.showInformationMessage(
      'No file has a discrepancy, or the files are not known: run it again as a whole.',
    );
    return;
  }
  const next = store.create('benchmark', folder => {
    takeOver(input, join(folder, 'affected'), affected.inputs);
    return {
      profile: run.profile,
      ...(run.source && { source: run.source }),
      ...(run.scoreArgs && { scoreArgs: run.scoreArgs }),
      paths: { input, key, output: join(folder, 'out'), runFolder: join(folder, 'out.run') },
      partOf: run.id,
    };
  });
  await commands.carryOut(next);
}

async function affectedFiles({ context, store }: Parts, run: RunRecord): Promise<AffectedFiles> {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const thread = new ResultsThread(dist, run, store.previous(run), error => log().error(error.name));
  try {
    return await thread.call('affected', { tags: [] });
  } finally {
    thread.dispose();
  }
}
