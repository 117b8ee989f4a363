import * as assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension/extension';
import type { JobSummary } from '../../../src/protocol/jobs';
import type { RunRecord } from '../../../src/protocol/results';
import { closeAll, file, until } from '../support/editors';

const LIMIT = 240_000;

async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('deidbench.deidbench');
  assert.ok(extension);
  return extension.activate();
}

async function latest(): Promise<RunRecord> {
  const [run] = (await api()).runs();
  assert.ok(run, 'there is a run');
  return run;
}

function benchmark(profile: string): Thenable<JobSummary | undefined> {
  return vscode.commands.executeCommand('deidbench.runBenchmark', undefined, { source: 'sample', profile });
}

/** Process ids of jobs that this extension host started (Linux only). */
function jobs(command: string): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        return parent === String(process.pid) && args.includes(command) && args.some(arg => arg.endsWith('cli.js'));
      } catch {
        return false;
      }
    })
    .map(Number);
}

const percent = (run: RunRecord): number => (run.fraction ?? 0) * 100;

describe('runs and results', () => {
  const profile = file('loop.deid.yaml');
  before(async () => {
    const text = 'deid: 1\nname: Loop\nextends: builtin:tcia\nrules:\n  - { tag: ImageComments, action: remove }\n';
    await vscode.workspace.fs.writeFile(profile, new TextEncoder().encode(text));
  });
  after(closeAll);

  it('scores the sample, blames the rule, fixes it, and does only affected files anew', async () => {
    const summary = await benchmark(profile.fsPath);
    assert.match(summary?.figures?.score ?? '', /^\d\d\.\d\d%$/);
    const first = await latest();
    assert.equal(first.state, 'done');
    assert.equal(first.files?.written, 46);

    const onRule = await until(() =>
      vscode.languages.getDiagnostics(profile).find(d => d.source === 'DeID run' && d.message.includes('(0020,4000)')),
    );
    assert.match(onRule.message, /checks of text_retained not passed; this rule says remove/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      profile,
      onRule.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(action => action.title === 'Clean instead of remove');
    assert.ok(fix?.edit, actions.map(action => action.title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    const document = await vscode.workspace.openTextDocument(profile);
    assert.match(document.getText(), /tag: ImageComments, action: clean/);
    assert.ok(await document.save());

    await vscode.commands.executeCommand('deidbench.runs.rerunAffected', first);
    const second = await latest();
    assert.equal(second.partOf, first.id);
    assert.equal(second.state, 'done', second.message);
    assert.ok(percent(second) > percent(first), `${percent(first)} -> ${percent(second)}`);
    const outputs = readdirSync(second.paths.output ?? '', { recursive: true, withFileTypes: true });
    assert.equal(outputs.filter(entry => entry.isFile()).length, 46);

    // The same as doing all anew.
    await vscode.commands.executeCommand('deidbench.runs.rerun', second);
    assert.equal(percent(await latest()), percent(second));
  }).timeout(LIMIT);

  it('says clearly when a job is killed, leaves no torn file, and goes on where it stopped', async () => {
    const running = benchmark('builtin:tcia');
    const pid = await until(() => jobs('anonymize')[0], 60_000);
    process.kill(pid, 'SIGKILL');
    assert.equal(await running, undefined);
    const killed = await latest();
    assert.equal(killed.state, 'failed');
    assert.match(killed.message ?? '', /ended from outside.*resume the run/);
    await vscode.commands.executeCommand('deidbench.runs.resume', killed);
    const resumed = await latest();
    assert.equal(resumed.id, killed.id);
    assert.equal(resumed.state, 'done', resumed.message);
    assert.equal(resumed.files?.written, 46);
    const names = readdirSync(resumed.paths.output ?? '', { recursive: true, withFileTypes: true });
    assert.deepEqual(
      names.filter(entry => entry.isFile() && !entry.name.endsWith('.dcm')).map(entry => entry.name),
      [],
    );
  }).timeout(LIMIT);

  it('can be cancelled; the run is kept as cancelled and can be resumed', async () => {
    const running = benchmark('builtin:ps3.15');
    await until(() => jobs('anonymize')[0], 60_000);
    await vscode.commands.executeCommand('deidbench.cancelRun');
    await running;
    const cancelled = await latest();
    assert.equal(cancelled.state, 'cancelled');
    await vscode.commands.executeCommand('deidbench.runs.resume', cancelled);
    assert.equal((await latest()).state, 'done');
  }).timeout(LIMIT);

  it('keeps paths, codes and counts only in its records', async () => {
    const values = ['procedure', '^', 'REMOVED'];
    for (const run of (await api()).runs()) {
      const text = JSON.stringify(run);
      assert.deepEqual(
        values.filter(value => text.includes(value)),
        [],
      );
    }
  });

  it('verifies a folder it made itself without asking for anything', async () => {
    const run = (await api()).runs().find(each => each.kind === 'benchmark' && each.state === 'done');
    assert.ok(run?.paths.output);
    const summary = await vscode.commands.executeCommand<JobSummary | undefined>(
      'deidbench.verify',
      vscode.Uri.file(run.paths.output),
    );
    assert.equal(summary?.written, 46);
    assert.ok(existsSync((await latest()).paths.verify ?? join('no', 'file')));
  }).timeout(LIMIT);

  it('compares two runs on the page of the later one, whichever is named first', async () => {
    const [later, earlier] = (await api()).runs().filter(run => run.fraction !== undefined);
    assert.ok(later && earlier && later.started > earlier.started);
    await closeAll();
    await vscode.commands.executeCommand('deidbench.compareRuns', later, earlier);
    const title = `results ${later.figures?.score?.replace('%', ' %')}`;
    await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label.endsWith(title));
  }).timeout(LIMIT);

  it('offers tasks for the profiles of the workspace', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'deid' });
    assert.ok(tasks.some(task => task.definition.command === 'lint' && task.name.includes('loop.deid.yaml')));
  });
});
