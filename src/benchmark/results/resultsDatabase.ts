import type { CategoryColumns } from '../key/check';
import { STANDARD_CATEGORIES } from '../key/check';
import type { PackedTexts, PageSink, SqlCell, SqlColumn } from '../sqlite/tableWriter';
import { packTexts, SqliteTableWriter } from '../sqlite/tableWriter';
import type { ResultRow, RowIdentity } from './resultRow';

const FIXED: readonly SqlColumn[] = [
  { name: 'index', type: 'INTEGER' },
  { name: 'file_index', type: 'INTEGER' },
  { name: 'check_index', type: 'TEXT' },
  { name: 'check_passed', type: 'INTEGER' },
  { name: 'check_score', type: 'REAL' },
  ...[
    'action',
    'action_text',
    'file_value',
    'answer_value',
    'tag',
    'tag_ds',
    'tag_name',
    'modality',
    'class',
    'patient',
    'study',
    'series',
    'instance',
    'file_name',
    'file_path',
  ].map((name): SqlColumn => ({ name, type: 'TEXT' })),
];

/** Writes `validation_results.db`: table `validation_results` as the official scripts leave it, row by row. */
export class ResultsDatabase {
  private readonly writer: SqliteTableWriter;
  private known = 0;
  private readonly values: SqlCell[] = [];
  private whose: RowIdentity | undefined;
  private readonly categories = new WeakMap<readonly (string | null)[], PackedTexts>();

  constructor(
    sink: PageSink,
    private readonly columns: CategoryColumns,
  ) {
    this.writer = new SqliteTableWriter(sink, 'validation_results', [...FIXED]);
  }

  append(row: ResultRow): void {
    const { check, identity } = row;
    this.declare();
    const { values } = this;
    values[0] = row.index;
    values[1] = row.fileIndex;
    values[2] = check.index;
    values[3] = row.passed === null ? null : row.passed ? 1 : 0;
    values[4] = row.score;
    values[5] = check.action;
    values[6] = check.actionText;
    values[7] = row.fileValue;
    values[8] = row.answerValue;
    values[9] = check.tag;
    values[10] = check.tagDs;
    values[11] = check.tagName;
    if (identity !== this.whose) {
      const { modality, sopClass, patient, study, series, instance } = identity;
      this.whose = identity;
      values[12] = packTexts([modality, sopClass, patient, study, series, instance]);
    }
    values[13] = null;
    values[14] = null;
    values[15] = this.packed(check.categories);
    this.writer.append(values);
  }

  finish(): void {
    for (const name of STANDARD_CATEGORIES) this.columns.position(name);
    this.declare();
    this.writer.finish();
  }

  /** Checks of a key share their categories, so those are encoded once. */
  private packed(categories: readonly (string | null)[]): PackedTexts {
    let packed = this.categories.get(categories);
    if (!packed) this.categories.set(categories, (packed = packTexts(categories)));
    return packed;
  }

  private declare(): void {
    for (; this.known < this.columns.names.length; this.known++)
      this.writer.addColumn({ name: this.columns.names[this.known], type: 'TEXT' });
  }
}
