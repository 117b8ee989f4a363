import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseConfig } from '../../../src/benchmark/config';
import { scoreFolder } from '../../../src/benchmark/scoreFolder.node';
import { SqliteTableReader } from '../../../src/benchmark/sqlite/tableReader';
import { memorySource } from '../../../src/dicom/byteSource';
import { scoreCommand } from '../../../src/cli/commands/score';
import { UsageError } from '../../../src/cli/exit';
import { LE } from '../../support/dicomWriter';
import type { Scene } from './support/keyFile';
import { answerData, instance, newUid, scene, writeKey, writeTable } from './support/keyFile';

/** Situations in which the official scripts end with nothing, or lose more than they should. */
let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'crash-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const OLD = '1.9.1';
const NEW = newUid(OLD);
const RETAINED = answerData([{ action: 'tag_retained' }]);

type Row = Record<string, unknown>;

function rowsOf(out: string): Row[] {
  const table = new SqliteTableReader(
    memorySource(readFileSync(join(out, 'validation_results.db'))),
    'validation_results',
  );
  const rows: Row[] = [];
  for (const record of table.records())
    rows.push(Object.fromEntries(table.columns.map((name, i) => [name, record.value(i)])));
  return rows;
}

/** Scores one file against the checks of one instance. */
async function one(file: Uint8Array, answers: string | null) {
  const at = scene(root, { 'a.dcm': file }, { [OLD]: answers });
  const summary = await scoreFolder({ ...at });
  return { summary, rows: rowsOf(at.out) };
}

