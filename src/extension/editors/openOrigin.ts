import * as vscode from 'vscode';
import { builtinText } from '../../profile/builtins';

/** Scheme of read-only documents with the profiles that come with the extension, for example `deidbench-builtin:ps3.15`. */
const SCHEME = 'deidbench-builtin';

/** Lets the shipped profiles be read like files. */
export function registerBuiltinProfiles(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: uri => builtinText(`builtin:${uri.path.replace(/\.deid\.yaml$/, '')}`) ?? '',
  });
}

/** Shows where a rule is written, beside the viewer. Offsets count UTF-16 units. */
export async function openOrigin(place: { profile: string; start: number; end: number }): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(place.profile));
  const selection = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.Beside });
}

/** The read-only document with the text of a shipped profile. */
export function builtinUri(profile: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `${profile.slice('builtin:'.length)}.deid.yaml` });
}

function uriOf(profile: string): vscode.Uri {
  if (profile.startsWith('builtin:')) return builtinUri(profile);
  return /^[a-z][a-z0-9+.-]+:/i.test(profile) ? vscode.Uri.parse(profile) : vscode.Uri.file(profile);
}
