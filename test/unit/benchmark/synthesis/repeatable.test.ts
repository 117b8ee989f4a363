import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { embeddedFiles, type SourceFile } from '../../../../src/benchmark/synthesis/sources.node';
import { synthesize } from '../../../../src/benchmark/synthesis/synthesize.node';

const root = mkdtempSync(join(tmpdir(), 'repeatable-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A few instances of several kinds are enough. */
function* some(): IterableIterator<SourceFile> {
  let at = 0;
  for (const file of embeddedFiles()) if (at++ % 5 === 0) yield file;
}

async function digests(name: string, seed: number, patients?: number): Promise<Map<string, string>> {
  const out = mkdtempSync(join(root, name));
  await synthesize(some(), out, {
    seed,
    patients,
    pixels: 0.5,
    locales: ['en-US', 'fr-FR'],
    wide: true,
    uidForm: 'legal',
  });
  return new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [relative(out, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

describe('synthesis', () => {
  it('gives the same bytes for the same seed, the key included', async () => {
    expect(await digests('a', 5)).toEqual(await digests('b', 5));
  });

  it('gives other people for another seed', async () => {
    const [five, six] = [await digests('c', 5), await digests('d', 6)];
    expect([...five.keys()].filter(path => six.has(path))).toEqual(['answer_key.db', 'manifest.json']);
  });

  it('spreads the studies over as many patients as asked for, at most', async () => {
    const patients = new Set(
      [...(await digests('e', 5, 2)).keys()]
        .filter(path => path.startsWith('input'))
        .map(path => path.split(/[/\\]/)[1]),
    );
    expect(patients.size).toBeLessThanOrEqual(2);
    expect(patients.size).toBeGreaterThan(0);
  });
});