describe('where the official scripts end, scoring goes on', () => {
  it('counts an instance without mapping as missing and lists its file', async () => {
    const at = scene(root, { 'a.dcm': instance('2.25.404') }, { [OLD]: RETAINED });
    const summary = await scoreFolder({ ...at });
    expect(summary.files.unmapped).toEqual(['a.dcm']);
    expect(rowsOf(at.out).map(row => row.file_value)).toEqual(['<MISSING FILE>']);
  });

  it('takes one processor where the configuration says none', () => {
    const config = {
      run_name: 'r',
      input_data_path: 'i',
      output_data_path: 'o',
      answer_db_file: 'k',
      uid_mapping_file: 'u',
      patid_mapping_file: 'p',
    };
    expect(parseConfig(JSON.stringify({ ...config, multiprocessing_cpus: '0' })).cpus).toBe(1);
    expect(parseConfig(JSON.stringify(config)).cpus).toBe(1);
  });

  it.each([
    [0x00080060, 'Modality'],
    [0x00080016, 'SOPClassUID'],
    [0x00100020, 'PatientID'],
    [0x0020000d, 'StudyInstanceUID'],
    [0x0020000e, 'SeriesInstanceUID'],
    [0x00080018, 'SOPInstanceUID'],
  ])('leaves out a file without (%i) %s and checks the others', async (tag, keyword) => {
    const at = scene(
      root,
      { 'a.dcm': instance(NEW), 'b.dcm': instance(newUid('1.9.2'), { [tag]: null }) },
      { [OLD]: RETAINED, '1.9.2': RETAINED },
    );
    const summary = await scoreFolder({ ...at });
    expect(summary.files.skipped).toEqual([
      { path: 'b.dcm', reason: 'lacks-attribute', detail: `it has no ${keyword}` },
    ]);
    expect(summary.instances.missing).toBe(1);
    expect(rowsOf(at.out)).toHaveLength(2);
  });

  it('passes over files that are not DICOM, and dot-files', async () => {
    const at = scene(
      root,
      { 'a.dcm': instance(NEW), 'notes.txt': 'hello', '.hidden/a.dcm': instance(NEW) },
      { [OLD]: RETAINED },
    );
    const summary = await scoreFolder({ ...at });
    expect(summary.files.found).toBe(2);
    expect(summary.files.skipped.map(skip => skip.reason)).toEqual(['not-dicom']);
    expect(rowsOf(at.out)).toHaveLength(1);
  });

  it('shows an integer string with a fraction as text', async () => {
    const { rows } = await one(
      instance(NEW, { 0x00280008: ['IS', '12.5'] }),
      answerData([{ action: 'tag_retained', tag: '(0028,0008)' }]),
    );
    expect(rows[0].file_value).toBe('<12.5>');
  });

  it('shows an integer string that is infinite as text', async () => {
    const { rows } = await one(
      instance(NEW, { 0x00280008: ['IS', 'inf '] }),
      answerData([{ action: 'tag_retained', tag: '(0028,0008)' }]),
    );
    expect(rows[0].file_value).toBe('<inf>');
  });

  it.each([
    ['US', 0x00280011, '(0028,0011)', 6, '<[0, 0, 0]>'],
    ['SS', 0x00189219, '(0018,9219)', 4, '<[0, 0]>'],
    ['FL', 0x00089459, '(0008,9459)', 6, "<b'\\x00\\x00\\x00\\x00\\x00\\x00'>"],
    ['FD', 0x00189073, '(0018,9073)', 10, "<b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'>"],
    ['UL', 0x00186020, '(0018,6020)', 2, "<b'\\x00\\x00'>"],
  ])('goes on after a %s of an odd number of bytes', async (vr, tag, path, length, shown) => {
    const { rows } = await one(
      instance(NEW, { [tag]: [vr, new Uint8Array(length)] }),
      answerData([{ action: 'tag_retained', tag: path }, { action: 'tag_retained' }]),
    );
    expect(rows.map(row => row.file_value)).toEqual([shown, '<OT>']);
  });

  it('leaves out a DICOMDIR, which has none of the six attributes', async () => {
    const directory = Object.fromEntries(
      [0x00080060, 0x00080016, 0x00100020, 0x0020000d, 0x0020000e].map(tag => [tag, null]),
    );
    const at = scene(root, { 'a.dcm': instance(NEW), DICOMDIR: instance('1.2', directory) }, { [OLD]: RETAINED });
    const summary = await scoreFolder({ ...at });
    expect(summary.files.skipped).toEqual([
      { path: 'DICOMDIR', reason: 'lacks-attribute', detail: 'it has no Modality' },
    ]);
    expect(rowsOf(at.out)).toHaveLength(1);
  });

  it('shows a number of a wrong length as bytes', async () => {
    const { rows } = await one(
      instance(NEW, { 0x00280010: ['US', Uint8Array.of(1, 2, 3, 4, 5, 6).subarray(0, 3)] }),
      answerData([{ action: 'tag_retained', tag: '(0028,0010)' }]),
    );
    // The writer pads to four bytes, two numbers.
    expect(rows[0].file_value).toBe('<[513, 8195]>');
    const wrong = await one(
      instance(NEW, { 0x00186020: ['SL', Uint8Array.of(1, 2)] }),
      answerData([{ action: 'tag_retained', tag: '(0018,6020)' }]),
    );
    expect(wrong.rows[0].file_value).toBe("<b'\\x01\\x02'>");
  });

  it('leaves out a file whose InstanceNumber has a fraction, as the official indexer does', async () => {
    const { summary, rows } = await one(instance(NEW, { 0x00200013: ['IS', '12.5'] }), RETAINED);
    expect(summary.files.skipped[0].reason).toBe('instance-number');
    expect(rows[0].file_value).toBe('<MISSING FILE>');
  });

  it('reads explicit OV, SV and UV with their long headers', async () => {
    const eight = Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0);
    const { rows } = await one(
      instance(NEW, { 0x00720082: ['SV', eight], 0x00720083: ['UV', eight], 0x00880140: ['UI', '1.2'] }),
      answerData(['(0072,0082)', '(0072,0083)', '(0088,0140)'].map(tag => ({ action: 'tag_retained', tag }))),
    );
    expect(rows.map(row => row.file_value)).toEqual(['<5>', '<5>', '<1.2>']);
  });

  it('leaves out a file with empty PixelData and says so', async () => {
    const { summary, rows } = await one(instance(NEW, { 0x7fe00010: ['OW', new Uint8Array(0)] }), RETAINED);
    expect(summary.files.skipped[0].detail).toBe('its PixelData is empty');
    expect(rows[0].file_value).toBe('<MISSING FILE>');
  });

  it.each([['not JSON'], ['{}'], ['null'], ['[]'], [null], ['{"0": {"action": "<tag_retained>"}}']])(
    'gives no rows to an instance whose answers are %s, and warns',
    async answers => {
      const at = scene(root, { 'a.dcm': instance(NEW) }, { [OLD]: answers, '1.9.2': RETAINED });
      const summary = await scoreFolder({ ...at });
      expect(summary.instances.unreadable).toBe(1);
      expect(summary.warnings.map(warning => warning.code)).toContain('unreadable-answers');
      expect(rowsOf(at.out)).toHaveLength(1);
    },
  );

  it('leaves a check undecided that alone lacks its text', async () => {
    const answers = JSON.parse(
      answerData([{ action: 'text_retained', text: 'OT' }, { action: 'text_retained' }]),
    ) as Record<string, Row>;
    delete answers['1'].action_text;
    const { rows, summary } = await one(instance(NEW), JSON.stringify(answers));
    expect(rows.map(row => row.check_passed)).toEqual([1, null]);
    expect(summary.counts).toEqual({ blank: 1, fail: 0, pass: 1 });
    expect(summary.score).toBe('50.00%');
  });

  it('counts text checks without a category as unknown', async () => {
    const { summary } = await one(
      instance(NEW),
      answerData([{ action: 'text_retained', text: 'OT', categories: { hipaa: { z: null } } }]),
    );
    expect(summary.categories.map(f => f.label)).toEqual(['unknown unknown']);
  });

  it('keeps the sheet of categories where one check has none at all', async () => {
    const answers = JSON.parse(
      answerData([{ action: 'text_retained', text: 'OT' }, { action: 'tag_retained' }, { action: 'tag_retained' }]),
    ) as Record<string, Record<string, unknown>>;
    delete answers['0']!.answer_category_v2;
    const { rows, summary } = await one(instance(NEW), JSON.stringify(answers));
    expect(rows).toHaveLength(3);
    expect(summary.categories.map(({ label, pass }) => `${label} ${pass}`)).toEqual([
      'dicom DICOM-IOD-2 2',
      'unknown unknown 1',
    ]);
  });

  it('keeps columns of categories that no check has', async () => {
    const { rows } = await one(
      instance(NEW),
      answerData([{ action: 'tag_retained', categories: { dicom: { iod: 'DICOM-IOD-1' } } }]),
    );
    expect(rows[0]).toMatchObject({ dicom_iod: 'DICOM-IOD-1', prev_cat: null, tcia_rev: null });
  });

  it('reports every instance missing for an empty folder', async () => {
    const at = scene(root, {}, { [OLD]: RETAINED });
    const summary = await scoreFolder({ ...at });
    expect(summary.instances.missing).toBe(1);
    expect(summary.warnings.map(warning => warning.code)).toContain('nothing-matches');
    expect(existsSync(join(at.out, 'scoring_report_instance.xlsx'))).toBe(true);
  });

  it('leaves no row for a pixels_hidden check without pixels, and counts it', async () => {
    const text = '{"text": "DOE", "top_left": [0, 0], "bottom_right": [5, 5]}';
    const { rows, summary } = await one(
      instance(NEW),
      answerData([{ action: 'pixels_hidden', text }, { action: 'tag_retained' }]),
    );
    expect(rows.map(row => row.action)).toEqual(['<tag_retained>']);
    expect(summary.vanished).toBe(1);
  });

  it('gives no row to an action it does not know', async () => {
    const { rows } = await one(
      instance(NEW),
      answerData([{ action: 'some_future_action' }, { action: 'tag_retained' }]),
    );
    expect(rows).toHaveLength(1);
  });

  it('reads a truncated file as far as it goes', async () => {
    const whole = instance(NEW, { 0x00204000: ['LT', 'x'.repeat(400)] });
    const { rows } = await one(
      whole.subarray(0, whole.length - 100),
      answerData([{ action: 'tag_retained', tag: '(0020,4000)' }]),
    );
    expect(rows[0].file_value).toBe(`<${'x'.repeat(300)}>`);
  });
});

