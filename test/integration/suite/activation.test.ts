import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension/extension';

const COMMANDS = [
  'deidbench.anonymizeFolder',
  'deidbench.scoreFolder',
  'deidbench.openAsDicom',
  'deidbench.selectForCompare',
  'deidbench.compareWithSelected',
  'deidbench.files.find',
  'deidbench.showLog',
];

describe('the extension', () => {
  const extension = () => {
    const found = vscode.extensions.getExtension('deidbench.deidbench');
    assert.ok(found, 'the extension is installed');
    return found;
  };

  it('activates', async function () {
    const { activation } = (await extension().activate()) as Api;
    assert.equal(extension().isActive, true);
    // Not judged here, where other programs run beside; the log tells it.
    const [load, register] = [activation.load, activation.register].map(time => time.toFixed(1));
    if (this.test) this.test.title = `activates: reading the bundle took ${load} ms, registering ${register} ms`;
  });

  it('registers every command it contributes', async () => {
    await extension().activate();
    const known = new Set(await vscode.commands.getCommands(true));
    const manifest = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const contributed = manifest.contributes.commands.map(command => command.command);
    assert.deepEqual(
      COMMANDS.filter(command => !contributed.includes(command)),
      [],
    );
    assert.deepEqual(
      contributed.filter(command => !known.has(command)),
      [],
    );
  });

  it('puts its commands in the category DeID', () => {
    const manifest = extension().packageJSON as { contributes: { commands: { command: string; category?: string }[] } };
    const others = manifest.contributes.commands.filter(command => command.category !== 'DeID');
    assert.deepEqual(others, []);
  });
});
