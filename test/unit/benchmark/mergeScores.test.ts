import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeScores } from '../../../src/benchmark/mergeScores.node';
import { scoreFolder } from '../../../src/benchmark/scoreFolder.node';
import type { ScoreOptions } from '../../../src/benchmark/scoreOptions';
import { SqliteTableReader } from '../../../src/benchmark/sqlite/tableReader';
import { memorySource } from '../../../src/dicom/byteSource';
import { answerData, instance, newUid, scene, type KeyCheck } from './support/keyFile';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'merge-scores-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CHECKS: readonly KeyCheck[] = [
  { action: 'tag_retained' },
  { action: 'text_retained', text: 'XX', categories: { tcia: { rev: 'A' } } },
  { action: 'text_removed', text: 'OT' },
  { action: 'pixels_hidden' },
];

/** Scores instances of a key of their own; those in `absent` have no file. */
async function scored(name: string, olds: readonly string[], more: Partial<ScoreOptions> = {}, absent: string[] = []) {
  const folder = join(root, name);
  mkdirSync(folder);
  const files = olds.filter(old => !absent.includes(old)).map(old => [`${old}.dcm`, instance(newUid(old))] as const);
  const key = Object.fromEntries(olds.map((old, i) => [old, answerData(CHECKS.slice(0, 1 + (i % CHECKS.length)))]));
  const at = scene(folder, Object.fromEntries(files), key);
  const summary = await scoreFolder({ ...at, series: true, ...more });
  return { out: at.out, summary };
}

function rowsOf(out: string): string[] {
  const bytes = readFileSync(join(out, 'validation_results.db'));
  const table = new SqliteTableReader(memorySource(bytes), 'validation_results');
  return [...table.records()].map(record =>
    JSON.stringify(table.columns.slice(2).map((name, i) => [name, record.value(i + 2) ?? null])),
  );
}

describe('merged results', () => {
  it('have the rows, the figures and the report files of one run over everything', async () => {
    const olds = ['1.9.1', '1.9.2', '1.9.3', '1.9.4', '1.9.5'];
    const a = await scored('a', olds.slice(0, 4), {}, ['1.9.2']);
    const b = await scored('b', olds.slice(4));
    const merged = await mergeScores([a.out, b.out], join(root, 'all'));
    const both = [...rowsOf(a.out), ...rowsOf(b.out)];
    expect(rowsOf(join(root, 'all')).map(bare)).toEqual(both.map(bare));
    for (const name of ['pass', 'fail', 'blank'] as const)
      expect(merged.counts[name]).toBe(a.summary.counts[name] + b.summary.counts[name]);
    expect(merged.instances).toEqual({ inKey: 5, missing: 1, unreadable: 0 });
    expect(merged.files.checked).toBe(4);
    expect(merged.name).toBe('all');
    expect(readdirSync(join(root, 'all')).sort()).toEqual(readdirSync(a.out).sort());
    const indexes = [...readIndexes(join(root, 'all'))];
    expect(indexes).toEqual(indexes.map((_, i) => i));
  });

  it('are refused if an instance is in two parts, and nothing is left of them', async () => {
    const a = await scored('a', ['1.9.1', '1.9.2']);
    const b = await scored('b', ['1.9.2', '1.9.3']);
    await expect(mergeScores([a.out, b.out], join(root, 'all'))).rejects.toThrow(/count twice/);
    expect(readdirSync(join(root, 'all'))).toEqual([]);
  });

  it('are refused if parts were scored with different settings, or are no results', async () => {
    const a = await scored('a', ['1.9.1']);
    const b = await scored('b', ['1.9.2'], { tokenizer: '3.10.3' });
    await expect(mergeScores([a.out, b.out], join(root, 'all'))).rejects.toThrow(/different settings/);
    await expect(mergeScores([a.out, root], join(root, 'all'))).rejects.toThrow(/no validation_results.db/);
    rmSync(join(b.out, 'report.json'));
    await expect(mergeScores([a.out, b.out], join(root, 'all'))).rejects.toThrow(/expected the report.json/);
    writeFileSync(join(b.out, 'report.json'), '{}');
    await expect(mergeScores([a.out, b.out], join(root, 'all'))).rejects.toThrow(/expected the report.json/);
    expect(existsSync(join(root, 'all'))).toBe(false);
  });
});

/** A row without the columns it has no value in: parts know different categories. */
function bare(row: string): string {
  return JSON.stringify((JSON.parse(row) as [string, unknown][]).filter(([, value]) => value !== null).sort());
}

function* readIndexes(out: string): Generator<unknown> {
  const bytes = readFileSync(join(out, 'validation_results.db'));
  for (const record of new SqliteTableReader(memorySource(bytes), 'validation_results').records())
    yield record.value(0);
}
