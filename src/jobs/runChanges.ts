import { statSync } from 'node:fs';
import { join } from 'node:path';
import { CategoryColumns } from '../benchmark/key/check';
import { Categorizer } from '../benchmark/results/categories';
import type { SqlRecord } from '../benchmark/sqlite/tableReader';
import { SqliteFormatError, SqliteTableReader } from '../benchmark/sqlite/tableReader';
import { openFileSource } from '../dicom/fileSource.node';
import { RunError } from './runError';

/** A check that passed in one of two runs and not in the other. Values are text of files. */
export interface RunChange {
  readonly better: boolean;
  readonly action: string;
  readonly tag: string;
  readonly name: string;
  /** Category and subcategory in one. */
  readonly category: string;
  readonly modality: string;
  /** SOP Instance UID in the second run's output. */
  readonly instance: string;
  /** Value before de-identification. */
  readonly original: string;
  /** Value in the first run's output, and in the second's; null if the attribute is not there. */
  readonly then: string | null;
  readonly now: string | null;
}

/** What differs between two scored runs, check by check. */
export interface RunChanges {
  /** Checks that are in both. */
  readonly common: number;
  readonly changes: readonly RunChange[];
}

const COLUMNS = [
  'instance',
  'check_index',
  'action',
  'tag_ds',
  'tag_name',
  'modality',
  'check_passed',
  'answer_value',
  'file_value',
] as const;
type Column = (typeof COLUMNS)[number];
type Read = (record: SqlRecord, column: Column) => string | null;

/**
 * Compares the `validation_results.db` of two folders with reports. A check is known by the instance before
 * de-identification and its index in the answer key. Each database is read twice and only checks that did not pass are kept
 * in memory, so that runs over millions of checks can be compared.
 * @throws Error, one sentence, if a folder has no such database
 */
export function readRunChanges(first: string, second: string): RunChanges {
  const before = openResults(first);
  try {
    const after = openResults(second);
    try {
      return compare(before, after);
    } finally {
      after.close();
    }
  } finally {
    before.close();
  }
}

/** One database: its records with the key of their check. */
interface Results {
  rows(): Generator<{ readonly key: string; readonly record: SqlRecord }>;
  readonly read: Read;
  category(record: SqlRecord): string;
  close(): void;
}

function compare(before: Results, after: Results): RunChanges {
  const notPassedThen = new Map<string, string | null>();
  const keysThen = new Map<string, IndexSet>();
  for (const { key, record } of before.rows()) {
    const [instance, index] = split(key);
    let known = keysThen.get(instance);
    if (!known) keysThen.set(instance, (known = new IndexSet()));
    known.add(index);
    if (!passed(before.read, record)) notPassedThen.set(key, bare(before.read(record, 'file_value')));
  }
  let common = 0;
  const changes: (RunChange & { readonly key: string })[] = [];
  for (const { key, record } of after.rows()) {
    const [instance, index] = split(key);
    if (!keysThen.get(instance)?.has(index)) continue;
    common++;
    const better = passed(after.read, record);
    if (better !== notPassedThen.has(key)) continue;
    changes.push({ key, ...changeOf(after, record, better), then: notPassedThen.get(key) ?? null });
  }
  const valuesThen = passedValues(before, new Set(changes.filter(({ better }) => !better).map(({ key }) => key)));
  return {
    common,
    changes: changes.map(({ key, ...change }) =>
      change.better ? change : { ...change, then: valuesThen.get(key) ?? null },
    ),
  };
}

function passedValues(before: Results, wanted: ReadonlySet<string>): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (wanted.size === 0) return found;
  for (const { key, record } of before.rows())
    if (wanted.has(key)) found.set(key, bare(before.read(record, 'file_value')));
  return found;
}

function changeOf(results: Results, record: SqlRecord, better: boolean): Omit<RunChange, 'then'> {
  const text = (column: Column) => bare(results.read(record, column)) ?? '';
  return {
    better,
    action: text('action'),
    tag: text('tag_ds'),
    name: text('tag_name'),
    category: results.category(record),
    modality: text('modality'),
    instance: text('instance'),
    original: text('answer_value'),
    now: bare(results.read(record, 'file_value')),
  };
}

function passed(read: Read, record: SqlRecord): boolean {
  const outcome = read(record, 'check_passed');
  return outcome !== null && Number(outcome) !== 0;
}

function openResults(folder: string): Results {
  const path = join(folder, 'validation_results.db');
  if (!statSync(path, { throwIfNoEntry: false })) throw new RunError(`${path} is not there: score the run anew.`);
  const source = openFileSource(path);
  try {
    return resultsOf(new SqliteTableReader(source, 'validation_results'), () => source.close());
  } catch (error) {
    source.close();
    if (!(error instanceof SqliteFormatError)) throw error;
    throw new RunError(`${path}: expected a database with a table validation_results, but ${error.message}.`);
  }
}

function resultsOf(table: SqliteTableReader, close: () => void): Results {
  const positions = new Map(COLUMNS.map(name => [name, table.columns.indexOf(name)]));
  const read: Read = (record, column) => {
    const value = record.value(positions.get(column) ?? -1);
    return value === null ? null : String(value);
  };
  // The old UID of an instance is the answer of the check that its SOP Instance UID has changed.
  const oldInstances = new Map<string, string>();
  for (const record of table.records())
    if (read(record, 'action') === '<uid_changed>' && read(record, 'tag_ds') === '<(0008,0018)>') {
      const old = bare(read(record, 'answer_value'));
      if (old) oldInstances.set(bare(read(record, 'instance')) ?? '', old);
    }
  const fixed = table.columns.indexOf('file_path') + 1;
  const columns = new CategoryColumns();
  const names = table.columns.slice(fixed);
  for (const name of names) columns.position(name);
  const categorizer = new Categorizer(columns);
  return {
    read,
    close,
    *rows() {
      for (const record of table.records()) {
        const instance = bare(read(record, 'instance')) ?? '';
        yield { key: `${oldInstances.get(instance) ?? instance} ${read(record, 'check_index') ?? ''}`, record };
      }
    },
    category: record => {
      const categories = names.map((_, index) => {
        const cell = record.value(fixed + index);
        return cell === null ? null : String(cell);
      });
      const check = { action: read(record, 'action'), categories };
      return categorizer
        .of({ check })
        .map(part => bare(part) ?? '')
        .join(' ')
        .trim();
    },
  };
}

/** Indexes of checks: nearly always small whole numbers, of which each takes one bit. */
class IndexSet {
  #bits = new Uint32Array(4);
  readonly #others = new Set<string>();

  add(index: string): void {
    const at = bitOf(index);
    if (at === undefined) {
      this.#others.add(index);
      return;
    }
    if (at >> 5 >= this.#bits.length) {
      const larger = new Uint32Array(2 * (at >> 5) + 2);
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at >> 5] |= 1 << (at & 31);
  }

  has(index: string): boolean {
    const at = bitOf(index);
    return at === undefined ? this.#others.has(index) : ((this.#bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }
}

function bitOf(index: string): number | undefined {
  return /^(0|[1-9]\d{0,4})$/.test(index) ? Number(index) : undefined;
}

function split(key: string): [instance: string, index: string] {
  const at = key.lastIndexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** Cells of the official tables stand in angle brackets, lists of one in a list's. */
function bare(cell: string | null): string | null {
  if (cell === null) return null;
  const list = /^\['(.*)'\]$/s.exec(cell)?.[1] ?? cell;
  return list.startsWith('<') && list.endsWith('>') ? list.slice(1, -1) : list;
}
