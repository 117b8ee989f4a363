import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deidbench } from '../support/cli';

/**
 * builtin:midi-b on a sample with an official answer key. The key holds checks on purpose that no tool can pass: words that are
 * in no source file, texts to be removed that another check of the same attribute wants retained, dates and UIDs without a value.
 * They are found without looking at what the profile does: what must be retained is checked on the untouched files.
 */
const sample = join(process.cwd(), '..', 'shared', 'benchmark', 'small');

interface Row {
  readonly instance: string;
  readonly check_index: string;
  readonly check_passed: number | null;
  readonly action: string;
  readonly action_text: string | null;
  readonly answer_value: string | null;
  readonly tag_ds: string | null;
  readonly hipaa: string;
}

const RETAINING = new Set(['<tag_retained>', '<text_notnull>', '<text_retained>', '<pixels_retained>']);

describe.skipIf(!existsSync(sample))('builtin:midi-b on the small sample', () => {
  const work = mkdtempSync(join(tmpdir(), 'midi-b-'));
  const at = (...parts: string[]) => join(work, ...parts);
  let reachable: Row[];

  const score = (folder: string, uids: string, patients: string, out: string): Row[] => {
    const inputs = ['--key', at('key.db'), '--uids', uids, '--patients', patients];
    const ran = deidbench(['score', folder, ...inputs, '--out', out, '--ocr', 'none', '--no-dciodvfy']);
    expect(ran.code, ran.stderr).toBeLessThan(3);
    const database = new sqlite.Database(join(out, 'validation_results.db'), { readOnly: true });
    try {
      return database.all(
        `select instance, check_index, check_passed, action, action_text, answer_value, tag_ds,
         coalesce(hipaa_m, '') || coalesce(hipaa_z, '') as hipaa from validation_results`,
      ) as unknown as Row[];
    } finally {
      database.close();
    }
  };
  const table = (path: string): string[][] =>
    readFileSync(path, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map(line => line.split(','));

  beforeAll(() => {
    writeFileSync(at('key.db'), gunzipSync(readFileSync(join(sample, 'answer_key.db.gz'))));
    writeFileSync(at('secret'), 'a-key-of-enough-length');
    const ran = deidbench(
      ['anonymize', join(sample, 'input'), at('out'), '-p', 'builtin:midi-b', '--key-file', at('secret')].concat(
        '--json',
      ),
    );
    expect(ran.code, ran.stderr).toBe(0);
    const rows = score(at('out'), at('out.run/uid_mapping.csv'), at('out.run/patid_mapping.csv'), at('results'));
    mkdirSync(at('same'));
    for (const name of ['uid_mapping.csv', 'patid_mapping.csv']) {
      const ids = table(join(sample, name)).map(([old = '']) => `${old},${old}`);
      writeFileSync(at('same', name), ['id_old,id_new', ...ids, ''].join('\n'));
    }
    const untouched = score(
      join(sample, 'input'),
      at('same/uid_mapping.csv'),
      at('same/patid_mapping.csv'),
      at('originals'),
    );
    reachable = withoutImpossible(
      rows,
      untouched,
      new Map(table(at('out.run/uid_mapping.csv')).map(([o, n]) => [n!, o!])),
    );
  }, 240_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('leaves nothing of any category of HIPAA behind', () => {
    const failed = reachable.filter(row => row.check_passed !== 1 && row.hipaa !== '');
    expect(failed.map(row => `${row.action} ${row.tag_ds}`)).toEqual([]);
  });

  it('passes 99.8 % of the checks that can be passed', () => {
    expect(reachable.length).toBeGreaterThan(19_500);
    expect(reachable.filter(row => row.check_passed === 1).length / reachable.length).toBeGreaterThan(0.998);
  });
});

function withoutImpossible(
  rows: readonly Row[],
  untouched: readonly Row[],
  oldUid: ReadonlyMap<string, string>,
): Row[] {
  const bare = (text: string | null): string => (text ?? '').replace(/[<>]/g, '');
  const before = new Map(untouched.map(row => [`${bare(row.instance)}|${row.check_index}`, row.check_passed]));
  const kept = new Map<string, string[]>();
  const place = (row: Row): string => `${row.instance}|${row.tag_ds}`;
  for (const row of rows) {
    if (row.action !== '<text_retained>' || row.check_passed !== 1) continue;
    const texts = kept.get(place(row));
    if (texts) texts.push(bare(row.action_text).toLowerCase());
    else kept.set(place(row), [bare(row.action_text).toLowerCase()]);
  }
  return rows.filter(row => {
    const instance = bare(row.instance);
    if (RETAINING.has(row.action)) return before.get(`${oldUid.get(instance) ?? instance}|${row.check_index}`) === 1;
    const value = bare(row.answer_value);
    if (row.action === '<text_removed>') {
      const words = bare(row.action_text)
        .toLowerCase()
        .split(/[\s(),]+/)
        .filter(word => word !== '');
      const wanted = kept.get(place(row)) ?? [];
      const same = (word: string, text: string) => text.includes(word) || Number(word) === Number(text);
      return words.length > 0 && !words.some(word => wanted.some(text => same(word, text)));
    }
    if (row.action === '<uid_consistent>' || row.action === '<patid_consistent>')
      return /^[\d.]+$/.test(value) || row.action === '<patid_consistent>';
    return value !== '' || row.action === '<pixels_hidden>';
  });
}
