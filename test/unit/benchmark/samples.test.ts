import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPixelSheet } from '../../../src/benchmark/importSheet.node';
import { replayReader } from '../../../src/benchmark/ocr/replay';
import { writeWorkbook } from '../../../src/benchmark/report/workbook.node';
import { writeReports } from '../../../src/benchmark/report/writeReports.node';
import { readResults } from '../../../src/benchmark/results/readResults.node';
import { scoreFolder } from '../../../src/benchmark/scoreFolder.node';
import type { ScoreSummary } from '../../../src/benchmark/scoreOptions';
import { SqliteTableReader } from '../../../src/benchmark/sqlite/tableReader';
import { memorySource } from '../../../src/dicom/byteSource';
import { hasShared, SHARED } from './support/shared';

const work = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const unzipped = (path: string): Buffer => gunzipSync(readFileSync(join(SHARED, 'benchmark', path)));

/** Every row of a database of results, as text for a quick comparison. */
function rowsOf(bytes: Uint8Array): { columns: readonly string[]; rows: string[] } {
  const table = new SqliteTableReader(memorySource(bytes), 'validation_results');
  const rows: string[] = [];
  for (const record of table.records()) rows.push(JSON.stringify(table.columns.map((_, i) => record.value(i))));
  return { columns: table.columns, rows };
}

async function cellsOf(path: string): Promise<unknown> {
  return readXlsxFile(path);
}

describe.skipIf(!hasShared).each([
  ['small', 19964],
  ['medium', 70643],
])('the %s sample', (sample, rowCount) => {
  const at = (name: string): string => join(SHARED, 'benchmark', sample, name);
  const out = join(work, sample);
  let summary: ScoreSummary;

  beforeAll(async () => {
    const key = join(work, `${sample}.db`);
    writeFileSync(key, unzipped(`${sample}/answer_key.db.gz`));
    summary = await scoreFolder({
      curated: at('curated'),
      key,
      uids: at('uid_mapping.csv'),
      patients: at('patid_mapping.csv'),
      out,
      cpus: 2,
      series: true,
      ocr: replayReader(readFileSync(at('official/ocr.jsonl'), 'utf8')),
    });
  }, 120_000);

  it('has every row of the official results, in their order, value by value', () => {
    const ours = rowsOf(readFileSync(join(out, 'validation_results.db')));
    const official = rowsOf(unzipped(`${sample}/official/validation_results.db.gz`));
    expect(ours.columns).toEqual(official.columns);
    expect(official.rows.length).toBe(rowCount);
    expect(ours.rows.length).toBe(rowCount);
    expect(ours.rows.filter((row, i) => row !== official.rows[i])).toEqual([]);
  });

  it.each(['internal', 'participant'])('has the official discrepancy_report_%s.csv byte for byte', kind => {
    const ours = readFileSync(join(out, `discrepancy_report_${kind}.csv`));
    expect(ours.equals(unzipped(`${sample}/official/discrepancy_report_${kind}.csv.gz`))).toBe(true);
  });

  it.each(['scoring_report_instance.xlsx', 'scoring_report_series.xlsx', 'pixel_validation.xlsx'])(
    'has the official %s cell by cell',
    async name => {
      expect(await cellsOf(join(out, name))).toEqual(await cellsOf(at(`official/${name}`)));
    },
  );

  it('gives the same reports from the official database as from its own run', async () => {
    const database = join(work, `${sample}-official.db`);
    writeFileSync(database, unzipped(`${sample}/official/validation_results.db.gz`));
    const again = join(work, `${sample}-again`);
    mkdirSync(again, { recursive: true });
    await writeReports(again, await readResults(database, true), {});
    for (const name of ['discrepancy_report_internal.csv', 'discrepancy_report_participant.csv'])
      expect(readFileSync(join(again, name)).equals(readFileSync(join(out, name)))).toBe(true);
    expect(await cellsOf(join(again, 'scoring_report_series.xlsx'))).toEqual(
      await cellsOf(join(out, 'scoring_report_series.xlsx')),
    );
  });

  it('names what it left out and what is missing', () => {
    expect(summary.files.skipped.map(skip => skip.path)).toEqual(['readme.txt']);
    expect(summary.instances.missing).toBe(sample === 'small' ? 4 : 16);
    expect(summary.files.unmapped.length).toBe(sample === 'small' ? 0 : 3);
    const html = readFileSync(join(out, 'report.html'), 'utf8');
    expect(html).toContain(summary.score);
    expect(html).not.toMatch(/<script| src=| href=|url\(/);
  });

  it('takes over the outcomes of a hand-checked pixel sheet', async () => {
    const rows = (await readXlsxFile(join(out, 'pixel_validation.xlsx')))[0].data.map(row => [...row]);
    const turned = rows.slice(1).map(row => [row[0], row[1] !== true, row[1] === true ? 0 : 1, ...row.slice(3)]);
    const sheet = join(work, `${sample}-checked.xlsx`);
    await writeWorkbook(sheet, [
      { name: 'Sheet1', rows: [rows[0], ...turned] as (string | number | boolean | null)[][] },
    ]);
    const before = summary.actions.find(f => f.label === 'pixels_hidden');
    const result = await importPixelSheet(out, sheet, true);
    expect(result.rows).toBe(rows.length - 1);
    const collector = await readResults(join(out, 'validation_results.db'), false);
    const after = collector.instance.byAction.get('<pixels_hidden>');
    expect([after?.pass, after?.fail]).toEqual([before?.fail, before?.pass]);
    expect(result.counts.pass).toBe(summary.counts.pass - (before?.pass ?? 0) + (before?.fail ?? 0));
  });
});
