import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymizeFolder, type AnonymizeRequest, type AnonymizeResult } from '../../../src/jobs/anonymizeFolder';
import { createAnonymizePool } from '../../../src/jobs/anonymizePool';
import { loadProfile } from '../../../src/jobs/loadProfile';
import { ContactSheetFile } from '../../../src/jobs/contactSheetFile';
import { mergeRuns } from '../../../src/jobs/mergeRuns';
import { WorkerCrash } from '../../../src/jobs/pool';
import type { SheetEntry } from '../../../src/pixels/contactSheet';
import type { JobEvent } from '../../../src/protocol/jobs';
import { makeCtSlices } from '../../bench/ctSlices.mjs';
import { folderDigest } from '../../support/folderBytes';

let source: string;
let work: string;
const SLICES = 310;

beforeAll(() => {
  source = mkdtempSync(join(tmpdir(), 'anonymize-in-'));
  makeCtSlices(source, SLICES, { rows: 8, columns: 8 });
  writeFileSync(join(source, 'notes.txt'), 'no DICOM here');
  mkdirSync(join(source, 'broken'));
  writeFileSync(join(source, 'broken/cut.dcm'), readFileSync(join(source, 'patient0/series0/slice0.dcm')));
  truncateSync(join(source, 'broken/cut.dcm'), 900);
  writeFileSync(join(source, 'broken/empty.dcm'), '');
});
afterAll(() => rmSync(source, { recursive: true, force: true }));
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'anonymize-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const { profile } = loadProfile('builtin:ps3.15');

interface Ran extends AnonymizeResult {
  readonly events: JobEvent[];
}

async function run(name: string, change: Partial<AnonymizeRequest> & { key?: string } = {}): Promise<Ran> {
  const events: JobEvent[] = [];
  const { key = 'a-key-of-enough-length', onEvent, ...rest } = change;
  const result = await anonymizeFolder({
    input: source,
    output: join(work, name),
    run: join(work, `${name}.run`),
    profile,
    environment: { DEIDBENCH_KEY: key },
    resume: false,
    audit: 'summary',
    toolVersion: '0.0.0',
    createPool: (setup, files) => createAnonymizePool(setup, files, 1),
    ...rest,
    onEvent: event => {
      events.push(event);
      onEvent?.(event);
    },
  });
  return { ...result, events };
}

