import * as vscode from 'vscode';
import type { HeaderViewerProvider } from '../editors/headerViewerProvider';
import { idOf, PROFILE } from './documents';
import { UserError } from '../../protocol/userError';

/** Opens a DICOM file in the viewer with the effect of a profile beside every element. */
export async function previewProfile(
  viewer: HeaderViewerProvider,
  clicked?: vscode.Uri,
  file?: vscode.Uri,
): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  const profile = clicked ?? (active?.languageId === PROFILE ? active.uri : undefined);
  if (!profile) throw new UserError('Open a profile first, then choose the file to preview it on.');
  const document = await vscode.workspace.openTextDocument(profile);
  // The engine reads the file on disk.
  if (document.isUntitled) throw new UserError('Save the profile first: the preview reads it from the disk.');
  if (document.isDirty) await document.save();
  const target = file ?? (await chooseFile(profile));
  if (target) await viewer.preview(target, idOf(profile));
}

async function chooseFile(profile: vscode.Uri): Promise<vscode.Uri | undefined> {
  const sample = vscode.workspace.getConfiguration('deidbench', profile).get<string>('lint.sampleFolder', '');
  const base = vscode.workspace.getWorkspaceFolder(profile)?.uri;
  const start = sample !== '' && base ? vscode.Uri.joinPath(base, sample) : base;
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    title: 'Preview the profile on which DICOM file?',
    openLabel: 'Preview',
    ...(start ? { defaultUri: start } : {}),
  });
  return chosen?.[0];
}
