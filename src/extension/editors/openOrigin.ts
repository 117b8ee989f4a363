import * as vscode from 'vscode';

/** Shows where a rule is written. Shipped profiles have no file of their own to jump to yet, so they only say so. */
export async function openOrigin(place: { profile: string; start: number; end: number }): Promise<void> {
  if (place.profile.startsWith('builtin:')) {
    await vscode.window.showInformationMessage(`This comes from ${place.profile}, which is part of DeID Bench.`);
    return;
  }
  const uri = /^[a-z][a-z0-9+.-]+:/i.test(place.profile)
    ? vscode.Uri.parse(place.profile)
    : vscode.Uri.file(place.profile);
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.Beside });
}