describe('anonymizeFolder', () => {
  it('accounts for every input file and leaves the source as it was', async () => {
    const before = folderDigest(source);
    const { summary } = await run('out');
    expect(summary).toMatchObject({ written: SLICES, quarantined: 1, notDicom: 2, skipped: 0 });
    expect(Object.keys(folderDigest(join(work, 'out')))).toHaveLength(SLICES);
    expect(folderDigest(source)).toEqual(before);
    const reasons = readFileSync(summary.places.notWritten!, 'utf8').split('\n');
    expect(reasons.slice(1, 4).map(line => line.split(',').slice(0, 2).join())).toEqual([
      'broken/cut.dcm,quarantined',
      'broken/empty.dcm,notDicom',
      'notes.txt,notDicom',
    ]);
  });

  it('gives the same bytes for the same key, in one run or in parts by patient, and other UIDs for another key', async () => {
    await run('one');
    await run('again');
    await run('other', { key: 'another-key-of-enough-length' });
    const one = folderDigest(join(work, 'one'));
    expect(folderDigest(join(work, 'again'))).toEqual(one);
    expect(Object.keys(folderDigest(join(work, 'other'))).some(path => path in one)).toBe(false);

    for (let index = 0; index < 3; index++) {
      await run('parts', { run: join(work, `part-${index}`), shard: { index, count: 3 } });
    }
    expect(folderDigest(join(work, 'parts'))).toEqual(one);
    const merged = mergeRuns(
      [0, 1, 2].map(i => join(work, `part-${i}`)),
      join(work, 'merged'),
    );
    expect(merged.unfinished).toBe(0);
    expect(merged.summary).toMatchObject({ written: SLICES, quarantined: 1, notDicom: 2 });
    for (const file of ['uid_mapping.csv', 'patid_mapping.csv', 'not-written.csv', 'audit.csv', 'files.csv']) {
      expect(readFileSync(join(work, 'merged', file), 'utf8'), file).toBe(
        readFileSync(join(work, 'one.run', file), 'utf8'),
      );
    }
  });

  it('merges the contact sheets of the parts into one page', async () => {
    const image = (name: string, changed: boolean): SheetEntry => ({
      name,
      risk: 'high',
      modality: 'US',
      columns: 8,
      rows: 8,
      frames: 1,
      boxes: [],
      notes: changed ? ['overlay-bits-cleared'] : [],
      thumbnail: 'data:image/png;base64,',
    });
    const runs = [0, 1].map(i => join(work, `part-${i}`));
    for (const [i, part] of runs.entries()) {
      await run('parts', { run: part, shard: { index: i, count: 2 } });
      const sheet = new ContactSheetFile(part, false);
      sheet.append([image(`a${i}.dcm`, true), image(`b${i}.dcm`, false)]);
      sheet.finish(true);
    }
    const { summary } = mergeRuns(runs, join(work, 'merged'));
    expect(summary.places.contactSheet).toBe(join(work, 'merged/contact-sheet.html'));
    const page = readFileSync(summary.places.contactSheet!, 'utf8');
    expect(page).toContain('2 image(s) changed, 2 image(s) of risky classes');
    for (const name of ['a0', 'a1', 'b0', 'b1']) expect(page.split(`${name}.dcm`)).toHaveLength(2);
    expect(readdirSync(join(work, 'merged')).filter(name => name.endsWith('.jsonl'))).toEqual([]);
  });

  it('refuses to merge when a part is missing or from another run', async () => {
    await run('parts', { run: join(work, 'part-0'), shard: { index: 0, count: 2 } });
    expect(() => mergeRuns([join(work, 'part-0')], join(work, 'm'))).toThrow(/2\/2 is missing/);
    await run('else', { run: join(work, 'part-1'), shard: { index: 1, count: 2 } });
    expect(() => mergeRuns([join(work, 'part-0'), join(work, 'part-1')], join(work, 'm'))).toThrow(
      /different output folder/,
    );
  });

  it('resumes a stopped run to the bytes of an undisturbed one', async () => {
    await run('whole');
    const controller = new AbortController();
    const stopped = await run('out', {
      signal: controller.signal,
      onEvent: event => {
        if (event.type === 'progress' && event.phase === 'deidentify' && event.done > 60) controller.abort();
      },
    });
    expect(stopped.cancelled).toBe(true);
    expect(stopped.summary.written).toBeGreaterThan(60);
    expect(stopped.summary.written).toBeLessThan(SLICES);
    const resumed = await run('out', { resume: true });
    expect(resumed.summary.written).toBe(SLICES);
    expect(folderDigest(join(work, 'out'))).toEqual(folderDigest(join(work, 'whole')));
    expect(readFileSync(join(work, 'out.run/uid_mapping.csv'), 'utf8')).toBe(
      readFileSync(join(work, 'whole.run/uid_mapping.csv'), 'utf8'),
    );
    expect(readFileSync(join(work, 'out.run/audit.csv'), 'utf8')).toBe(
      readFileSync(join(work, 'whole.run/audit.csv'), 'utf8'),
    );
  });

  it('does not resume with another profile or key', async () => {
    await run('out');
    await expect(run('out', { resume: true, profile: loadProfile('builtin:keep-all').profile })).rejects.toThrow(
      /another profile/,
    );
    await expect(run('out', { resume: true, key: 'another-key-of-enough-length' })).rejects.toThrow(
      /another pseudonym key/,
    );
  });

  it('quarantines only the file that kills its worker', async () => {
    const { summary } = await run('out', {
      createPool: (setup, files) => {
        const pool = createAnonymizePool(setup, files, 1);
        return {
          ...pool,
          run: task =>
            task.kind === 'deidentify' && task.files.some(f => f.path.endsWith('slice7.dcm'))
              ? Promise.reject(new WorkerCrash('out of memory'))
              : pool.run(task),
        };
      },
    });
    expect(summary).toMatchObject({ written: SLICES - 1, quarantined: 2 });
    expect(readFileSync(summary.places.notWritten!, 'utf8')).toContain('slice7.dcm,quarantined,worker-crashed');
  });

  it('stops with a clear message when the disk is full, and goes on later', async () => {
    let full = true;
    const createPool: AnonymizeRequest['createPool'] = (setup, files) => {
      const pool = createAnonymizePool(setup, files, 1);
      return {
        ...pool,
        run: async task => {
          if (task.kind !== 'deidentify' || !full) return pool.run(task);
          full = false;
          return {
            kind: 'deidentify',
            result: {
              files: [],
              uids: [],
              patientIds: [],
              audit: [],
              auditLines: [],
              sheet: [],
              fatal: 'The disk of the output folder is full.',
            },
          };
        },
      };
    };
    await expect(run('out', { createPool })).rejects.toThrow(/disk .* is full/);
    expect((await run('out', { resume: true })).summary.written).toBe(SLICES);
  });

  it('never says a value of a data element in its events and reports', async () => {
    const { events, summary } = await run('out');
    const said =
      JSON.stringify(events) +
      readFileSync(summary.places.notWritten!, 'utf8') +
      readFileSync(summary.places.audit!, 'utf8') +
      readFileSync(join(work, 'out.run/summary.json'), 'utf8');
    for (const value of [
      'Sample',
      'PID1000',
      'ACC1000',
      'Saint Example',
      'Referrer',
      '19600405',
      '1.2.826.0.1.3680043.8.498.0',
    ])
      expect(said).not.toContain(value);
    const names = readdirSync(join(work, 'out'), { recursive: true }).join('\n');
    for (const value of ['Sample', 'PID1000', '1.2.826']) expect(names).not.toContain(value);
  });

  it('forgets what it harvested from the headers once the run is complete', async () => {
    await run('out');
    const ledger = readFileSync(join(work, 'out.run/ledger.db')).toString('latin1');
    expect(ledger).not.toContain('Sample^Patient');
    expect(ledger).not.toContain('Saint Example Hospital');
  });

  it('keeps mapping tables of every remapped UID and Patient ID, outside the output', async () => {
    await run('out');
    const uids = readFileSync(join(work, 'out.run/uid_mapping.csv'), 'utf8').trim().split('\n');
    expect(uids[0]).toBe('id_old,id_new');
    expect(uids.length).toBeGreaterThan(SLICES);
    expect(uids.some(line => line.startsWith('1.2.826.0.1.3680043.8.498.0.7.1,2.25.'))).toBe(true);
    expect(readFileSync(join(work, 'out.run/patid_mapping.csv'), 'utf8')).toMatch(/^PID100000,/m);
    expect(readdirSync(join(work, 'out')).some(name => name.endsWith('.csv'))).toBe(false);
  });
});
