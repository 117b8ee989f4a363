import * as vscode from 'vscode';
import { BUILTIN_PROFILES } from '../../profile/builtins';
import type { ProfileChoice } from '../../protocol/headerViewer';

/** Pattern of the files that hold profiles. */
export const PROFILE_FILES = '**/*.deid.{yaml,yml}';

/** Profiles a user can choose: those that come with the extension, then those of the workspace. */
export async function profileChoices(): Promise<ProfileChoice[]> {
  const files = await vscode.workspace.findFiles(PROFILE_FILES, '**/node_modules/**', 200);
  const own = files
    .filter(uri => uri.scheme === 'file')
    .map(uri => ({ id: uri.fsPath, label: vscode.workspace.asRelativePath(uri) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [...BUILTIN_PROFILES.map(id => ({ id, label: id })), ...own];
}
