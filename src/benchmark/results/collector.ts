import type { CategoryColumns } from '../key/check';
import type { Figure } from '../scoreOptions';
import { Categorizer } from './categories';
import type { ResultRow, RowDraft, RowSink } from './resultRow';
import { SeriesTally } from './seriesTally';
import type { Counts } from './tally';
import { count, newCounts, Tally, total } from './tally';

/** Gathers what the reports need while rows go by; rows that pass are not kept. */
export class ResultCollector implements RowSink {
  readonly instance = new Tally();
  readonly categorizer: Categorizer;
  /** Rows that failed or were undecided. */
  readonly discrepancies: ResultRow[] = [];
  readonly pixelRows: ResultRow[] = [];
  private readonly series: SeriesTally | null;
  private readonly modalities = new Map<string, Counts>();
  private readonly tags = new Map<string, Counts>();
  private next = 0;

  constructor(
    columns: CategoryColumns,
    series: boolean,
    private readonly sink: (row: ResultRow) => void,
  ) {
    this.categorizer = new Categorizer(columns);
    this.series = series ? new SeriesTally() : null;
  }

  add(row: RowDraft): void {
    row.index = this.next++;
    const category = this.categorizer.of(row);
    const action = row.check.action ?? '';
    this.instance.add(row.passed, action, category);
    this.series?.add(row, category);
    this.countIn(this.modalities, row.identity.modality, row.passed);
    if (row.passed !== true) {
      this.discrepancies.push({ ...row });
      this.countIn(this.tags, `${row.check.tagDs ?? ''}\t${row.check.tagName ?? ''}`, row.passed);
    }
    if (action === '<pixels_hidden>') this.pixelRows.push({ ...row });
    this.sink(row);
  }

  get rows(): number {
    return this.next;
  }

  get anyBlank(): boolean {
    return this.instance.all.blank > 0;
  }

  seriesTally(): Tally | null {
    return this.series?.tally() ?? null;
  }

  modalityFigures(): Figure[] {
    const plain = new Map<string, Counts>();
    for (const [modality, counts] of this.modalities) {
      const label = modality.replace(/[<>]/g, '');
      const sum = plain.get(label) ?? newCounts();
      plain.set(label, { blank: sum.blank + counts.blank, fail: sum.fail + counts.fail, pass: sum.pass + counts.pass });
    }
    return figures(plain).sort((a, b) => total(b) - total(a) || compare(a.label, b.label));
  }

  worstTags(most = 30): Figure[] {
    return figures(this.tags)
      .map(figure => ({ ...figure, label: figure.label.replace('\t', ' ').replace(/[<>]/g, '').trim() }))
      .sort((a, b) => b.fail + b.blank - a.fail - a.blank || compare(a.label, b.label))
      .slice(0, most);
  }

  private countIn(map: Map<string, Counts>, key: string, passed: boolean | null): void {
    let counts = map.get(key);
    if (!counts) map.set(key, (counts = newCounts()));
    count(counts, passed);
  }
}

/** Figures in alphabetical order. */
export function figures(map: ReadonlyMap<string, Counts>): Figure[] {
  return [...map.entries()].map(([label, counts]) => ({ label, ...counts })).sort((a, b) => compare(a.label, b.label));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
