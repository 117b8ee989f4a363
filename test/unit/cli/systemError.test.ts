import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/exit';
import { errorSentence, reason } from '../../../src/cli/systemError';
import { readProfileText } from '../../../src/cli/profileFiles';
import { openFileSource } from '../../../src/dicom/fileSource.node';
import { fileLoader } from '../../../src/jobs/loadProfile';
import { readProfile } from '../../../src/profile/read';

const folder = mkdtempSync(join(tmpdir(), 'deidbench-cli-'));

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('expected it to throw');
}

describe('what the command line says of errors', () => {
  it('names the path and the reason of an error of the system, in words', () => {
    const missing = join(folder, 'nothing');
    expect(
      errorSentence(
        thrownBy(() => readFileSync(missing)),
        false,
      ),
    ).toBe(`${missing} cannot be used: it is not there.`);
    expect(reason(thrownBy(() => readFileSync(folder)))).toBe('it is a folder; name a file');
  });

  it('passes on the sentence of a mistake of the user', () => {
    expect(errorSentence(new UsageError('Name a folder.'), true)).toBe('Name a folder.');
  });

  it('shows a stack trace of its own faults only if asked', () => {
    const fault = new TypeError('Doe^Jane is not a function\nmore');
    const sentence = errorSentence(fault, false);
    expect(sentence).toMatch(/^This should not have happened \(TypeError\)\. DEIDBENCH_DEBUG=1 shows where; .*report/);
    expect(sentence).not.toContain('Doe');
    expect(errorSentence('Doe^Jane', false)).not.toContain('Doe');
    expect(errorSentence(fault, true)).toContain('systemError.test');
  });

  it('says of a folder in the place of a file that it is one', () => {
    expect(reason(thrownBy(() => openFileSource(folder)))).toBe('it is a folder; name a file');
    expect(fileLoader(folder, '')).toBeUndefined();
    expect(() => readProfileText(folder)).toThrow('it is a folder; name a file');
    expect(() => readProfileText('builtin:nope')).toThrow('builtin:ps3.15');
  });

  it('does not repeat what a file holds that is no profile', () => {
    const { issues } = readProfile(`deid: 1\n- ${'SECRET^NAME '.repeat(9)}\u0000:\n  x: [`, 'scan.dcm');
    expect(issues.map(i => i.message).join('\n')).not.toContain('SECRET');
    expect(issues.length).toBeGreaterThan(0);
  });
});
