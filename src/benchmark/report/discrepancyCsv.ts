import { reprFloat } from '../python/repr';
import type { Categorizer, Category } from '../results/categories';
import type { ResultRow, RowIdentity } from '../results/resultRow';

const CATEGORY_CELLS = [
  'hipaa_z',
  'hipaa_m',
  'dicom_p15',
  'dicom_iod',
  'dicom_safe',
  'tcia_ptkb',
  'tcia_p15',
  'tcia_rev',
  'prev_cat',
] as const;
const FRONT = [
  'index',
  'check_passed',
  'check_score',
  'tag_ds',
  'tag_name',
  'file_value',
  'answer_value',
  'action',
  'action_text',
  'category',
  'subcategory',
];
const IDENTITY = ['modality', 'class', 'patient', 'study', 'series', 'instance', 'file_name'];

/** One line, or the header, of both files. */
export interface DiscrepancyLine {
  /** With the category columns of the key. */
  readonly internal: string;
  /** Without them, as participants get it. */
  readonly participant: string;
}

/**
 * The two discrepancy reports line by line: every check that failed or was undecided, as pandas writes them.
 * @param anyBlank true if any check of the run was undecided: a column with gaps prints `0.0` where a full one prints `0`.
 */
export function* discrepancyLines(
  rows: Iterable<ResultRow>,
  categorizer: Categorizer,
  anyBlank: boolean,
): Generator<DiscrepancyLine> {
  yield {
    internal: `${[...FRONT, ...CATEGORY_CELLS, ...IDENTITY, 'file_path'].join(',')}\n`,
    participant: `${[...FRONT, ...IDENTITY].join(',')}\n`,
  };
  let whose: RowIdentity | undefined;
  let identity = '';
  for (const row of rows) {
    const front = frontCells(row, categorizer.of(row), anyBlank);
    if (row.identity !== whose) {
      whose = row.identity;
      const { modality, sopClass, patient, study, series, instance } = whose;
      identity = `${[modality, sopClass, patient, study, series, instance].map(field).join(',')},`;
    }
    let cells = '';
    for (const name of CATEGORY_CELLS) cells += field(categorizer.cell(row, name)) + ',';
    yield { internal: `${front},${cells}${identity},\n`, participant: `${front},${identity}\n` };
  }
}

function frontCells(row: ResultRow, [category, subcategory]: Category, anyBlank: boolean): string {
  const { check } = row;
  const bulk = check.tagName === '<LUT Data>';
  const hide = (value: string | null): string | null => (bulk ? '<Removed>' : value);
  const passed = row.passed === null ? '' : anyBlank ? '0.0' : '0';
  const score = row.score === null ? '' : reprFloat(row.score);
  const values = `${field(hide(row.fileValue))},${field(hide(row.answerValue))},${check.action}`;
  const names = `${field(check.tagDs)},${field(check.tagName)}`;
  return `${row.index},${passed},${score},${names},${values},${field(hide(check.actionText))},${category},${field(subcategory)}`;
}

/** A CSV field with Python's minimal quoting. */
function field(value: string | null): string {
  if (value === null) return '';
  return value.includes('"') || value.includes(',') || value.includes('\n')
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}
