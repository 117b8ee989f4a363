import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension/extension';
import type { JobSummary } from '../../../src/protocol/jobs';
import { closeAll, until } from '../support/editors';

/** A workspace of two folders with the same files. */
describe('in a workspace of several folders', () => {
  const folders = () => vscode.workspace.workspaceFolders ?? [];
  const api = async (): Promise<Api> => {
    const extension = vscode.extensions.getExtension<Api>('deidbench.deidbench');
    assert.ok(extension);
    return extension.activate();
  };
  const output = join(mkdtempSync(join(tmpdir(), 'several-')), 'out');
  after(async () => {
    await closeAll();
    rmSync(join(output, '..'), { recursive: true, force: true });
  });

  it('lists the DICOM files of each', async () => {
    assert.equal(folders().length, 2);
    const found = (await vscode.commands.executeCommand<number>('deidbench.files.find')) ?? 0;
    assert.ok(found > 0 && found % 2 === 0, `${found} files in two equal folders`);
  });

  it('offers the profiles of each, named by their folder', async () => {
    const labels = (await (await api()).profiles()).map(choice => choice.label);
    for (const { name } of folders()) assert.ok(labels.includes(`${name}/site.deid.yaml`), labels.join(', '));
  });

  it('checks profiles of the second folder', async () => {
    const profile = vscode.Uri.joinPath(folders()[1]?.uri ?? assert.fail(), 'wrong.deid.yaml');
    writeFileSync(profile.fsPath, 'deid: 1\nname: Wrong\nrules:\n  - { tag: NoSuchAttribute, action: keep }\n');
    await vscode.window.showTextDocument(profile);
    await until(() => vscode.languages.getDiagnostics(profile).length > 0);
  });

  it('opens a file of the second folder and works on that folder; its run is in the one history', async () => {
    const second = folders()[1]?.uri ?? assert.fail();
    assert.ok((await (await api()).rowCount(vscode.Uri.joinPath(second, 'plain.dcm'))) > 0);
    const profile = vscode.Uri.joinPath(second, 'site.deid.yaml').fsPath;
    const summary = await vscode.commands.executeCommand<JobSummary | undefined>('deidbench.anonymizeFolder', second, {
      output: vscode.Uri.file(output),
      profile,
    });
    assert.ok(summary && summary.written > 0);
    assert.ok(existsSync(output));
    const [run] = (await api()).runs();
    assert.equal(run?.paths.input, second.fsPath);
    assert.equal(run?.profile, profile);
  });
});
