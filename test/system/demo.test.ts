import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deidbench } from '../support/cli';

const work = mkdtempSync(join(tmpdir(), 'demo-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the demo', () => {
  it('makes, de-identifies and scores a benchmark, anew each time, and warns of nothing but the new key', () => {
    const { code, stdout, stderr } = deidbench(['demo', '--out', work]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^A new pseudonym key was made in \S+; [^\n]*\n$/);
    expect(stdout).toMatch(/3\. The score\nScore [\d.]+%: \d+ of \d+ checks passed/);
    expect(stdout).toContain('report.html');
    const report = JSON.parse(readFileSync(join(work, 'run-1', 'score', 'report.json'), 'utf8')) as object;
    expect(Object.keys(report)).not.toEqual([]);

    // The first demo, as a folder of files: those are de-identified as they are, too.
    const input = join(work, 'run-1', 'benchmark', 'input');
    expect(deidbench(['demo', input, '--out', work]).code).toBe(0);
    expect(existsSync(join(work, 'run-2', 'your-files'))).toBe(true);
    expect(existsSync(join(work, 'run-2', 'score', 'report.html'))).toBe(true);
  });

  it('says so when what it is given is no folder', () => {
    const { code, stderr } = deidbench(['demo', join(work, 'nothing'), '--out', work]);
    expect(code).toBe(1);
    expect(stderr).toContain('is not a folder');
  });
});
