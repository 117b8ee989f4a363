import type { Category } from './categories';

/** How many checks were undecided, failed and passed. */
export interface Counts {
  blank: number;
  fail: number;
  pass: number;
}

export function newCounts(): Counts {
  return { blank: 0, fail: 0, pass: 0 };
}

export function total(counts: Counts): number {
  return counts.blank + counts.fail + counts.pass;
}

export function count(counts: Counts, passed: boolean | null): void {
  if (passed === null) counts.blank++;
  else if (passed) counts.pass++;
  else counts.fail++;
}

/** The figures of a scoring report. */
export class Tally {
  readonly all = newCounts();
  readonly byAction = new Map<string, Counts>();
  private readonly categories = new Map<Category, Counts>();

  add(passed: boolean | null, action: string, category: Category): void {
    count(this.all, passed);
    count(counts(this.byAction, action), passed);
    if (category[1] !== null) count(counts(this.categories, category), passed);
  }

  /** Category, a tab, subcategory. Rows without a subcategory are left out, as in the official report. */
  get byCategory(): ReadonlyMap<string, Counts> {
    const named = new Map<string, Counts>();
    for (const [[category, subcategory], { blank, fail, pass }] of this.categories) {
      const sum = counts(named, `${category}\t${subcategory}`);
      sum.blank += blank;
      sum.fail += fail;
      sum.pass += pass;
    }
    return named;
  }
}

function counts<K>(map: Map<K, Counts>, key: K): Counts {
  let found = map.get(key);
  if (!found) map.set(key, (found = newCounts()));
  return found;
}

/** Score in per cent with two decimals: passes over all rows, undecided ones included; ties go to the even digit. */
export function percent(counts: Counts): string {
  const all = total(counts);
  return all === 0 ? 'nan%' : `${formatHundredths(counts.pass, all)}%`;
}

/** 100 * part / whole with two decimals as Python's `{:.2%}` prints the double `part / whole`. */
export function formatHundredths(part: number, whole: number): string {
  const scaled = (part / whole) * 100;
  const text = scaled.toFixed(2);
  // toFixed rounds the exact value of the double half up; only an exact tie differs, and it is exact in eighths.
  const eighths = scaled * 8;
  if (Number.isInteger(eighths)) {
    const thousandths = scaled * 1000;
    if (thousandths % 10 === 5) {
      const down = (thousandths - 5) / 10;
      return ((down % 2 === 0 ? down : down + 1) / 100).toFixed(2);
    }
  }
  return text;
}
