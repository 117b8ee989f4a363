import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fmtCommand } from '../../../src/cli/commands/fmt';
import { lintCommand } from '../../../src/cli/commands/lint';
import { UsageError } from '../../../src/cli/exit';
import { LINT_RULES } from '../../../src/profile/rules/registry';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deidbench-lint-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    printed += String(chunk);
    return true;
  });
  process.exitCode = undefined;
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const BAD =
  'deid: 1\nname: n\nstandard: 2026c\nunlisted: { text: keep }\nrules:\n- { tag: PatientNmae, action: remove }\n';

describe('deidbench lint', () => {
  it('prints place, severity, code and message, and exits with 2 for errors', async () => {
    const path = file('p.deid.yaml', BAD);
    await lintCommand().parseAsync([path], { from: 'user' });
    expect(printed).toContain(`${path}:6:10  error    DEID001`);
    expect(process.exitCode).toBe(2);
  });

  it('gives JSON and SARIF', async () => {
    const path = file('p.deid.yaml', BAD);
    await lintCommand().parseAsync([path, '--format', 'json'], { from: 'user' });
    expect(JSON.parse(printed)[0].diagnostics[0]).toMatchObject({ code: 'DEID001', line: 6, column: 10 });
    printed = '';
    await lintCommand().parseAsync([path, '--format', 'sarif'], { from: 'user' });
    const log = JSON.parse(printed);
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'DEID001', level: 'error' });
    expect(log.runs[0].tool.driver.rules).toHaveLength(LINT_RULES.length);
  });

  it('finds nothing in shipped profiles', async () => {
    await lintCommand().parseAsync(['builtin:tcia', 'builtin:midi-b'], { from: 'user' });
    expect(printed).toContain('builtin:tcia: nothing to report.');
    expect(process.exitCode).toBeUndefined();
  });

  it('resolves what a profile extends beside the file', async () => {
    file('base.deid.yaml', 'deid: 1\nname: b\nstandard: 2026c\nunlisted: { text: keep }\n');
    const path = file('p.deid.yaml', 'deid: 1\nname: n\nextends: base.deid.yaml\n');
    await lintCommand().parseAsync([path], { from: 'user' });
    expect(printed).toContain('nothing to report');
  });

  it('says what is wrong with the command line', async () => {
    await expect(lintCommand().parseAsync([join(folder, 'none.yaml')], { from: 'user' })).rejects.toThrow(UsageError);
    await expect(
      lintCommand().parseAsync(['builtin:tcia', '--sample', join(folder, 'none')], { from: 'user' }),
    ).rejects.toThrow(UsageError);
  });
});

describe('deidbench fmt', () => {
  it('writes the normal layout, and only tells with --check', async () => {
    const path = file('p.deid.yaml', BAD);
    await fmtCommand().parseAsync([path, '--check'], { from: 'user' });
    expect(printed).toBe(`${path}\n`);
    expect(process.exitCode).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(BAD);
    await fmtCommand().parseAsync([path], { from: 'user' });
    expect(readFileSync(path, 'utf8')).toBe(BAD.replace('\n- {', '\n  - {'));
  });
});