describe('inputs that cannot be used', () => {
  const good = () => scene(root, { 'a.dcm': instance(NEW) }, { [OLD]: RETAINED });

  it.each([
    ['a;b\n1;2\n', /uids\.csv: row 1 must name the columns id_old and id_new.*separated by commas/],
    ['ID_OLD,ID_NEW\n', /uids\.csv: row 1 must name the columns id_old and id_new/],
    ['', /uids\.csv: row 1 must name/],
    ['id_old,id_new\n1,2\n3,4,5\n', /uids\.csv: row 3 has 3 fields where the header has 2/],
    ['id_old,id_new\n"1,2\n', /uids\.csv: row \d+ cannot be read/],
  ])('says what is wrong with a mapping: %j', async (text, message) => {
    const at = good();
    writeFileSync(at.uids, text);
    await expect(scoreFolder({ ...at })).rejects.toThrow(message);
    expect(existsSync(join(at.out, 'validation_results.db'))).toBe(false);
  });

  it('says what is wrong with a key', async () => {
    const at = good();
    writeFileSync(at.key, 'not a database at all'.repeat(100));
    await expect(scoreFolder({ ...at })).rejects.toThrow(
      /key\.db: expected an SQLite database with a table answer_data/,
    );
    writeKey(at.key, {});
    await expect(scoreFolder({ ...at })).rejects.toThrow(/answer_data has no row with a SOPInstanceUID/);
    await expect(scoreFolder({ ...at, key: join(root, 'none.db') })).rejects.toThrow(/none\.db: there is no such file/);
    await expect(scoreFolder({ ...at, curated: join(root, 'none') })).rejects.toThrow(
      /does not exist or is not a folder/,
    );
  });

  it.each([
    ['nonsense', /not JSON/],
    ['[]', /not a JSON object/],
    ['{"run_name": "r", "input_data_path": " "}', /"input_data_path" must be a text/],
  ])('says what is wrong with a configuration: %s', (text, message) => {
    expect(() => parseConfig(text)).toThrow(message);
  });
});

