import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, customEditor, file, until } from '../support/editors';

const TEXT = `deid: 1
name: Test
standard: 2026c
rules:
  - { tag: "(0020,0010)", action: keep }
  - { tag: PatientNam, action: remove }
`;

describe('the language of profiles', () => {
  let document: vscode.TextDocument;
  const codes = () => vscode.languages.getDiagnostics(document.uri).map(d => String(d.code));
  before(async () => {
    const uri = file('language.deid.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEXT));
    document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file('language.deid.yaml'));
  });
  const place = (text: string, inside = 0) => document.positionAt(document.getText().indexOf(text) + inside);

  it('is recognized by the name of the file', () => {
    assert.equal(document.languageId, 'deid-profile');
  });

  it('shows diagnostics with codes', async () => {
    await until(() => codes().includes('DEID001'));
  });

  it('repairs a diagnostic with its quick fix', async () => {
    const at = new vscode.Range(place('PatientNam', 3), place('PatientNam', 3));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      at,
    );
    const fix = actions.find(a => a.title === 'Change to PatientName');
    assert.ok(fix?.edit, actions.map(a => a.title).join('; '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /tag: PatientName, action: remove/);
    await until(() => !codes().includes('DEID001'));
  });

  it('completes actions that fit the attribute', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place('remove', 2),
    );
    const labels = list.items.map(i => (typeof i.label === 'string' ? i.label : i.label.label));
    assert.ok(labels.includes('pseudonym'), labels.join(' '));
    assert.ok(!labels.includes('shift'));
  });

  it('explains an attribute and the action that applies', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place('0020,0010'),
    );
    const text = hovers.flatMap(h => h.contents.map(c => (typeof c === 'string' ? c : c.value))).join('\n');
    assert.match(text, /Study ID/);
    assert.match(text, /Effective: \*\*keep\*\*/);
  });

  it('gives outline, hints, lenses and colours', async () => {
    const { executeCommand } = vscode.commands;
    const symbols = await executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(
      symbols.map(s => s.name),
      ['deid', 'name', 'standard', 'rules'],
    );
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.deepEqual(
      hints.map(h => h.label),
      ['StudyID'],
    );
    const lenses = await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 5);
    assert.ok(lenses.some(l => l.command?.title === 'Preview on a file'));
    const tokens = await executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length > 0);
  });

  it('renames an attribute and lays the file out', async () => {
    const change = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place('PatientName', 2),
      'PatientID',
    );
    await vscode.workspace.applyEdit(change);
    assert.match(document.getText(), /tag: PatientID, action: remove/);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      {
        tabSize: 2,
        insertSpaces: true,
      },
    );
    assert.deepEqual(edits ?? [], []);
  });

  it('previews a file with the profile', async () => {
    await vscode.commands.executeCommand('deidbench.previewProfile', document.uri, file('plain.dcm'));
    const editor = await until(() => customEditor());
    assert.match(editor.uri.path, /plain\.dcm$/);
    assert.equal(document.isDirty, false);
  });
});

const SCRIPT = `<script>
 <p t="UIDROOT">9999</p>
 <e en="T" t="00080018" n="SOPInstanceUID">@hashuid(@UIDROOT,this)</e>
 <e en="T" t="00080080" n="InstitutionName">remove</e>
</script>
`;

describe('scripts of other programs', () => {
  const made: vscode.Uri[] = [file('trial.script')];
  before(() => vscode.workspace.fs.writeFile(file('trial.script'), new TextEncoder().encode(SCRIPT)));
  after(async () => {
    await closeAll();
    for (const uri of made) await vscode.workspace.fs.delete(uri);
  });

  it('are checked as they stand', async () => {
    const document = await vscode.workspace.openTextDocument(file('trial.script'));
    assert.equal(document.languageId, 'ctp-script');
    await until(() => vscode.languages.getDiagnostics(document.uri).some(d => d.code === 'DEID023'));
    assert.ok(vscode.languages.getDiagnostics(document.uri).some(d => d.code === 'DEID002'));
  });

  it('become a profile beside them', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('deidbench.importProfile', file('trial.script'));
    made.push(uri);
    assert.match(uri.path, /trial\.deid\.yaml$/);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, 'deid-profile');
    assert.match(document.getText(), /tag: SOPInstanceUID, action: uid/);
  });
});
