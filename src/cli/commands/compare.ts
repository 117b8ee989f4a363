import { Command } from 'commander';
import type { ComparedRun } from '../../benchmark/compareRuns';
import {
  comparisonHtml,
  compareTwo,
  leaderboard,
  LEADERBOARD_HEAD,
  leaderboardRows,
} from '../../benchmark/compareRuns';
import { loadRun } from '../../benchmark/loadRun.node';
import { percent } from '../../benchmark/results/tally';
import { ScoreError } from '../../benchmark/scoreOptions';
import { UsageError } from '../exit';
import { writeResult } from '../writeResult';

interface Options {
  readonly html?: string;
  readonly json?: boolean;
}

/** `deidbench compare RUN...`: a leaderboard over runs, and what differs check by check. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('Compare scored runs: a leaderboard, and how each differs from the best, check by check.')
    .argument('<runs...>', 'folders with validation_results.db, of this program or of the official scripts')
    .option('--html <file>', 'write the comparison as one self-contained page')
    .option('--json', 'print the comparison as JSON')
    .addHelpText(
      'after',
      `
Runs must be scored with the same answer key for the check-by-check part. The results published for the MIDI-B challenge are
shown for orientation; they were reached on another data set.

Exit codes: 0 done, 1 wrong usage or results that cannot be read.

Examples:
  deidbench compare results/tool-a results/tool-b
  deidbench compare results/* --html comparison.html`,
    )
    .action(run);
}

function run(paths: readonly string[], options: Options): void {
  let runs: ComparedRun[];
  try {
    runs = distinctNames(paths.map(loadRun));
  } catch (error) {
    if (error instanceof ScoreError) throw new UsageError(error.message);
    throw error;
  }
  const [best, ...others] = leaderboard(runs);
  const differences = others.map(other => compareTwo(best, other));
  if (options.html) writeResult(options.html, comparisonHtml(runs, differences), true);
  if (options.json) {
    const plain = leaderboard(runs).map(({ name, path, counts, actions }) => ({
      name,
      path,
      score: percent(counts),
      counts,
      actions,
    }));
    process.stdout.write(JSON.stringify({ runs: plain, differences }, null, 2) + '\n');
    return;
  }
  const rows = [[...LEADERBOARD_HEAD], ...leaderboardRows(runs).map(row => row.map(String))];
  const widths = rows[0].map((_, i) => Math.max(...rows.map(row => row[i].length)));
  for (const row of rows)
    process.stdout.write(
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd() + '\n',
    );
  for (const { from, to, common, better, worse, changes } of differences) {
    process.stdout.write(`\n${from} -> ${to}: ${common} checks in both, ${better} better, ${worse} worse.\n`);
    for (const change of changes.slice(0, 10))
      process.stdout.write(
        `  ${change.action.padEnd(18)} ${change.tag}: ${change.better} better, ${change.worse} worse\n`,
      );
    if (changes.length > 10)
      process.stdout.write(`  ... and ${changes.length - 10} more attributes (--json or --html has all)\n`);
  }
}

/** Runs of the same name are told apart by their path. */
function distinctNames(runs: readonly ComparedRun[]): ComparedRun[] {
  const seen = new Map<string, number>();
  for (const { name } of runs) seen.set(name, (seen.get(name) ?? 0) + 1);
  return runs.map(run => ((seen.get(run.name) ?? 0) > 1 ? { ...run, name: `${run.name} (${run.path})` } : run));
}
