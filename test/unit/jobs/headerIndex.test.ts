import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymizeFolder, type AnonymizeRequest } from '../../../src/jobs/anonymizeFolder';
import { createAnonymizePool } from '../../../src/jobs/anonymizePool';
import { indexShare, type IndexShareRequest, type IndexShareResult } from '../../../src/jobs/indexShare';
import { loadProfile } from '../../../src/jobs/loadProfile';
import { mergeRuns } from '../../../src/jobs/mergeRuns';
import { inShare } from '../../../src/jobs/shard';
import { makeCtSlices } from '../../bench/ctSlices.mjs';
import { folderDigest } from '../../support/folderBytes';

const SLICES = 120;
const KEY = { DEIDBENCH_KEY: 'a-key-of-enough-length' };
const { profile } = loadProfile('builtin:ps3.15');

let source: string;
let work: string;

beforeAll(() => {
  source = mkdtempSync(join(tmpdir(), 'index-in-'));
  makeCtSlices(source, SLICES, { rows: 8, columns: 8 });
  writeFileSync(join(source, 'notes.txt'), 'no DICOM here');
  writeFileSync(join(source, 'more.txt'), 'nor here');
  mkdirSync(join(source, 'broken'));
  writeFileSync(join(source, 'broken/cut.dcm'), readFileSync(join(source, 'patient0/series0/slice0.dcm')));
  truncateSync(join(source, 'broken/cut.dcm'), 900);
  symlinkSync('nowhere', join(source, 'dangling'));
});
afterAll(() => rmSync(source, { recursive: true, force: true }));
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'index-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const index = (share: IndexShareRequest['share'], more: Partial<IndexShareRequest> = {}) =>
  indexShare({
    input: source,
    into: join(work, 'index'),
    share,
    profile,
    environment: KEY,
    toolVersion: 'test',
    createPool: setup => createAnonymizePool(setup, 1, 1),
    onEvent: () => undefined,
    ...more,
  });

const run = (output: string, more: Partial<AnonymizeRequest> = {}) =>
  anonymizeFolder({
    input: source,
    output: join(work, output),
    run: join(work, `${output}.run`),
    profile,
    environment: KEY,
    resume: false,
    audit: 'summary',
    toolVersion: 'test',
    createPool: (setup, files) => createAnonymizePool(setup, files, 1),
    onEvent: () => undefined,
    ...more,
  });

describe('an index of the headers, made in shares', () => {
  it('gives the parts of a run the bytes and tables of an undivided run without an index', async () => {
    await run('whole');
    const shares: IndexShareResult[] = [];
    for (const k of [0, 1, 2]) shares.push(await index({ index: k, count: 3 }));
    const sum = (name: 'indexed' | 'notDicom' | 'skipped') => shares.reduce((all, share) => all + share[name], 0);
    expect([sum('indexed'), sum('notDicom'), sum('skipped')]).toEqual([SLICES + 1, 2, 1]);
    const runs = [0, 1, 2, 3].map(k => join(work, `part-${k}`));
    const summaries = [];
    for (const [k, part] of runs.entries())
      summaries.push(
        (await run('parts', { run: part, shard: { index: k, count: 4 }, index: join(work, 'index') })).summary,
      );
    const merged = mergeRuns(runs, join(work, 'merged'));
    expect(merged.unfinished).toBe(0);
    expect(folderDigest(join(work, 'parts'))).toEqual(folderDigest(join(work, 'whole')));
    for (const file of ['uid_mapping.csv', 'patid_mapping.csv', 'not-written.csv', 'audit.csv', 'files.csv'])
      expect(readFileSync(join(work, 'merged', file), 'utf8'), file).toBe(
        readFileSync(join(work, 'whole.run', file), 'utf8'),
      );
    // Every file is some part's, and no part counts the files of another.
    for (const name of ['written', 'quarantined', 'notDicom', 'skipped'] as const)
      expect(summaries.reduce((all, summary) => all + summary[name], 0)).toBe(merged.summary[name]);
  });

  it('serves an undivided run as well', async () => {
    await run('whole');
    await index({ index: 0, count: 1 });
    await run('other', { index: join(work, 'index') });
    expect(folderDigest(join(work, 'other'))).toEqual(folderDigest(join(work, 'whole')));
  });

  it('is readable by its owner only and leaves nothing half written', async () => {
    const { path } = await index({ index: 0, count: 1 });
    expect(statSync(path!).mode & 0o077).toBe(0);
    expect(readdirSync(join(work, 'index'))).toEqual(['1-of-1.index.jsonl']);
    const controller = new AbortController();
    controller.abort();
    const stopped = await index({ index: 0, count: 2 }, { signal: controller.signal });
    expect(stopped.path).toBeUndefined();
    expect(readdirSync(join(work, 'index'))).toEqual(['1-of-1.index.jsonl']);
  });

  it('is refused if a share is missing, and taken once that is there', async () => {
    await index({ index: 0, count: 2 });
    await expect(run('out', { index: join(work, 'index') })).rejects.toThrow(/lacks share 2\/2/);
    await index({ index: 1, count: 2 });
    const { summary } = await run('out', { index: join(work, 'index'), resume: true });
    expect(summary).toMatchObject({ written: SLICES, notDicom: 2, skipped: 1 });
  });

  it('is refused if it is cut off, damaged, of another split, key or profile', async () => {
    const { path } = await index({ index: 0, count: 1 });
    const text = readFileSync(path!, 'utf8');
    const attempt = (name: string, more: Partial<AnonymizeRequest> = {}) =>
      run(name, { index: join(work, 'index'), ...more });
    writeFileSync(path!, text.slice(0, -20));
    await expect(attempt('a')).rejects.toThrow(/damaged or cut off/);
    writeFileSync(path!, text.replace('"state"', '"sta'));
    await expect(attempt('b')).rejects.toThrow(/damaged or cut off/);
    writeFileSync(path!, text.split('\n').toSpliced(3, 1).join('\n'));
    await expect(attempt('c')).rejects.toThrow(/damaged or cut off/);
    writeFileSync(path!, text);
    await expect(attempt('d', { environment: { DEIDBENCH_KEY: 'another-key-of-length' } })).rejects.toThrow(
      /another pseudonym key/,
    );
    await expect(attempt('e', { profile: loadProfile('builtin:keep-all').profile })).rejects.toThrow(/another profile/);
    await index({ index: 0, count: 2 });
    await expect(attempt('f')).rejects.toThrow(/different splits/);
    await expect(run('g', { index: join(work, 'nothing') })).rejects.toThrow(/cannot be read/);
  });

  it('must not lie in the input folder, and needs the key of the run', async () => {
    await expect(index({ index: 0, count: 1 }, { into: join(source, 'index') })).rejects.toThrow(/inside the input/);
    await expect(index({ index: 0, count: 1 }, { environment: {} })).rejects.toThrow(/--key-file/);
  });
});

describe('shares by path', () => {
  it('are disjoint, cover everything and are of like size', () => {
    const paths = Array.from({ length: 6400 }, (_, i) => `patient${i % 37}/series${i % 5}/IM${i}.dcm`);
    for (const count of [2, 3, 8, 64]) {
      const sizes = Array.from({ length: count }, (_, k) => paths.filter(p => inShare(p, { index: k, count })).length);
      expect(sizes.reduce((a, b) => a + b)).toBe(paths.length);
      expect(Math.min(...sizes)).toBeGreaterThan((0.6 * paths.length) / count);
      expect(Math.max(...sizes)).toBeLessThan((1.5 * paths.length) / count);
    }
  });
});
