import * as vscode from 'vscode';
import { SELECTOR } from './documents';
import type { ProfileDiagnostics } from './diagnostics';
import type { ProfileSamples } from './samples';

/** What the language status says about the profile in the active editor. */
export function profileStatus(diagnostics: ProfileDiagnostics, samples: ProfileSamples): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('deidbench.profile', SELECTOR);
  item.name = 'deID profile';
  item.command = { command: 'deidbench.attachSample', title: 'Attach Sample' };
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const found = document && diagnostics.of(document);
    if (!document || !found) return;
    const count = (severity: string) => found.filter(d => d.severity === severity).length;
    item.text = `${count('error')} errors, ${count('warning')} warnings`;
    const sample = samples.of(document.uri);
    item.detail = sample ? `Sample: ${sample.files} files` : 'No sample attached: some checks need one';
    item.severity =
      count('error') > 0
        ? vscode.LanguageStatusSeverity.Error
        : count('warning') > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
  };
  const events = [
    diagnostics.onDidCheck(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    samples.onDidChange(show),
  ];
  return vscode.Disposable.from(item, ...events);
}
