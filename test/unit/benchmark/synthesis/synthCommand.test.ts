import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { synthCommand } from '../../../../src/cli/commands/synth';

const root = mkdtempSync(join(tmpdir(), 'synth-command-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...args: string[]): Promise<unknown> =>
  synthCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseAsync(args, { from: 'user' });

describe('deidbench synth', () => {
  it('never writes into a folder that holds something', async () => {
    writeFileSync(join(root, 'mine.txt'), 'x');
    await expect(run('--embedded', root)).rejects.toThrow(/not empty/);
  });

  it('refuses folders that lie inside each other', async () => {
    await expect(run(root, join(root, 'inside'))).rejects.toThrow(/inside each other/);
    expect(existsSync(join(root, 'inside'))).toBe(false);
  });

  it('asks for two folders, or for one with the embedded source', async () => {
    await expect(run(join(root, 'a'))).rejects.toThrow(/Name a folder/);
    await expect(run('--embedded', join(root, 'a'), join(root, 'b'))).rejects.toThrow(/Name a folder/);
  });

  it.each([
    ['--pixels', '2'],
    ['--seed', 'x'],
    ['--locale', 'xx-XX'],
  ])('explains what %s takes', async (option, value) => {
    await expect(run('--embedded', join(root, 'c'), option, value)).rejects.toThrow(new RegExp(option));
    expect(existsSync(join(root, 'c'))).toBe(false);
  });
});
