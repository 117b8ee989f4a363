import type { CategoryColumns } from '../key/check';
import type { ResultRow } from './resultRow';

/** Category and subcategory of a row, for example `hipaa` and `HIPAA-A`. */
export type Category = readonly [category: string, subcategory: string | null];

/** Where the official report would not be written at all: a text check that the key gives no category. */
export const UNKNOWN: Category = ['unknown', 'unknown'];

const FIXED: Readonly<Record<string, Category>> = {
  '<date_shifted>': ['hipaa', 'HIPAA-C'],
  '<uid_changed>': ['hipaa', 'HIPAA-R'],
  '<pixels_hidden>': ['hipaa', 'HIPAA-A'],
  '<patid_consistent>': ['dicom', 'DICOM-P15-BASIC-C'],
  '<uid_consistent>': ['dicom', 'DICOM-P15-BASIC-U'],
  '<pixels_retained>': ['tcia', 'TCIA-P15-PIX-K'],
};
const REMOVED_FROM = ['hipaa_m', 'hipaa_z', 'tcia_p15', 'tcia_ptkb', 'tcia_rev'];
const RETAINED_FROM = ['tcia_p15', 'tcia_ptkb', 'tcia_rev'];

/** What of a row decides its category. */
export interface CategorizedRow {
  readonly check: Pick<ResultRow['check'], 'action' | 'categories'>;
}

/** The category of each row: fixed by its action, or the first category its check has. */
export class Categorizer {
  private readonly positions = new Map<string, number>();
  private readonly made = new Map<string, Map<string | null, Category>>();

  constructor(private readonly columns: CategoryColumns) {}

  of(row: CategorizedRow): Category {
    const { action } = row.check;
    const fixed = FIXED[action ?? ''];
    if (fixed) return fixed;
    if (action === '<text_removed>') return this.first(row, REMOVED_FROM);
    if (action === '<text_retained>') return this.first(row, RETAINED_FROM);
    return this.make('dicom', this.cell(row, 'dicom_iod'));
  }

  /** Value of a category column of a row. */
  cell(row: CategorizedRow, name: string): string | null {
    let at = this.positions.get(name);
    if (at === undefined) {
      at = this.columns.find(name);
      if (at === undefined) return null;
      this.positions.set(name, at);
    }
    return row.check.categories[at] ?? null;
  }

  /** One object per category, so that a row costs none. */
  private make(category: string, subcategory: string | null): Category {
    let of = this.made.get(category);
    if (!of) this.made.set(category, (of = new Map<string | null, Category>()));
    let made = of.get(subcategory);
    if (!made) of.set(subcategory, (made = [category, subcategory]));
    return made;
  }

  private first(row: CategorizedRow, names: readonly string[]): Category {
    for (const name of names) {
      const value = this.cell(row, name);
      if (value) return this.make(name.startsWith('hipaa') ? 'hipaa' : 'tcia', value);
    }
    return UNKNOWN;
  }
}
