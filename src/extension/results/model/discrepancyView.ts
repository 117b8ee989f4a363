import type {
  CheckRow,
  DiscrepancyPage,
  DiscrepancyQuery,
  DiscrepancyRow,
  Grouping,
  Outcome,
} from '../../../protocol/results';
import { RESULT_VALUE_CAP } from '../../../protocol/results';
import type { Discrepancy } from './discrepancy';
import { discrepancyFilter } from './discrepancyFilter';

interface Head {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly better?: number;
  readonly open: boolean;
}

type Entry = Discrepancy | Head;

/** The table as the page asks for it: filtered, grouped, and cut into pages. Keeps the last view it made. */
export class DiscrepancyView {
  #made: {
    readonly key: string;
    readonly entries: readonly Entry[];
    readonly matches: number;
    readonly problem: string;
  } = { key: '', entries: [], matches: 0, problem: '' };

  constructor(private readonly rows: readonly Discrepancy[]) {}

  page(query: DiscrepancyQuery, from: number, to: number): DiscrepancyPage {
    const key = JSON.stringify(query);
    if (this.#made.key !== key) this.#made = { key, ...this.#make(query) };
    const { entries, matches, problem } = this.#made;
    return { total: entries.length, matches, problem, from, rows: entries.slice(from, to).map(rowOf) };
  }

  #make({ filter, group, open }: DiscrepancyQuery) {
    const { test, problem } = discrepancyFilter(filter);
    const matching = this.rows.filter(test);
    if (group === 'none') return { entries: matching, matches: matching.length, problem };
    const groups = new Map<string, { label: string; rows: Discrepancy[] }>();
    for (const row of matching) {
      const [key, label] = groupOf(row, group);
      const found = groups.get(key);
      if (found) found.rows.push(row);
      else groups.set(key, { label, rows: [row] });
    }
    const isOpen = new Set(open);
    const entries: Entry[] = [...groups]
      .sort(([, a], [, b]) => b.rows.length - a.rows.length)
      .flatMap(([key, { label, rows }]): Entry[] => {
        const better = rows.filter(({ outcome }) => outcome === 'better').length;
        const ofChanges = better > 0 || rows.some(({ outcome }) => outcome === 'worse');
        const head: Head = { key, label, count: rows.length, open: isOpen.has(key), ...(ofChanges && { better }) };
        return head.open ? [head, ...rows] : [head];
      });
    return { entries, matches: matching.length, problem };
  }
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  failed: 'failed',
  undecided: 'undecided',
  finding: 'finding of verify',
  better: 'passes now',
  worse: 'no longer passes',
};

/** Key and label of the group of a row; made of tags, names of the dictionary, actions, UIDs and rules only. */
function groupOf(row: Discrepancy, group: Exclude<Grouping, 'none'>): [key: string, label: string] {
  switch (group) {
    case 'tag':
      return [row.tag, `${row.tag} ${row.name}`.trim() || '(no attribute)'];
    case 'action':
      return [row.action, row.action];
    case 'category':
      return [row.category, row.category || '(no category)'];
    case 'outcome':
      return [row.outcome, OUTCOMES[row.outcome]];
    case 'file':
      return [row.instance, row.instance || '(no file)'];
    case 'rule': {
      const text = row.rule?.text ?? 'no profile';
      return [text, text];
    }
  }
}

function rowOf(entry: Entry): DiscrepancyRow {
  return 'key' in entry ? { kind: 'group', ...entry } : checkRow(entry);
}

function checkRow(row: Discrepancy): CheckRow {
  const { id, action, tag, name, outcome, absent, category, modality, instance, rule } = row;
  return {
    kind: 'check',
    id,
    action,
    tag,
    name,
    outcome,
    before: row.before.slice(0, RESULT_VALUE_CAP),
    expected: row.expected.slice(0, RESULT_VALUE_CAP),
    after: row.after.slice(0, RESULT_VALUE_CAP),
    absent,
    category,
    modality,
    instance,
    rule: rule?.text ?? '',
    hasOrigin: rule?.origin !== undefined,
  };
}