/** Warnings of a run without the folder it was in. */
function said(summary: { readonly warnings: readonly { readonly message: string }[] }): string[] {
  return summary.warnings.map(({ message }) => message.replaceAll(`${root}/`, ''));
}

describe('inputs that are damaged in part: one sentence, and what can be scored is', () => {
  const two = () =>
    scene(root, { 'a.dcm': instance(NEW), 'b.dcm': instance(newUid('1.9.2')) }, { [OLD]: RETAINED, '1.9.2': RETAINED });

  it('names the rows of a mapping that repeat an old or a new identifier', async () => {
    const at = two();
    writeFileSync(at.uids, `id_old,id_new\n${OLD},${NEW}\n\n${OLD},2.25.7\n1.9.2,${newUid('1.9.2')}\n1.9.5,${NEW}\n`);
    const summary = await scoreFolder({ ...at });
    expect(said(summary).slice(0, 2)).toEqual([
      'uids.csv: row 4 has an id_old that was there before; the first one counts.',
      'uids.csv: row 6 has the id_new of another id_old; the last one counts.',
    ]);
    expect(rowsOf(at.out)).toHaveLength(2);
  });

  it('names the rows of the key that a mapping has no row for', async () => {
    const at = two();
    writeFileSync(at.uids, `id_old,id_new\n${OLD},${NEW}\n`);
    writeFileSync(at.patients, 'id_old,id_new\n4712,NEW_1\n');
    const summary = await scoreFolder({ ...at });
    expect(said(summary)).toEqual([
      'uids.csv: no row for the SOP Instance UIDs of the answer key key.db in row 2; they count as missing.',
      'patients.csv: no row for the PatientID of the answer key key.db in rows 1, 2; no new one can be right for them.',
      'uids.csv: no row has the SOP Instance UID of 1 file(s) as its id_new, the first b.dcm.',
    ]);
    expect(rowsOf(at.out).map(row => row.check_passed)).toEqual([1, 0]);
  });

  it('knows a patient whose number has zeros in front in the mapping only', async () => {
    const at = two();
    writeFileSync(at.patients, 'id_old,id_new\n0004711,NEW_1\n');
    expect(said(await scoreFolder({ ...at }))).toEqual([]);
  });

  it('names files that are not DICOM and checks the others', async () => {
    const at = scene(root, { 'a.dcm': instance(NEW), 'x/notes.txt': 'hello', empty: '' }, { [OLD]: RETAINED });
    const summary = await scoreFolder({ ...at });
    expect(summary.files.skipped).toEqual([
      { path: 'empty', reason: 'not-dicom', detail: 'not a DICOM file' },
      { path: 'x/notes.txt', reason: 'not-dicom', detail: 'not a DICOM file' },
    ]);
    expect(summary.counts.pass).toBe(1);
  });

  it('asks whether it is the key of another data set where nothing matches', async () => {
    const at = scene(root, { 'a.dcm': instance('2.25.404') }, { [OLD]: RETAINED });
    const summary = await scoreFolder({ ...at });
    expect(said(summary).at(-1)).toBe(
      'key.db: no file of curated belongs to this answer key; is it the key of another data set?',
    );
    expect(rowsOf(at.out)).toHaveLength(1);
  });

  it('names the rows of the key whose answers cannot be read', async () => {
    const at = scene(root, { 'a.dcm': instance(NEW) }, { [OLD]: RETAINED, '1.9.2': '{"0": ', '1.9.3': null });
    const summary = await scoreFolder({ ...at });
    expect(said(summary)).toContain(
      'key.db: rows 2, 3 have answers that cannot be read; their instances have no rows in the results.',
    );
    expect(summary.counts.pass).toBe(1);
  });

  it('scores what is left of a key that was cut short among its answers', async () => {
    const long = answerData(Array.from({ length: 200 }, () => ({ action: 'tag_retained' })));
    const at = scene(root, { 'a.dcm': instance(NEW) }, { [OLD]: long, '1.9.2': long });
    const whole = readFileSync(at.key);
    // The page in the middle of the first answers names a next page that is not there.
    const first = whole.indexOf('"100"');
    const page = 4096 * Math.floor(first / 4096);
    whole.fill(0xff, page, page + 4);
    writeFileSync(at.key, whole);
    const summary = await scoreFolder({ ...at });
    expect(said(summary).some(message => /^key\.db: row \d has answers that cannot be read/.test(message))).toBe(true);
    expect(summary.instances.unreadable).toBe(1);
  });

  it('says which column or table a key lacks', async () => {
    const at = two();
    writeTable(at.key, 'answers', ['SOPInstanceUID']);
    await expect(scoreFolder({ ...at })).rejects.toThrow(
      /^Answer key .*key\.db: expected an SQLite database with a table answer_data, but it has no table answer_data\.$/,
    );
    writeTable(at.key, 'answer_data', ['SOPInstanceUID', 'AnswerData']);
    await expect(scoreFolder({ ...at })).rejects.toThrow(
      /^Answer key .*key\.db: table answer_data has no column Modality, SOPClassUID, PatientID, StudyInstanceUID, SeriesInstanceUID; expected .*\.$/,
    );
    writeKey(at.key, { [OLD]: RETAINED });
    writeFileSync(at.key, readFileSync(at.key).subarray(0, 4096));
    await expect(scoreFolder({ ...at })).rejects.toThrow(/^Answer key .*key\.db: expected an SQLite database/);
  });
});

