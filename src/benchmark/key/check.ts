import type { Json } from '../python/jsonStr';
import { jsonStr } from '../python/jsonStr';

/** One check of an answer key. Texts are in angle brackets, as the key has them. */
export interface Check {
  /** Key of the check inside the JSON object of its instance. */
  readonly index: string;
  /** Tag of the attribute itself. */
  readonly tag: string | null;
  /** Path of the attribute in the data set. */
  readonly tagDs: string | null;
  readonly tagName: string | null;
  readonly value: string | null;
  readonly action: string | null;
  readonly actionText: string | null;
  /** Values of `CategoryColumns.names`, which may have grown since. */
  readonly categories: readonly (string | null)[];
}

/** Names of the category columns in the order they were first met (`hipaa_z`, `dicom_iod`, `prev_cat` ...). */
export class CategoryColumns {
  readonly names: string[] = [];
  private readonly positions = new Map<string, number>();

  /** Position of a column that was met; undefined if none had it. */
  find(name: string): number | undefined {
    return this.positions.get(name);
  }

  position(name: string): number {
    let position = this.positions.get(name);
    if (position === undefined) {
      position = this.names.length;
      this.names.push(name);
      this.positions.set(name, position);
    }
    return position;
  }
}

/** The columns every key is expected to have; added where a key lacks them altogether. */
export const STANDARD_CATEGORIES = [
  'hipaa_z',
  'hipaa_m',
  'dicom_p15',
  'dicom_iod',
  'dicom_safe',
  'tcia_ptkb',
  'tcia_p15',
  'tcia_rev',
  'prev_cat',
];

/** Properties of a check without which the official scripts drop a whole instance. */
const NEEDED = ['tag', 'tag_ds', 'tag_name', 'value', 'action', 'action_text', 'answer_category_v2'] as const;

/**
 * Checks of the `AnswerData` of one instance.
 * @returns null if the official scripts could not use it: not JSON, not an object of objects, empty, or a property that
 * none of its checks has.
 */
export function parseChecks(text: string, columns: CategoryColumns): Check[] | null {
  let parsed: Json;
  try {
    parsed = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  if (!isObject(parsed)) return null;
  const checks: Check[] = [];
  const missing = new Set<string>(NEEDED);
  for (const index of Object.keys(parsed)) {
    const item = parsed[index];
    if (!isObject(item)) return null;
    if (missing.size > 0) for (const name of missing) if (name in item) missing.delete(name);
    checks.push({
      index,
      tag: textOf(item.tag),
      tagDs: textOf(item.tag_ds),
      tagName: textOf(item.tag_name),
      value: textOf(item.value),
      action: textOf(item.action),
      actionText: textOf(item.action_text),
      categories: categoriesOf(item.answer_category_v2, columns),
    });
  }
  if (checks.length === 0 || missing.size > 0) return null;
  fillPreviousCategory(checks, columns);
  return checks;
}

/**
 * Where only some checks have `prev_cat`, the others read `nan`: a gap of a pandas column, printed. Checks may share their
 * categories, so those get some of their own.
 */
export function fillPreviousCategory(checks: Check[], columns: CategoryColumns): void {
  const at = columns.find('prev_cat');
  if (at === undefined || !checks.some(check => check.categories[at] === undefined)) return;
  if (!checks.some(check => check.categories[at] !== undefined)) return;
  checks.forEach((check, i) => {
    if (check.categories[at] !== undefined) return;
    const categories = [...check.categories];
    while (categories.length < at) categories.push(null);
    categories[at] = 'nan';
    checks[i] = { ...check, categories };
  });
}

function textOf(value: Json | undefined): string | null {
  return value === undefined || value === null ? null : typeof value === 'string' ? value : jsonStr(value);
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const columnNames = new Map<string, string>();

/** `hipaa.z` -> `hipaa_z`. */
function columnName(path: string): string {
  let name = columnNames.get(path);
  if (name === undefined) columnNames.set(path, (name = path.replaceAll('.', '_')));
  return name;
}

const innerColumns = new Map<string, Map<string, string>>();

/** `hipaa` and `z` -> `hipaa_z`, without making a text each time. */
function innerColumn(outer: string, inner: string): string {
  let of = innerColumns.get(outer);
  if (!of) innerColumns.set(outer, (of = new Map<string, string>()));
  let name = of.get(inner);
  if (name === undefined) of.set(inner, (name = columnName(`${outer}.${inner}`)));
  return name;
}

/** Flattens `{"hipaa": {"z": ...}}` and `{"hipaa.z": ...}` to the same columns. */
export function categoriesOf(value: Json | undefined, columns: CategoryColumns): (string | null)[] {
  const cells: (string | null)[] = [];
  if (!isObject(value)) return cells;
  const put = (name: string, cell: Json): void => {
    const at = columns.position(name);
    while (cells.length < at) cells.push(null);
    cells[at] = name === 'prev_cat' ? jsonStr(cell) : textOf(cell);
  };
  // Columns are named where they are first met: plain ones before those of inner objects.
  let nested = false;
  for (const name in value) {
    const cell = value[name];
    if (isObject(cell)) nested = true;
    else put(columnName(name), cell);
  }
  if (!nested) return cells;
  for (const name in value) {
    const cell = value[name];
    if (isObject(cell)) for (const inner in cell) put(innerColumn(name, inner), cell[inner]);
  }
  return cells;
}
