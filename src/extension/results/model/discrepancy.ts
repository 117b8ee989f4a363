import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Outcome, RuleOrigin } from '../../../protocol/results';

/** What decided about an attribute, and where it is written. */
export interface ResponsibleRule {
  readonly text: string;
  /** Action in effect: `keep`, `remove`, a code of the table... */
  readonly action: string;
  readonly origin?: RuleOrigin;
  /** Index of the rule among those of the file it is written in. */
  readonly index?: number;
}

/** A check that failed or was undecided, or a finding of `verify`. Lives in the worker thread only. */
export interface Discrepancy {
  readonly id: number;
  readonly action: string;
  readonly tag: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly before: string;
  readonly expected: string;
  readonly after: string;
  readonly absent: boolean;
  readonly category: string;
  readonly modality: string;
  /** SOP Instance UID after de-identification, or the output's path for findings of `verify`. */
  readonly instance: string;
  rule?: ResponsibleRule;
}

type Columns = Readonly<Record<string, string>>;

/** The other columns of the report are not shown. */
const WANTED: ReadonlySet<string> = new Set([
  'check_passed',
  'tag_ds',
  'tag_name',
  'file_value',
  'answer_value',
  'action',
  'action_text',
  'category',
  'subcategory',
  'modality',
  'instance',
]);

/** Reads `discrepancy_report_internal.csv` of a folder with reports; empty if there is none. */
export function readDiscrepancies(folder: string): Discrepancy[] {
  const path = join(folder, 'discrepancy_report_internal.csv');
  if (!existsSync(path)) return [];
  const columns = (names: string[]) => names.map(name => (WANTED.has(name) ? name : false));
  const records = parse(readFileSync(path), { columns, relax_column_count: true });
  return (records as Columns[]).map((record, id) => fromCsv(record, id));
}

function fromCsv(record: Columns, id: number): Discrepancy {
  const bare = (name: string) => unwrapped(record[name] ?? '');
  const subcategory = bare('subcategory');
  return {
    id,
    action: bare('action'),
    tag: bare('tag_ds'),
    name: bare('tag_name'),
    outcome: record.check_passed === '' ? 'undecided' : 'failed',
    before: bare('answer_value'),
    expected: bare('action_text'),
    after: bare('file_value'),
    absent: (record.file_value ?? '') === '',
    category: `${bare('category')} ${subcategory}`.trim(),
    modality: bare('modality'),
    instance: bare('instance'),
  };
}

/** Cells of the official tables stand in angle brackets. */
function unwrapped(cell: string): string {
  const list = /^\['(.*)'\]$/s.exec(cell)?.[1] ?? cell;
  return list.startsWith('<') && list.endsWith('>') ? list.slice(1, -1) : list;
}

/** What `verify` wrote. */
export interface VerifyFile {
  readonly checks: Readonly<Record<string, { readonly checked: number; readonly failed: number }>>;
  readonly findings: readonly {
    readonly check: string;
    readonly file: string;
    readonly path: string;
    readonly message: string;
  }[];
}

/** The findings of a verification; undefined if there is no such file. */
export function readVerify(path: string): VerifyFile | undefined {
  if (!existsSync(path)) return undefined;
  const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<VerifyFile>;
  return { checks: value.checks ?? {}, findings: value.findings ?? [] };
}

/** Findings of `verify` as rows of the same table. */
export function verifyDiscrepancies(report: VerifyFile, firstId: number): Discrepancy[] {
  return report.findings.map(({ check, file, path, message }, index) => ({
    id: firstId + index,
    action: 'verify',
    tag: path,
    name: check,
    outcome: 'finding',
    before: '',
    expected: message,
    after: '',
    absent: false,
    category: 'verify',
    modality: '',
    instance: file,
  }));
}