describe('how the command ends', () => {
  const call = async (...args: string[]): Promise<number | string | undefined> => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.exitCode = undefined;
    try {
      await scoreCommand()
        .exitOverride()
        .parseAsync(['node', 'score', ...args]);
      return process.exitCode;
    } finally {
      process.exitCode = undefined;
      out.mockRestore();
      err.mockRestore();
    }
  };
  const options = (at: Scene): string[] =>
    [at.curated, '--key', at.key, '--uids', at.uids, '--patients', at.patients, '--out', at.out].concat(
      '--ocr',
      'none',
    );

  it('says 0 for a complete score, 2 for one that needs a look, and throws one sentence for none', async () => {
    const good = scene(join(root, 'good'), { 'a.dcm': instance(NEW) }, { [OLD]: RETAINED });
    expect(await call(...options(good))).toBeUndefined();
    const other = scene(join(root, 'other'), { 'a.dcm': instance('2.25.404') }, { [OLD]: RETAINED });
    expect(await call(...options(other))).toBe(2);
    const bad = scene(join(root, 'bad'), { 'a.dcm': instance(NEW) }, { [OLD]: RETAINED });
    writeFileSync(bad.uids, 'id_old;id_new\n');
    await expect(call(...options(bad))).rejects.toThrow(UsageError);
    await expect(call(good.curated)).rejects.toThrow('Scoring needs --key, --uids, --patients, --out as well.');
  });
});

