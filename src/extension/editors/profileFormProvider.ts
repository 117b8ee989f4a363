import * as vscode from 'vscode';
import type { EditOutcome, FormOperation } from '../../protocol/profileForm';
import type { ProfileSamples } from '../language/samples';
import { ProfileFormPanel } from './profileFormPanel';
import { webviewOptions } from './webviewHtml';
import { registerCommand } from '../registerCommand';

export const PROFILE_FORM = 'deidbench.profileForm';

/** Opens profiles as forms over their text; the document, its undo and its saving stay the text editor's. */
export class ProfileFormProvider implements vscode.CustomTextEditorProvider {
  readonly #panels = new Set<ProfileFormPanel>();
  #samples: ProfileSamples | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    panel.webview.options = webviewOptions(this.extensionUri);
    const form = new ProfileFormPanel(document, panel, this.extensionUri, this.#samples);
    this.#panels.add(form);
    panel.onDidDispose(() => {
      this.#panels.delete(form);
      form.dispose();
    });
  }

  /** Registers the editor and the commands that switch between form and text. */
  register(samples: ProfileSamples): vscode.Disposable {
    this.#samples = samples;
    const options = { supportsMultipleEditorsPerDocument: true, webviewOptions: { retainContextWhenHidden: false } };
    return vscode.Disposable.from(
      vscode.window.registerCustomEditorProvider(PROFILE_FORM, this, options),
      registerCommand('openProfileAsForm', (uri?: vscode.Uri) => reopen(uri, PROFILE_FORM)),
      registerCommand('openProfileAsText', (uri?: vscode.Uri) => reopen(uri, 'default')),
    );
  }

  /** Makes a change in an open form as if its page had asked for it; undefined if no form of the profile is open. */
  edit(uri: vscode.Uri, baseVersion: number, operation: FormOperation): Promise<EditOutcome> | undefined {
    const form = [...this.#panels].find(panel => panel.uri.toString() === uri.toString());
    return form?.edit(baseVersion, operation);
  }
}

/** Shows a profile in the other editor, in the same tab where it is the active one: unsaved changes go along. */
async function reopen(clicked: vscode.Uri | undefined, viewType: string): Promise<void> {
  const active = activeUri();
  const uri = clicked ?? active;
  if (!uri) return;
  if (active?.toString() === uri.toString()) await vscode.commands.executeCommand('reopenActiveEditorWith', viewType);
  else await vscode.commands.executeCommand('vscode.openWith', uri, viewType);
}

function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}
