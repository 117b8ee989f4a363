import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolders, defaultRunFolder } from '../../../src/jobs/folders';

let root: string;
const at = (name: string): string => join(root, name);
const fresh = { resume: false, shared: false };
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folders-'));
  mkdirSync(at('in'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('checkFolders', () => {
  it('makes output and run folder', () => {
    checkFolders({ input: at('in'), output: at('out'), run: at('out.run') }, fresh);
    expect(existsSync(at('out')) && existsSync(at('out.run'))).toBe(true);
  });

  it.each([
    ['an output inside the input', 'in', 'in/out', 'run', /must not lie inside each other/],
    ['an input inside the output', 'in', '.', 'run', /must not lie inside each other/],
    ['a run folder inside the output', 'in', 'out', 'out/run', /inside the output/],
    ['a run folder inside the input', 'in', 'out', 'in/run', /inside the input/],
    ['a missing input', 'nothing', 'out', 'run', /does not exist/],
  ])('refuses %s and makes nothing', (_what, input, output, run, message) => {
    expect(() => checkFolders({ input: at(input), output: at(output), run: at(run) }, fresh)).toThrow(message);
    expect(existsSync(at('out')) || existsSync(at('run'))).toBe(false);
  });

  it('sees through a link that would put the output into the input', () => {
    symlinkSync(at('in'), at('alias'));
    expect(() => checkFolders({ input: at('in'), output: at('alias/out'), run: at('run') }, fresh)).toThrow(
      /inside each other/,
    );
  });

  it('refuses an output folder that holds something', () => {
    mkdirSync(at('out'));
    writeFileSync(at('out/x'), '');
    expect(() => checkFolders({ input: at('in'), output: at('out'), run: at('run') }, fresh)).toThrow(/not empty/);
  });

  it('refuses a second run in the same run folder unless it resumes', () => {
    mkdirSync(at('run'));
    writeFileSync(at('run/ledger.db'), '');
    expect(() => checkFolders({ input: at('in'), output: at('out'), run: at('run') }, fresh)).toThrow(/--resume/);
    expect(() =>
      checkFolders({ input: at('in'), output: at('out'), run: at('run') }, { resume: true, shared: false }),
    ).not.toThrow();
  });

  it('refuses to resume where no run is', () => {
    expect(() =>
      checkFolders({ input: at('in'), output: at('out'), run: at('run') }, { resume: true, shared: false }),
    ).toThrow(/no run to resume/);
  });
});

it('puts the run folder beside the output', () => {
  expect(defaultRunFolder('/data/clean/')).toBe('/data/clean.run');
});
