import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { liesWithin } from '../../../src/jobs/folders';

const work = mkdtempSync(join(tmpdir(), 'folders-'));
const scans = join(work, 'scans');
mkdirSync(scans);
symlinkSync(scans, join(work, 'link'));
afterAll(() => rmSync(work, { recursive: true }));

describe('a path lies within a folder', () => {
  it.each([
    ['the folder itself', scans, true],
    ['a place in it that does not exist yet', join(scans, 'a', 'b'), true],
    ['a place behind a link to it', join(work, 'link', 'out'), true],
    ['a way out and back in', join(scans, '..', 'scans', 'x'), true],
    ['a folder whose name begins alike', `${scans}-clean`, false],
    ['the folder above', work, false],
  ])('or not: %s', (_, path, within) => {
    expect(liesWithin(path, scans)).toBe(within);
  });
});
