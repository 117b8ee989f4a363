import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../../src/jobs/discover';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'discover-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const walk = () => [...discover(root)].sort((a, b) => (a.path < b.path ? -1 : 1));

describe('discover', () => {
  it('finds every file below the folder, dot files included, with its size', () => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    writeFileSync(join(root, 'a/b/one.dcm'), 'xyz');
    writeFileSync(join(root, 'a/.hidden'), '');
    expect(walk()).toEqual([
      { kind: 'file', path: 'a/.hidden', size: 0 },
      { kind: 'file', path: 'a/b/one.dcm', size: 3 },
    ]);
  });

  it('finds nothing in an empty folder', () => {
    expect(walk()).toEqual([]);
  });

  it('follows links to files and folders', () => {
    mkdirSync(join(root, 'real'));
    writeFileSync(join(root, 'real/x'), '1');
    symlinkSync(join(root, 'real'), join(root, 'link'));
    symlinkSync(join(root, 'real/x'), join(root, 'y'));
    expect(walk().map(d => d.path)).toEqual(['link/x', 'real/x', 'y']);
  });

  it('reports a link that leads back to a folder above it and goes on', () => {
    mkdirSync(join(root, 'a'));
    writeFileSync(join(root, 'a/x'), '1');
    symlinkSync(root, join(root, 'a/loop'));
    expect(walk().map(d => (d.kind === 'problem' ? d.code : d.path))).toEqual(['link-loop', 'a/x']);
  });

  it('reports a link that leads nowhere', () => {
    symlinkSync(join(root, 'nowhere'), join(root, 'broken'));
    expect(walk()).toMatchObject([{ kind: 'problem', path: 'broken', code: 'broken-link' }]);
  });
});
