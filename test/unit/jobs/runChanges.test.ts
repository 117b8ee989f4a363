import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { compareTwo } from '../../../src/benchmark/compareRuns';
import { loadRun } from '../../../src/benchmark/loadRun.node';
import { ChangesModel } from '../../../src/extension/results/model/changesModel';
import { readRunChanges } from '../../../src/jobs/runChanges';
import type { RunRecord } from '../../../src/protocol/results';

const work = mkdtempSync(join(tmpdir(), 'changes-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const COLUMNS = [
  'check_index',
  'check_passed',
  'tag_ds',
  'tag_name',
  'file_value',
  'answer_value',
  'action',
  'modality',
  'instance',
  'file_path',
  'hipaa_z',
  'tcia_p15',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

/** A folder with the results of a run. */
function scored(name: string, rows: readonly Row[]): string {
  const folder = join(work, name);
  mkdirSync(folder);
  const database = new sqlite.Database(join(folder, 'validation_results.db'));
  database.exec(`CREATE TABLE validation_results (${COLUMNS.join(', ')})`);
  for (const row of rows)
    database.run(
      `INSERT INTO validation_results VALUES (${COLUMNS.map(() => '?').join(', ')})`,
      COLUMNS.map(column => row[column] ?? null),
    );
  database.close();
  return folder;
}

/** The check that says which instance this was, and one more. */
const instance = (uid: string, old: string, description: Row, more: readonly Row[] = []): Row[] =>
  [
    { check_index: '0', action: '<uid_changed>', tag_ds: '<(0008,0018)>', answer_value: `<${old}>`, check_passed: 1 },
    {
      check_index: '1',
      action: '<text_removed>',
      tag_ds: '<(0008,1030)>',
      tag_name: '<Study Description>',
      answer_value: '<CHEST OF JANE>',
      hipaa_z: '<HIPAA-A>',
      modality: "['CT']",
      ...description,
    },
    ...more,
  ].map(row => ({ instance: `<${uid}>`, ...row }));

// UIDs after de-identification differ from run to run.
const first = scored('first', [
  ...instance('2.25.1', '1.1', { check_passed: 0, file_value: '<CHEST OF JANE>' }),
  ...instance('2.25.2', '1.2', { check_passed: 1, file_value: '<CHEST>' }),
  ...instance('2.25.3', '1.3', { check_passed: null }, [
    { check_index: 'x', action: '<tag_retained>', check_passed: 1 },
  ]),
]);
const second = scored('second', [
  ...instance('2.25.91', '1.1', { check_passed: 1, file_value: '<CHEST OF>' }),
  ...instance('2.25.92', '1.2', { check_passed: 0, file_value: null }),
  ...instance('2.25.93', '1.3', { check_passed: 0 }, [{ check_index: 'x', action: '<tag_retained>', check_passed: 1 }]),
  ...instance('2.25.94', '1.4', { check_passed: 0 }),
]);

describe('changes between two runs', () => {
  it('are the checks that pass in one of them only, known by the instance before de-identification', () => {
    const { common, changes } = readRunChanges(first, second);
    expect(common).toBe(7);
    const same = { action: 'text_removed', tag: '(0008,1030)', name: 'Study Description', category: 'hipaa HIPAA-A' };
    const original = { ...same, modality: 'CT', original: 'CHEST OF JANE' };
    expect(changes).toEqual([
      { ...original, better: true, instance: '2.25.91', then: 'CHEST OF JANE', now: 'CHEST OF' },
      { ...original, better: false, instance: '2.25.92', then: 'CHEST', now: null },
    ]);
  });

  it('are as many as the command line counts, either way round', () => {
    for (const [a, b] of [
      [first, second],
      [second, first],
    ] as const) {
      const { common, changes } = readRunChanges(a, b);
      const counted = compareTwo(loadRun(a), loadRun(b));
      const better = changes.filter(change => change.better).length;
      expect({ common, better, worse: changes.length - better }).toEqual({
        common: counted.common,
        better: counted.better,
        worse: counted.worse,
      });
    }
  });

  it('are none where the keys have nothing in common', () => {
    const other = scored('other', instance('2.25.1', '9.9', { check_passed: 0 }));
    expect(readRunChanges(other, second)).toEqual({ common: 0, changes: [] });
  });

  it('cannot be told without results, which is said', () => {
    expect(() => readRunChanges(join(work, 'none'), second)).toThrow(/validation_results\.db is not there/);
  });
});

describe('the page of changes', () => {
  const run = (id: string, reports: string): RunRecord => ({
    version: 1,
    id,
    kind: 'score',
    state: 'done',
    started: '2026-01-02T03:04:05.000Z',
    seconds: 1,
    profile: '',
    paths: { reports },
    figures: { score: '50.00%' },
  });
  const model = new ChangesModel(run('b', second), run('a', first), 'run a', undefined);

  it('sums them up by category', () => {
    expect(model.overview).toEqual({
      label: 'run a',
      text: '50.00%',
      common: 7,
      better: 1,
      worse: 1,
      categories: [{ label: 'hipaa HIPAA-A', better: 1, worse: 1 }],
    });
  });

  it('groups them, with how many of a group are for the better, and filters by their direction', () => {
    const page = model.page({ filter: '', group: 'category', open: [] }, 0, 10);
    expect(page.rows).toMatchObject([{ kind: 'group', label: 'hipaa HIPAA-A', count: 2, better: 1 }]);
    const worse = model.page({ filter: 'outcome:worse', group: 'none', open: [] }, 0, 10);
    expect(worse.rows).toMatchObject([{ kind: 'check', outcome: 'worse', expected: 'CHEST', after: '', absent: true }]);
    const byChange = model.page({ filter: '', group: 'outcome', open: [] }, 0, 10);
    expect(byChange.rows).toMatchObject([{ label: 'passes now' }, { label: 'no longer passes', better: 0 }]);
  });
});
