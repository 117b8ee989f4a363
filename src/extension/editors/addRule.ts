import * as vscode from 'vscode';
import type { DocumentModel } from './documentModel';
import { profileChoices } from './profileChoices';
import { UserError } from '../../protocol/userError';

const ACTIONS = [
  { label: 'keep', description: 'as it is' },
  { label: 'remove', description: 'the whole element' },
  { label: 'empty', description: 'the element stays, without a value' },
  { label: 'dummy', description: 'a neutral value of the same kind' },
  { label: 'clean', description: 'what identifies someone is taken out of the text' },
  { label: 'uid', description: 'a new UID, the same one everywhere' },
  { label: 'shift', description: 'dates by the days of the patient' },
];

/** Asks for an action and writes a rule for the element into a profile, which is shown but not saved. */
export async function addRule(model: DocumentModel, id: number, profile: string): Promise<void> {
  const path = await profilePath(profile);
  if (path === undefined) return;
  const title = `From now on, ${await model.call('copy', { id, format: 'keyword' })} …`;
  const action = await vscode.window.showQuickPick(ACTIONS, { title });
  if (!action) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  const version = document.version;
  const edits = await model.call('ruleEdits', { id, action: action.label, profileText: document.getText() });
  // Offsets hold for the text they were computed from only.
  if (document.version !== version || edits.length === 0)
    throw new UserError('The rule was not added: the profile cannot be edited as it is now. Try again.');
  const change = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits)
    change.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  await vscode.workspace.applyEdit(change);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** The chosen profile, or one of the workspace if the chosen one comes with the extension. */
async function profilePath(profile: string): Promise<string | undefined> {
  if (profile !== '' && !profile.startsWith('builtin:')) return profile;
  const own = (await profileChoices()).filter(choice => !choice.id.startsWith('builtin:'));
  if (own.length === 0)
    throw new UserError(
      'There is no profile of your own yet: save a file such as site.deid.yaml in the workspace first.',
    );
  if (own.length === 1) return own[0]?.id;
  return (await vscode.window.showQuickPick(own, { title: 'Add the rule to which profile?' }))?.id;
}
