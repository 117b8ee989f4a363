import type { Counts } from './results/tally';
import { count, newCounts, percent, total } from './results/tally';
import { htmlPage, htmlTable, escapeHtml } from './report/html';
import { PUBLISHED } from './report/published';
import type { Figure } from './scoreOptions';

/** A finished run as the comparison sees it. */
export interface ComparedRun {
  readonly name: string;
  readonly path: string;
  readonly counts: Counts;
  readonly actions: readonly Figure[];
  /** Old instance and check -> outcome, attribute and action. */
  readonly checks: ReadonlyMap<string, ComparedCheck>;
}

export interface ComparedCheck {
  readonly passed: boolean | null;
  readonly action: string;
  readonly tag: string;
}

/** How two runs over the same key differ, check by check. */
export interface RunDifference {
  readonly from: string;
  readonly to: string;
  /** Checks that are in both. */
  readonly common: number;
  readonly better: number;
  readonly worse: number;
  /** By action and attribute: how many checks got better and worse. */
  readonly changes: readonly {
    readonly action: string;
    readonly tag: string;
    readonly better: number;
    readonly worse: number;
  }[];
}

/** The runs, best first. */
export function leaderboard(runs: readonly ComparedRun[]): ComparedRun[] {
  const fraction = ({ counts }: ComparedRun): number => counts.pass / Math.max(1, total(counts));
  return [...runs].sort((a, b) => fraction(b) - fraction(a) || (a.name < b.name ? -1 : 1));
}

export function compareTwo(from: ComparedRun, to: ComparedRun): RunDifference {
  let common = 0;
  let better = 0;
  let worse = 0;
  const changes = new Map<string, { action: string; tag: string; better: number; worse: number }>();
  for (const [key, before] of from.checks) {
    const after = to.checks.get(key);
    if (!after) continue;
    common++;
    if ((before.passed === true) === (after.passed === true)) continue;
    const name = `${after.action}\t${after.tag}`;
    const change = changes.get(name) ?? { action: after.action, tag: after.tag, better: 0, worse: 0 };
    changes.set(name, change);
    if (after.passed === true) {
      better++;
      change.better++;
    } else {
      worse++;
      change.worse++;
    }
  }
  const sorted = [...changes.values()].sort(
    (a, b) => b.better + b.worse - a.better - a.worse || (a.tag < b.tag ? -1 : 1),
  );
  return { from: from.name, to: to.name, common, better, worse, changes: sorted };
}

/** Gathers checks of a run; rows are given in the order of the database. */
export class RunReader {
  private readonly counts = newCounts();
  private readonly actions = new Map<string, Counts>();
  private readonly rows: { instance: string; index: string; check: ComparedCheck }[] = [];
  private readonly oldInstances = new Map<string, string>();

  add(row: {
    readonly instance: string;
    readonly checkIndex: string;
    readonly action: string;
    readonly tag: string;
    readonly answer: string | null;
    readonly passed: boolean | null;
  }): void {
    count(this.counts, row.passed);
    let counts = this.actions.get(row.action);
    if (!counts) this.actions.set(row.action, (counts = newCounts()));
    count(counts, row.passed);
    const plain = row.instance.replace(/[<>]/g, '');
    // The old UID of an instance is the answer of the check that its SOP Instance UID has changed.
    if (row.action === '<uid_changed>' && row.tag === '<(0008,0018)>' && row.answer)
      this.oldInstances.set(plain, row.answer.replace(/[<>]/g, ''));
    const check = { passed: row.passed, action: row.action.replace(/[<>]/g, ''), tag: row.tag.replace(/[<>]/g, '') };
    this.rows.push({ instance: plain, index: row.checkIndex, check });
  }

  run(name: string, path: string): ComparedRun {
    const checks = new Map<string, ComparedCheck>();
    for (const { instance, index, check } of this.rows)
      checks.set(`${this.oldInstances.get(instance) ?? instance} ${index}`, check);
    const actions = [...this.actions]
      .map(([label, counts]) => ({ label: label.replace(/[<>]/g, ''), ...counts }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
    return { name, path, counts: this.counts, actions, checks };
  }
}

/** The table of runs, with the published results last and marked as reached on other data. */
export function leaderboardRows(runs: readonly ComparedRun[]): (string | number)[][] {
  return [
    ...leaderboard(runs).map((run, i) => [
      i + 1,
      run.name,
      percent(run.counts),
      run.counts.pass,
      run.counts.fail,
      run.counts.blank,
      '',
    ]),
    ['–', PUBLISHED.label, `${PUBLISHED.lowest}% to ${PUBLISHED.highest}%`, '', '', '', PUBLISHED.note],
  ];
}

export const LEADERBOARD_HEAD = ['Rank', 'Run', 'Score', 'Passed', 'Failed', 'Undecided', 'Note'] as const;

/** A page with the leaderboard, the scores by action and the differences of each run to the best one. */
export function comparisonHtml(runs: readonly ComparedRun[], differences: readonly RunDifference[]): string {
  const actions = [...new Set(runs.flatMap(run => run.actions.map(f => f.label)))].sort();
  const ranked = leaderboard(runs);
  const byAction = actions.map(action => [
    action,
    ...ranked.map(run => {
      const figure = run.actions.find(f => f.label === action);
      return figure ? percent(figure) : '';
    }),
  ]);
  const parts = [
    '<h1>Comparison of runs</h1>',
    htmlTable('Runs, best first', LEADERBOARD_HEAD, leaderboardRows(runs)),
    `<h2>By action</h2>${htmlTable('Score by action', ['Action', ...ranked.map(run => run.name)], byAction)}`,
    ...differences.map(
      d =>
        `<h2>${escapeHtml(`${d.from} → ${d.to}`)}</h2><p>${d.common.toLocaleString('en-US')} checks in both; ${d.better} better, ${d.worse} worse.</p>${
          d.changes.length === 0
            ? ''
            : htmlTable(
                'Checks whose outcome differs',
                ['Action', 'Attribute', 'Better', 'Worse'],
                d.changes.slice(0, 500).map(c => [c.action, c.tag, c.better, c.worse]),
              )
        }`,
    ),
  ];
  return htmlPage('Comparison of runs', `<main>\n${parts.join('\n')}\n</main>`);
}
