import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import type { JobSummary } from '../../../src/protocol/jobs';
import { closeAll } from '../support/editors';

const extensionPath = vscode.extensions.getExtension('deidbench.deidbench')?.extensionPath ?? '';
const small = join(extensionPath, '..', 'shared', 'benchmark', 'small');

(existsSync(small) ? describe : describe.skip)('DeID: Score Folder', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'scored-'));
    writeFileSync(join(folder, 'key.db'), gunzipSync(readFileSync(join(small, 'answer_key.db.gz'))));
  });
  after(async () => {
    await closeAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('scores by the command line and says where the report is', async () => {
    const uri = (...parts: string[]) => vscode.Uri.file(join(...parts));
    const summary = await vscode.commands.executeCommand<JobSummary | undefined>(
      'deidbench.scoreFolder',
      uri(small, 'curated'),
      {
        key: uri(folder, 'key.db'),
        uids: uri(small, 'uid_mapping.csv'),
        patients: uri(small, 'patid_mapping.csv'),
        out: uri(folder, 'results'),
        args: ['--ocr', 'none', '--no-dciodvfy'],
      },
    );
    assert.ok(summary, 'scoring came to an end');
    assert.match(summary.figures?.score ?? '', /\d/);
    assert.ok(Object.values(summary.places).some(place => place.endsWith('report.html') && existsSync(place)));
  }).timeout(180_000);
});
