import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

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

  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
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
