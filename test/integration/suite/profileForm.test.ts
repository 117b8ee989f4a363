import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { EditOutcome, FormOperation } from '../../../src/protocol/profileForm';
import { closeAll, customEditor, file, until } from '../support/editors';

interface Api {
  editProfileForm(uri: vscode.Uri, baseVersion: number, operation: FormOperation): Promise<EditOutcome> | undefined;
}

const FORM = 'deidbench.profileForm';
const TEXT = `# site profile
deid: 1
name: "Site"   # quoted

extends: builtin:ps3.15
options:
  # why: descriptions help
  - CleanDescriptors
rules:
  - { tag: StudyDescription,   action: keep, reason: "checked by hand" }
`;

describe('the form of a profile', () => {
  let api: Api;
  const uri = () => file('form.deid.yaml');
  const open = async (): Promise<vscode.TextDocument> => {
    await vscode.workspace.fs.writeFile(uri(), Buffer.from(TEXT));
    await vscode.commands.executeCommand('vscode.open', uri());
    return until(() => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.toString() === uri().toString() && document;
    });
  };
  const openForm = async (): Promise<vscode.TextDocument> => {
    const document = await open();
    await vscode.commands.executeCommand('deidbench.openProfileAsForm', uri());
    await until(() => customEditor()?.viewType === FORM);
    return document;
  };
  const edit = async (version: number, operation: FormOperation): Promise<EditOutcome> => {
    // The editor is there a moment before the form behind it.
    const answer = await until(() => api.editProfileForm(uri(), version, operation));
    return answer;
  };

  before(async () => {
    const extension = vscode.extensions.getExtension<Api>('deidbench.deidbench');
    assert.ok(extension);
    api = await extension.activate();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    await vscode.workspace.fs.delete(uri());
  });

  it('is not what profiles open with, takes the place of the text in one step, and gives it back', async () => {
    await open();
    assert.equal(customEditor(), undefined);
    await vscode.commands.executeCommand('deidbench.openProfileAsForm', uri());
    await until(() => customEditor()?.viewType === FORM);
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 1);
    await vscode.commands.executeCommand('deidbench.openProfileAsText', uri());
    await until(
      () =>
        customEditor() === undefined && vscode.window.activeTextEditor?.document.uri.path.endsWith('form.deid.yaml'),
    );
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 1);
  });

  it('leaves a profile clean when it is only opened', async () => {
    const document = await openForm();
    await new Promise(resolve => setTimeout(resolve, 1000));
    assert.equal(document.isDirty, false);
    assert.equal(document.getText(), TEXT);
  });

  it('changes one line for one option, and undo brings every byte back', async () => {
    const document = await openForm();
    const outcome = await edit(document.version, { kind: 'addOption', option: 'CleanGraphics' });
    assert.deepEqual(outcome, { kind: 'applied', version: document.version });
    assert.equal(
      document.getText(),
      TEXT.replace('  - CleanDescriptors\n', '  - CleanDescriptors\n  - CleanGraphics\n'),
    );
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === TEXT);
    await until(() => !document.isDirty);
  });

  it('carries unsaved changes along when it gives way to the text', async () => {
    const document = await openForm();
    await edit(document.version, { kind: 'changeRule', index: 0, set: { action: 'clean' } });
    const changed = document.getText();
    assert.equal(changed, TEXT.replace('action: keep', 'action: clean'));
    await vscode.commands.executeCommand('deidbench.openProfileAsText', uri());
    const editor = await until(() => customEditor() === undefined && vscode.window.activeTextEditor);
    assert.equal(editor.document.getText(), changed);
    assert.equal(editor.document.isDirty, true);
  });

  it('refuses what was meant for another version', async () => {
    const document = await openForm();
    const version = document.version;
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, new vscode.Position(0, 0), '# first\n');
    await vscode.workspace.applyEdit(change);
    const outcome = await edit(version, { kind: 'removeRule', index: 0 });
    assert.deepEqual(outcome, { kind: 'stale', version: document.version });
    assert.equal(document.getText(), `# first\n${TEXT}`);
  });
});
