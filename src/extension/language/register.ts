import * as vscode from 'vscode';
import type { HeaderViewerProvider } from '../editors/headerViewerProvider';
import type { ProfileFormProvider } from '../editors/profileFormProvider';
import { ProfileCompletion, TRIGGERS } from './completionProvider';
import { ProfileDiagnostics } from './diagnostics';
import { FOREIGN, PROFILE, SELECTOR } from './documents';
import { importProfile } from './importCommand';
import { ProfileNavigation } from './navigationProviders';
import { LEGEND, ProfilePresentation } from './presentationProviders';
import { previewProfile } from './preview';
import { ProfileSamples } from './samples';
import { profileStatus } from './statusItem';
import { registerCommand } from '../registerCommand';

/**
 * The language of profiles. Commands are there at once; everything else when the first profile is opened, so that a window
 * without profiles pays nothing.
 */
export function registerProfileLanguage(
  extensionUri: vscode.Uri,
  viewer: HeaderViewerProvider,
  form: ProfileFormProvider,
): vscode.Disposable {
  const samples = new ProfileSamples(vscode.Uri.joinPath(extensionUri, 'dist').fsPath);
  const started: vscode.Disposable[] = [];
  let diagnostics: ProfileDiagnostics | undefined;
  const start = (): ProfileDiagnostics => {
    if (!diagnostics) {
      diagnostics = new ProfileDiagnostics(samples);
      started.push(diagnostics, ...providers(diagnostics, samples), profileStatus(diagnostics, samples));
    }
    return diagnostics;
  };
  const startFor = (document: vscode.TextDocument) => {
    if (document.languageId === PROFILE || FOREIGN.includes(document.languageId)) start();
  };
  vscode.workspace.textDocuments.forEach(startFor);
  return vscode.Disposable.from(
    samples,
    form.register(samples),
    vscode.workspace.onDidOpenTextDocument(startFor),
    registerCommand('previewProfile', (profile?: vscode.Uri, file?: vscode.Uri) =>
      previewProfile(viewer, profile, file),
    ),
    registerCommand('attachSample', (profile?: vscode.Uri) => samples.attach(profile)),
    registerCommand('importProfile', (file?: vscode.Uri) => importProfile(file)),
    registerCommand('lintWorkspace', async () => {
      const { profiles, findings } = await start().checkWorkspace();
      void vscode.window.showInformationMessage(`${profiles} profiles checked, ${findings} findings.`);
      if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
      return { profiles, findings };
    }),
    new vscode.Disposable(() => started.forEach(each => each.dispose())),
  );
}

function providers(diagnostics: ProfileDiagnostics, samples: ProfileSamples): vscode.Disposable[] {
  const { languages } = vscode;
  const navigation = new ProfileNavigation();
  const presentation = new ProfilePresentation(samples);
  return [
    languages.registerCompletionItemProvider(SELECTOR, new ProfileCompletion(), ...TRIGGERS),
    languages.registerCodeActionsProvider(SELECTOR, diagnostics, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    languages.registerDefinitionProvider(SELECTOR, navigation),
    languages.registerReferenceProvider(SELECTOR, navigation),
    languages.registerRenameProvider(SELECTOR, navigation),
    languages.registerDocumentSymbolProvider(SELECTOR, navigation, { label: 'deID profile' }),
    languages.registerFoldingRangeProvider(SELECTOR, navigation),
    languages.registerHoverProvider(SELECTOR, presentation),
    languages.registerDocumentFormattingEditProvider(SELECTOR, presentation),
    languages.registerDocumentSemanticTokensProvider(SELECTOR, presentation, LEGEND),
    languages.registerInlayHintsProvider(SELECTOR, presentation),
    languages.registerCodeLensProvider(SELECTOR, presentation),
  ];
}
