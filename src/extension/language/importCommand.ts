import * as vscode from 'vscode';
import { languageService } from './loadService';
import { UserError } from '../../protocol/userError';

/**
 * Makes a profile from a script, recipe or dictionary of another program: written beside it, shown, and the report beside that.
 * @returns the profile, or `undefined` if the user chose nothing.
 */
export async function importProfile(clicked?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const source = clicked ?? (await chooseSource());
  if (!source) return undefined;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  const name = source.path.split('/').pop() ?? 'import';
  const made = languageService().importProfile(text, name.replace(/\.[^.]*$/, ''));
  if (!made)
    throw new UserError(
      `${name} has no rules that could be read: it is no CTP script, no recipe of pydicom deid, and no Kitware dictionary.`,
    );
  const target = await freeName(source, name.replace(/\.[^.]*$/, ''));
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(made.text));
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content: made.report });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target), vscode.ViewColumn.One);
  if (made.differences > 0)
    void vscode.window.showWarningMessage(
      `${made.differences} parts of ${name} could not be carried over as they are; the report says which.`,
    );
  return target;
}

async function chooseSource(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    title: 'Import which script, recipe or dictionary?',
    openLabel: 'Import',
  });
  return chosen?.[0];
}

/** A name beside the source that no file has yet. */
async function freeName(source: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const target = vscode.Uri.joinPath(source, '..', `${name}${n > 1 ? `-${n}` : ''}.deid.yaml`);
    try {
      await vscode.workspace.fs.stat(target);
    } catch {
      return target;
    }
  }
}
