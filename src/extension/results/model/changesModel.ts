import type {
  ChangeFigure,
  ChangesOverview,
  DiscrepancyPage,
  DiscrepancyQuery,
  RunRecord,
} from '../../../protocol/results';
import { readRunChanges, type RunChange } from '../../../jobs/runChanges';
import type { Discrepancy } from './discrepancy';
import { DiscrepancyView } from './discrepancyView';
import type { Responsibility } from './responsible';
import { UserError } from '../../../protocol/userError';

/** Checks that pass in one of two runs and not in the other, as the page shows them. */
export class ChangesModel {
  readonly overview: ChangesOverview;
  readonly rows: readonly Discrepancy[];
  readonly #view: DiscrepancyView;

  /**
   * @param run the run that is looked at
   * @param other the one it is compared with; `label` says which that is
   * @throws Error, one sentence, if one of them has no results to compare
   */
  constructor(run: RunRecord, other: RunRecord, label: string, responsibility: Responsibility | undefined) {
    if (run.paths.reports === undefined || other.paths.reports === undefined)
      throw new UserError('Only runs that were scored can be compared.');
    const { common, changes } = readRunChanges(other.paths.reports, run.paths.reports);
    this.rows = changes.map(rowOf);
    if (responsibility) for (const row of this.rows) row.rule = responsibility.for(row);
    this.#view = new DiscrepancyView(this.rows);
    const better = changes.filter(change => change.better).length;
    this.overview = {
      label,
      text: other.figures?.score ?? '',
      common,
      better,
      worse: changes.length - better,
      categories: figuresOf(changes),
    };
  }

  page(query: DiscrepancyQuery, from: number, to: number): DiscrepancyPage {
    return this.#view.page(query, from, to);
  }
}

function rowOf(change: RunChange, id: number): Discrepancy {
  const { better, action, tag, name, category, modality, instance, original, then, now } = change;
  return {
    id,
    action,
    tag,
    name,
    outcome: better ? 'better' : 'worse',
    before: original,
    expected: then ?? '',
    after: now ?? '',
    absent: now === null,
    category,
    modality,
    instance,
  };
}

/** By category, most changes first. */
function figuresOf(changes: readonly RunChange[]): ChangeFigure[] {
  const figures = new Map<string, { better: number; worse: number }>();
  for (const { category, better } of changes) {
    const figure = figures.get(category) ?? { better: 0, worse: 0 };
    figures.set(category, figure);
    figure[better ? 'better' : 'worse']++;
  }
  return [...figures]
    .map(([label, counts]) => ({ label, ...counts }))
    .sort((a, b) => b.better + b.worse - a.better - a.worse || (a.label < b.label ? -1 : 1));
}
