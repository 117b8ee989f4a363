import * as vscode from 'vscode';
import type { Diagnostic, Severity } from '../../profile/diagnostic';
import { PROFILE_FILES } from '../editors/profileChoices';
import { offsetsOf, editsOf, FOREIGN, PROFILE, rangeOf, sourceOf, uriOf } from './documents';
import { languageService } from './loadService';
import type { ProfileSamples } from './samples';

/** Pause after the last keystroke before a profile is checked, in milliseconds. */
const PAUSE = 300;

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Checks profiles while they are written, and all of a workspace on request. */
export class ProfileDiagnostics implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('deidbench');
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #found = new Map<string, { readonly version: number; readonly diagnostics: readonly Diagnostic[] }>();
  readonly #checked = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when a profile was checked. */
  readonly onDidCheck = this.#checked.event;
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly samples: ProfileSamples) {
    const { workspace } = vscode;
    this.#subscriptions = [
      this.#collection,
      this.#checked,
      workspace.onDidOpenTextDocument(document => this.#schedule(document, 0)),
      workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, PAUSE)),
      workspace.onDidSaveTextDocument(document => {
        if (isProfile(document) || /\.(txt|csv)$/i.test(document.uri.path)) this.#checkOthers(document);
      }),
      workspace.onDidCloseTextDocument(document => this.#close(document)),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('deidbench.lint')) this.#checkAll();
      }),
      samples.onDidChange(() => this.#checkAll()),
    ];
    this.#checkAll();
  }

  /** What was found in the last version that was checked. */
  of(document: vscode.TextDocument): readonly Diagnostic[] | undefined {
    const found = this.#found.get(document.uri.toString());
    return found?.version === document.version ? found.diagnostics : undefined;
  }

  /** Checks every profile of the workspace; those that are not open too. @returns profiles and findings. */
  async checkWorkspace(): Promise<{ readonly profiles: number; readonly findings: number }> {
    let findings = 0;
    const uris = await vscode.workspace.findFiles(PROFILE_FILES, '**/node_modules/**', 500);
    for (const uri of uris) {
      const document = await vscode.workspace.openTextDocument(uri);
      findings += this.#check(document).length;
    }
    return { profiles: uris.length, findings };
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const diagnostics = this.of(document) ?? this.#check(document);
    const shown = this.#collection.get(document.uri) ?? [];
    return languageService()
      .quickFixes(sourceOf(document), diagnostics, offsetsOf(document, range))
      .map(fix => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        const change = new vscode.WorkspaceEdit();
        change.set(document.uri, editsOf(document, fix.edits));
        action.edit = change;
        action.isPreferred = fix.preferred;
        const at = rangeOf(document, fix.diagnostic.range);
        action.diagnostics = shown.filter(d => d.range.isEqual(at) && codeOf(d) === fix.diagnostic.code);
        return action;
      });
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #schedule(document: vscode.TextDocument, pause: number): void {
    if (!isChecked(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        if (!document.isClosed) this.#check(document);
      }, pause),
    );
  }

  #checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  /** What a saved file says may matter to those that refer to it. */
  #checkOthers(saved: vscode.TextDocument): void {
    languageService().forget();
    for (const document of vscode.workspace.textDocuments) if (document !== saved) this.#schedule(document, 0);
  }

  #check(document: vscode.TextDocument): readonly Diagnostic[] {
    const sample = this.samples.of(document.uri);
    const options = { severities: severities(document.uri), ...(sample ? { sample } : {}) };
    const diagnostics = isProfile(document)
      ? languageService().diagnose(sourceOf(document), options)
      : languageService().diagnoseForeign(sourceOf(document), options);
    this.#found.set(document.uri.toString(), { version: document.version, diagnostics });
    this.#collection.set(
      document.uri,
      diagnostics.map(d => this.#convert(document, d)),
    );
    this.#checked.fire(document.uri);
    return diagnostics;
  }

  #convert(document: vscode.TextDocument, d: Diagnostic): vscode.Diagnostic {
    const result = new vscode.Diagnostic(rangeOf(document, d.range), d.message, SEVERITIES[d.severity]);
    result.source = 'deid';
    result.code = d.code;
    const related = (d.related ?? []).filter(r => r.profile === undefined || r.profile === sourceOf(document).id);
    if (related.length > 0)
      result.relatedInformation = related.map(
        r =>
          new vscode.DiagnosticRelatedInformation(
            new vscode.Location(r.profile ? uriOf(r.profile) : document.uri, rangeOf(document, r.range)),
            r.message,
          ),
      );
    if (d.code === 'DEID006') result.tags = [vscode.DiagnosticTag.Deprecated];
    if (d.code === 'DEID013') result.tags = [vscode.DiagnosticTag.Unnecessary];
    return result;
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    this.#found.delete(key);
    this.#collection.delete(document.uri);
  }
}

function isProfile(document: vscode.TextDocument): boolean {
  return (
    document.languageId === PROFILE && document.uri.scheme !== 'deidbench-builtin' && document.uri.scheme !== 'git'
  );
}

function isChecked(document: vscode.TextDocument): boolean {
  return isProfile(document) || (FOREIGN.includes(document.languageId) && document.uri.scheme !== 'git');
}

function codeOf(diagnostic: vscode.Diagnostic): string {
  return typeof diagnostic.code === 'string' ? diagnostic.code : '';
}

/** Severities by code from the settings; values that are none are left out. */
export function severities(uri: vscode.Uri): Record<string, Severity | 'off'> {
  const setting = vscode.workspace.getConfiguration('deidbench', uri).get<Record<string, unknown>>('lint.severity', {});
  return Object.fromEntries(
    Object.entries(setting).filter((entry): entry is [string, Severity | 'off'] =>
      ['error', 'warning', 'info', 'off'].includes(String(entry[1])),
    ),
  );
}
