import type { Counts, Tally } from '../results/tally';
import { percent, total } from '../results/tally';

export type Cell = string | number | boolean | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const KINDS = ['Blank', 'Fail', 'Pass'] as const;
type Kind = (typeof KINDS)[number];

const countOf = (counts: Counts, kind: Kind): number =>
  kind === 'Blank' ? counts.blank : kind === 'Fail' ? counts.fail : counts.pass;

/** The three sheets of `scoring_report_*.xlsx`: the score, and the counts by action and by category. */
export function scoringSheets(tally: Tally): Sheet[] {
  const kinds = KINDS.filter(kind => countOf(tally.all, kind) > 0);
  const sheets: Sheet[] = [
    {
      name: 'Scoring',
      rows: [
        ['Category', ...kinds, 'Total', 'Score'],
        ['All', ...kinds.map(kind => countOf(tally.all, kind)), total(tally.all), percent(tally.all)],
      ],
    },
    pivot('Actions', ['action'], tally.byAction),
    pivot('Categories', ['category', 'subcategory'], tally.byCategory),
  ];
  return sheets.filter(sheet => sheet.rows.length > 1);
}

function pivot(name: string, labels: readonly string[], counts: ReadonlyMap<string, Counts>): Sheet {
  const entries = [...counts.entries()]
    .map(([key, value]) => ({ labels: key.split('\t'), value }))
    .sort((a, b) => compareLabels(a.labels, b.labels));
  if (entries.length === 0) return { name, rows: [] };
  const kinds = KINDS.filter(kind => entries.some(entry => countOf(entry.value, kind) > 0));
  const sum = (of: (counts: Counts) => number): number => entries.reduce((all, entry) => all + of(entry.value), 0);
  return {
    name,
    rows: [
      [null, ...labels, ...kinds, 'Total'],
      ...entries.map((entry, i) => [
        i,
        ...entry.labels,
        ...kinds.map(kind => countOf(entry.value, kind)),
        total(entry.value),
      ]),
      ['Total', ...labels.map(() => null), ...kinds.map(kind => sum(counts => countOf(counts, kind))), sum(total)],
    ],
  };
}

function compareLabels(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
