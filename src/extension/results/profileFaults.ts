import * as vscode from 'vscode';
import type { EditOperation } from '../../profile/edit';
import type { ProfileFault } from '../../protocol/results';
import { loadTools } from './loadTools';

const SOURCE = 'DeID run';

/** A diagnostic that remembers which fault it stands for. */
class FaultDiagnostic extends vscode.Diagnostic {
  constructor(
    range: vscode.Range,
    readonly fault: ProfileFault,
  ) {
    super(range, messageOf(fault), vscode.DiagnosticSeverity.Warning);
    this.source = SOURCE;
    this.code = fault.action;
  }
}

/**
 * Discrepancies of the latest run on the profile that caused them: on the rule responsible, or at the head of the file
 * where a rule is missing; with quick fixes. Attributes and counts only, never a value.
 */
export class ProfileFaults implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('deidbench-run');
  readonly #registration = vscode.languages.registerCodeActionsProvider(
    [{ pattern: '**/*.deid.yaml' }, { pattern: '**/*.deid.yml' }],
    this,
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

  /** Version of the text that the ranges and rule numbers hold for. */
  readonly #versions = new Map<string, number>();

  /** Replaces what is shown on a profile. */
  async show(profile: string, faults: readonly ProfileFault[]): Promise<void> {
    if (profile === '' || profile.startsWith('builtin:')) return;
    const uri = vscode.Uri.file(profile);
    if (faults.length === 0) {
      this.#collection.delete(uri);
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    this.#versions.set(uri.toString(), document.version);
    this.#collection.set(
      uri,
      faults.map(fault => new FaultDiagnostic(rangeOf(document, fault), fault)),
    );
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const shown = this.#collection.get(document.uri) ?? [];
    const current = this.#versions.get(document.uri.toString()) === document.version;
    return shown
      .filter((each): each is FaultDiagnostic => each instanceof FaultDiagnostic && !!each.range.intersection(range))
      .flatMap(diagnostic => fixesOf(document, diagnostic, current));
  }

  dispose(): void {
    this.#collection.dispose();
    this.#registration.dispose();
  }
}

function rangeOf(document: vscode.TextDocument, { range }: ProfileFault): vscode.Range {
  if (range) return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  // Where a rule is missing: on the key `rules`, else on the first line.
  const offset = /^rules\s*:/m.exec(document.getText())?.index ?? 0;
  return document.lineAt(document.positionAt(offset)).range;
}

function messageOf({ tag, name, action, now, count, range }: ProfileFault): string {
  const attribute = `${tag} ${name}`.trim();
  const cause = range ? `this rule says ${now}` : now === '' ? 'no rule names it' : `no rule here names it (${now})`;
  return `${attribute}: ${count} ${count === 1 ? 'check' : 'checks'} of ${action} not passed; ${cause}.`;
}

/** @param current false if the text changed: then the number of a rule may mean another one. */
function fixesOf(document: vscode.TextDocument, diagnostic: FaultDiagnostic, current: boolean): vscode.CodeAction[] {
  const { fault } = diagnostic;
  if (fault.ruleIndex !== undefined && !current) return [];
  return fault.proposals.flatMap((action, index) => {
    const operation: EditOperation =
      fault.ruleIndex === undefined
        ? { kind: 'addRule', rule: { tag: fault.tag, action } }
        : { kind: 'changeRule', index: fault.ruleIndex, set: { action } };
    const edits = loadTools().editProfile(document.getText(), operation);
    if (edits.length === 0) return [];
    const title =
      fault.ruleIndex === undefined
        ? `Add a rule: ${action} ${fault.name || fault.tag}`
        : `${action[0]?.toUpperCase()}${action.slice(1)} instead of ${fault.now}`;
    const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    fix.diagnostics = [diagnostic];
    fix.isPreferred = index === 0;
    fix.edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits)
      fix.edit.replace(
        document.uri,
        new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)),
        newText,
      );
    return [fix];
  });
}
