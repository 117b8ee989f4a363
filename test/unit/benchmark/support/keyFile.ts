import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SqlColumn } from '../../../../src/benchmark/sqlite/tableWriter';
import { SqliteTableWriter } from '../../../../src/benchmark/sqlite/tableWriter';
import { LE, part10, TS } from '../../../support/dicomWriter';

/** A check as an answer key has it, without brackets. */
export interface KeyCheck {
  readonly action: string;
  readonly tag?: string;
  readonly value?: string | null;
  readonly text?: string | null;
  readonly categories?: unknown;
}

const CATEGORIES = {
  hipaa: { z: null, m: null },
  dicom: { p15: null, iod: 'DICOM-IOD-2', safe: null },
  tcia: { ptkb: null, p15: null, rev: 'TCIA-REV' },
  prev_cat: [],
};

/** `AnswerData` for checks, each with every property. */
export function answerData(checks: readonly KeyCheck[]): string {
  const bracket = (text: string | null | undefined): string | null =>
    text === null || text === undefined ? null : `<${text}>`;
  return JSON.stringify(
    Object.fromEntries(
      checks.map((check, i) => [
        i,
        {
          scope: '<Instance>',
          tag: bracket(check.tag ?? '(0008,0060)'),
          tag_ds: bracket(check.tag ?? '(0008,0060)'),
          tag_name: '<Name>',
          value: bracket(check.value),
          action: bracket(check.action),
          action_text: bracket(check.text),
          answer_category: [],
          answer_category_v2: check.categories === undefined ? CATEGORIES : check.categories,
        },
      ]),
    ),
  );
}

/** Writes an answer key with one row per instance. */
export function writeKey(path: string, instances: Readonly<Record<string, string | null>>): void {
  const columns = [
    { name: 'index', type: 'INTEGER' as const },
    { name: 'group', type: 'INTEGER' as const },
    ...['Modality', 'SOPClassUID'].map(name => ({ name, type: 'TEXT' as const })),
    { name: 'PatientID', type: 'INTEGER' as const },
    ...['StudyInstanceUID', 'SeriesInstanceUID', 'SOPInstanceUID', 'Digest', 'AnswerData'].map(name => ({
      name,
      type: 'TEXT' as const,
    })),
  ] satisfies SqlColumn[];
  const rows = Object.entries(instances).map(([uid, answers], i) => [
    i,
    1,
    'OT',
    '1.2.840.10008.5.1.4.1.1.7',
    4711,
    '1.2.1',
    '1.2.2',
    uid,
    null,
    answers,
  ]);
  writeRows(path, 'answer_data', columns, rows);
}

/** Writes a database with one table of text columns and no rows. */
export function writeTable(path: string, table: string, columns: readonly string[]): void {
  writeRows(
    path,
    table,
    columns.map(name => ({ name, type: 'TEXT' })),
    [],
  );
}

function writeRows(
  path: string,
  table: string,
  columns: readonly SqlColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): void {
  const pages: { at: number; bytes: Uint8Array }[] = [];
  const sink = { write: (at: number, bytes: Uint8Array) => void pages.push({ at, bytes: new Uint8Array(bytes) }) };
  const writer = new SqliteTableWriter(sink, table, [...columns]);
  for (const row of rows) writer.append(row);
  writer.finish();
  const bytes = new Uint8Array(Math.max(...pages.map(page => page.at + page.bytes.length)));
  for (const page of pages) bytes.set(page.bytes, page.at);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

type Elements = Readonly<Record<number, readonly [vr: string, value: string | Uint8Array] | null>>;

const BASE: Elements = {
  0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.7'],
  0x00080060: ['CS', 'OT'],
  0x00100020: ['LO', 'NEW_1'],
  0x0020000d: ['UI', '2.25.11'],
  0x0020000e: ['UI', '2.25.12'],
};

/** An instance with the attributes a score needs; `changes` adds, replaces or (null) removes elements. */
export function instance(uid: string, changes: Elements = {}): Uint8Array {
  const all: Record<number, readonly [string, string | Uint8Array] | null> = {
    ...BASE,
    0x00080018: ['UI', uid],
    ...changes,
  };
  const elements = Object.entries(all)
    .map(([tag, element]) => ({ tag: Number(tag), element }))
    .sort((a, b) => a.tag - b.tag)
    .flatMap(({ tag, element }) => (element ? [LE.el(tag, element[0], element[1])] : []));
  return part10(TS.explicit, elements);
}

/** Elements of a single-frame grey image of 8 bits. */
export function greyImage(pixels: Uint8Array, columns: number): Elements {
  return {
    0x00280002: ['US', LE.u16(1)],
    0x00280004: ['CS', 'MONOCHROME2'],
    0x00280010: ['US', LE.u16(pixels.length / columns)],
    0x00280011: ['US', LE.u16(columns)],
    0x00280100: ['US', LE.u16(8)],
    0x00280101: ['US', LE.u16(8)],
    0x00280102: ['US', LE.u16(7)],
    0x00280103: ['US', LE.u16(0)],
    0x7fe00010: ['OB', pixels],
  };
}

export interface Scene {
  readonly curated: string;
  readonly key: string;
  readonly uids: string;
  readonly patients: string;
  readonly out: string;
}

/** Writes files, mappings and a key into a folder; instances `1.9.<n>` become `2.25.9<n>`. */
export function scene(
  root: string,
  files: Readonly<Record<string, Uint8Array | string>>,
  answers: Readonly<Record<string, string | null>>,
): Scene {
  const curated = join(root, 'curated');
  mkdirSync(curated, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(curated, name)), { recursive: true });
    writeFileSync(join(curated, name), bytes);
  }
  const uids = join(root, 'uids.csv');
  const rows = Object.keys(answers).map(old => `${old},${newUid(old)}`);
  writeFileSync(uids, ['id_old,id_new', ...rows, ''].join('\n'));
  const patients = join(root, 'patients.csv');
  writeFileSync(patients, 'id_old,id_new\n4711,NEW_1\n');
  const key = join(root, 'key.db');
  writeKey(key, answers);
  return { curated, key, uids, patients, out: join(root, 'out') };
}

/** New UID of an old one: `1.9.3` -> `2.25.93`. */
export function newUid(old: string): string {
  return `2.25.9${old.slice(old.lastIndexOf('.') + 1)}`;
}