describe('a stopped run', () => {
  it('leaves nothing half written', async () => {
    const at = scene(root, { 'a.dcm': instance(NEW) }, { [OLD]: RETAINED });
    const controller = new AbortController();
    const run = scoreFolder({ ...at, signal: controller.signal }, event => {
      if (event.type === 'progress' && event.phase === 'index') controller.abort(new Error('stopped'));
    });
    await expect(run).rejects.toThrow('stopped');
    expect(existsSync(join(at.out, 'validation_results.db'))).toBe(false);
    expect(existsSync(join(at.out, 'validation_results.db.partial'))).toBe(false);
  });
});

describe('strict mode', () => {
  it('finds what the score does not see and leaves the score alone', async () => {
    const dates = answerData([
      { action: 'date_shifted', tag: '(0008,0020)', value: '20200101', text: '20200101' },
      { action: 'date_shifted', tag: '(0008,0021)', value: '20200101', text: '20200101' },
      { action: 'date_shifted', tag: '(0008,0022)', value: '20200101', text: '20200101' },
      { action: 'text_removed', tag: '(0010,0010)', value: 'Meyerson', text: 'Meyerson' },
    ]);
    const file = instance(NEW, {
      0x00080020: ['DA', '20200111'],
      0x00080021: ['DA', '20200111'],
      0x00080022: ['DA', '20200112'],
      0x0008002a: ['DT', '20200115120000'],
      0x00104000: ['LT', 'seen by dr meyerson'],
      0x00081140: ['SQ', LE.item(LE.el(0x00081155, 'UI', '1.9.77'))],
      0x00200052: ['UI', OLD],
    });
    const at = scene(root, { 'a.dcm': file }, { [OLD]: dates });
    const official = await scoreFolder({ ...at });
    const strict = await scoreFolder({ ...at, mode: 'strict' });
    expect(strict.score).toBe(official.score);
    const found = strict.strict?.findings.map(f => `${f.kind} ${f.tag}`) ?? [];
    expect(found.sort()).toEqual([
      'date-offset <(0008,0022)>',
      'date-time-mismatch <(0008,002a)>',
      'identifier-residual <(0010,4000)>',
      'uid-open-reference <(0008,1140)>[<0000>]<(0008,1155)>',
      'uid-residual <(0020,0052)>',
    ]);
    expect(JSON.stringify(strict.strict).toLowerCase()).not.toContain('meyerson');
  });

  it('compares with the files before: Types and pixels outside the boxes', async () => {
    const image = (pixels: Uint8Array) =>
      ({
        0x00280002: ['US', LE.u16(1)],
        0x00280004: ['CS', 'MONOCHROME2'],
        0x00280010: ['US', LE.u16(4)],
        0x00280011: ['US', LE.u16(4)],
        0x00280100: ['US', LE.u16(8)],
        0x00280101: ['US', LE.u16(8)],
        0x00280102: ['US', LE.u16(7)],
        0x00280103: ['US', LE.u16(0)],
        0x7fe00010: ['OB', pixels],
      }) as const;
    const before = new Uint8Array(16).fill(9);
    const after = new Uint8Array(before);
    after[0] = 0;
    after[15] = 0;
    const text = '{"text": "DOE", "top_left": [0, 0], "bottom_right": [2, 2]}';
    const at = scene(
      root,
      { 'a.dcm': instance(NEW, image(after)) },
      { [OLD]: answerData([{ action: 'pixels_hidden', text }]) },
    );
    const input = join(root, 'input');
    scene(input, { 'a.dcm': instance(OLD, { ...image(before), 0x00080064: ['CS', 'WSD'] }) }, { [OLD]: RETAINED });
    const summary = await scoreFolder({
      ...at,
      mode: 'strict',
      input: join(input, 'curated'),
      dciodvfy: false,
      ocr: regions => Promise.resolve(regions.map(() => [])),
    });
    expect(summary.strict?.images[0]).toMatchObject({ file: 'a.dcm', changed: 2 / 16, changedOutside: 1 / 12 });
    expect(summary.strict?.counts.map(({ kind }) => kind).sort()).toEqual(['iod-violation', 'pixels-outside-boxes']);
    expect(summary.conformance?.typeViolations).toEqual([
      { path: '(0008,0064)', type: '1', problem: 'missing', count: 1 },
    ]);
    expect(summary.actions).toEqual([{ label: 'pixels_hidden', blank: 0, fail: 0, pass: 1 }]);
  });
});
