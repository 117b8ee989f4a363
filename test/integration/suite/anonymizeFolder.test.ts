import * as assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { JobSummary } from '../../../src/protocol/jobs';
import { closeAll, file, until } from '../support/editors';

describe('DeID: Anonymize Folder', () => {
  let output: string;
  before(() => {
    output = join(mkdtempSync(join(tmpdir(), 'anonymized-')), 'out');
  });
  after(async () => {
    await closeAll();
    rmSync(join(output, '..'), { recursive: true, force: true });
  });

  it('runs the command line in a child process, accounts for every file and shows results', async () => {
    const answers = { output: vscode.Uri.file(output), profile: 'builtin:ps3.15' };
    const summary = await vscode.commands.executeCommand<JobSummary | undefined>(
      'deidbench.anonymizeFolder',
      file(''),
      answers,
    );
    assert.ok(summary, 'the run came to an end');
    const found = summary.written + summary.quarantined + summary.notDicom + summary.skipped;
    const files = readdirSync(file('').fsPath, { recursive: true, withFileTypes: true }).filter(entry =>
      entry.isFile(),
    );
    assert.equal(found, files.length);
    assert.ok(summary.written > 0, 'something was written');
    await until(() => vscode.window.tabGroups.all.flatMap(group => group.tabs).some(tab => /results/i.test(tab.label)));
  });
});
