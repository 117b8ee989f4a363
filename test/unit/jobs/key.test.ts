import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKey } from '../../../src/jobs/key';

const folder = mkdtempSync(join(tmpdir(), 'deidbench-key-'));
const runKeyFile = join(folder, 'pseudonym.key');
const options = { runKeyFile, environment: {}, mayCreate: false };

describe('the pseudonym key', () => {
  it('is not made where a run goes on that was started with another', () => {
    expect(() => loadKey(options)).toThrow('--key-file');
    expect(existsSync(runKeyFile)).toBe(false);
  });

  it('must be readable and long enough', () => {
    const short = join(folder, 'short');
    writeFileSync(short, 'short');
    expect(() => loadKey({ ...options, keyFile: short })).toThrow('shorter than 16 bytes');
    expect(() => loadKey({ ...options, keyFile: join(folder, 'none') })).toThrow('cannot be read (ENOENT)');
    expect(() => loadKey({ ...options, keyFile: folder })).toThrow('cannot be read (EISDIR)');
  });

  it('is made once for a run and found again', () => {
    const made = loadKey({ ...options, mayCreate: true });
    expect(made.created).toBe(true);
    expect(loadKey(options)).toEqual({ key: made.key, created: false });
  });
});
