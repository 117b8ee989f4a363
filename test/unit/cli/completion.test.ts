import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commandTable';
import { completionScript, SHELLS } from '../../../src/cli/completion';

const commands: Command[] = [];
beforeAll(async () => {
  for (const make of Object.values(COMMANDS)) commands.push(await make());
});

/** A command whose texts hold what shells read in their own way. */
function awkward(): Command {
  return new Command('odd')
    .description("It's a command; with more.")
    .addArgument(new Argument('<kind>').choices(['one', 'two']))
    .addOption(new Option('--level <level>', "don't [stop]: now").choices(['low', 'high']))
    .option('-f, --file <file>', 'file')
    .option('--quick', 'no value');
}

/** What bash offers at the end of a line: its words, and the last one not yet complete. */
function bashOffers(script: string, ...words: readonly string[]): string[] {
  const run = `${script}\nCOMP_WORDS=("$@")\nCOMP_CWORD=$(( $# - 1 ))\n_deidbench\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync('bash', ['-c', run, 'bash', 'deidbench', ...words], { encoding: 'utf8' });
  return printed.split('\n').filter(line => line !== '');
}

describe.skipIf(!existsSync('/bin/bash'))('the bash script', () => {
  it('offers the commands that begin with what was typed', () => {
    expect(bashOffers(completionScript('bash', commands), 'an')).toEqual(['anonymize']);
  });

  it('offers every command and nothing more for an empty word', () => {
    const offered = bashOffers(completionScript('bash', commands), '').filter(w => !w.startsWith('-') && w !== 'help');
    expect(offered.sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it('offers the options of the command on the line only', () => {
    const script = completionScript('bash', commands);
    expect(bashOffers(script, 'anonymize', '--sh')).toEqual(['--shard']);
    expect(bashOffers(script, 'merge', '--sh')).toEqual([]);
  });

  it('offers the values of an option that has a closed list', () => {
    expect(bashOffers(completionScript('bash', commands), 'anonymize', 'in', 'out', '--audit', '')).toEqual([
      'none',
      'summary',
      'full',
    ]);
  });

  it('offers shipped profiles, also behind the colon at which bash cuts words', () => {
    const script = completionScript('bash', commands);
    expect(bashOffers(script, 'explain', 'a.dcm', '--profile', 'bu')).toContain('builtin:tcia');
    expect(bashOffers(script, 'explain', 'a.dcm', '--profile', 'builtin', ':', 't')).toEqual(['tcia']);
  });

  it('offers nothing of its own where a file name belongs, so that the shell offers files', () => {
    expect(bashOffers(completionScript('bash', commands), 'anonymize', 'in', 'out', '--key-file', '')).toEqual([]);
  });

  it('offers the values of an argument', () => {
    expect(bashOffers(completionScript('bash', [awkward()]), 'odd', '')).toEqual(['one', 'two']);
  });
});

describe('every script', () => {
  it.each(SHELLS)('for %s names every command and every long option', shell => {
    const script = completionScript(shell, commands);
    for (const command of commands) {
      expect(script).toContain(command.name());
      for (const { long } of command.options)
        expect(script).toContain(shell === 'fish' ? `-l ${long?.slice(2)}` : long);
    }
  });
});

describe.each(['zsh', 'fish'] as const)('the %s script', shell => {
  it.skipIf(!existsSync(`/usr/bin/${shell}`))('is understood by the shell', () => {
    const folder = mkdtempSync(join(tmpdir(), 'deidbench-completion-'));
    const file = join(folder, 'script');
    writeFileSync(file, completionScript(shell, [...commands, awkward()]));
    expect(() => execFileSync(shell, ['-n', file], { stdio: 'pipe' })).not.toThrow();
    rmSync(folder, { recursive: true });
  });
});

describe('texts with signs that shells read', () => {
  it('are quoted for zsh', () => {
    expect(completionScript('zsh', [awkward()])).toContain("'*--level[don'\\''t \\[stop\\]]:value:(low high)'");
  });

  it('are quoted for fish', () => {
    expect(completionScript('fish', [awkward()])).toContain("-d 'It\\'s a command'");
  });
});
