import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import * as vscode from 'vscode';
import type { PlaceId, RunRecord } from '../../protocol/results';
import { placesOf } from './model/places';
import { UserError } from '../../protocol/userError';

/** Opens a file or folder of a run: pages in a tab without scripts, tables as text, workbooks by what is installed. */
export async function openPlace(run: RunRecord, id: PlaceId, how: 'open' | 'reveal'): Promise<void> {
  const path = pathOf(run, id);
  const uri = vscode.Uri.file(path);
  const kind = extname(path);
  if (id === 'output' || id === 'reports') await revealFolder(path);
  else if (how === 'reveal') await revealFolder(path, true);
  else if (kind === '.html') showPage(placesOf(run).find(place => place.id === id)?.label ?? 'Report', path);
  else if (kind === '.csv') await vscode.commands.executeCommand('vscode.open', uri);
  else if (vscode.env.remoteName === undefined) await vscode.env.openExternal(uri);
  else await saveCopy(run, id);
}

/** Shows a folder, or the folder of a file, in the file manager; on a remote machine, where there is none, in a new window. */
export async function revealFolder(path: string, isFile = false): Promise<void> {
  const uri = vscode.Uri.file(path);
  if (vscode.env.remoteName === undefined) await vscode.commands.executeCommand('revealFileInOS', uri);
  else
    await vscode.commands.executeCommand('vscode.openFolder', isFile ? vscode.Uri.joinPath(uri, '..') : uri, {
      forceNewWindow: true,
    });
}

/** Saves a copy of a report where the user says. */
export async function saveCopy(run: RunRecord, id: PlaceId): Promise<void> {
  const path = pathOf(run, id);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${run.id}${extname(path)}`) }),
    title: 'Save the report as',
  });
  if (target) await vscode.workspace.fs.copy(vscode.Uri.file(path), target, { overwrite: true });
}

/** Reports are self-contained pages without scripts. */
export function showPage(title: string, path: string): void {
  const panel = vscode.window.createWebviewPanel('deidbench.report', title, vscode.ViewColumn.Active, {
    enableScripts: false,
    localResourceRoots: [],
  });
  panel.webview.html = readFileSync(path, 'utf8');
}

function pathOf(run: RunRecord, id: PlaceId): string {
  const place = placesOf(run).find(each => each.id === id);
  if (!place) throw new UserError('This file is no longer there.');
  return place.path;
}
