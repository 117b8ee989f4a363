import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { mergeRuns } from '../../jobs/mergeRuns';
import { RunError } from '../../jobs/runError';
import { Exit, UsageError } from '../exit';
import { summaryText } from './anonymize';

interface Options {
  readonly into: string;
  readonly json?: boolean;
}

/** `deidbench merge RUN... --into DIR`. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description(
      'Join the run folders of a run that was split with --shard, and prove that no file is missing; or join results of score.',
    )
    .argument('<run...>', 'run folders of all parts, or results folders of data sets that were scored one by one')
    .requiredOption('--into <folder>', 'new folder for the whole')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Exit codes: 0 complete, 2 complete but with quarantined or skipped files, or some files unfinished, 1 the parts do not fit together.

Examples:
  deidbench merge clean.run/part-* --into clean.run/whole
  deidbench merge results/site-a results/site-b --into results/all`,
    )
    .action(async (parts: string[], options: Options) => {
      if (isOtherFolder(options.into))
        throw new UsageError(
          `The folder ${options.into} holds something else; name a new or empty folder with --into.`,
        );
      const scored = parts.filter(part => existsSync(join(part, 'validation_results.db')));
      if (scored.length === 0) return mergeParts(parts, options);
      if (scored.length < parts.length)
        throw new UsageError(
          `${parts.find(part => !scored.includes(part))} holds no results of score, but ${scored[0]} does; merge runs and results apart.`,
        );
      return mergeResults(parts, options);
    });
}

function mergeParts(runs: readonly string[], options: Options): void {
  try {
    const { summary, unfinished } = mergeRuns(runs, options.into);
    if (options.json)
      process.stdout.write(`${JSON.stringify({ complete: unfinished === 0, unfinished, ...summary }, null, 2)}\n`);
    else {
      process.stdout.write(summaryText(summary, false));
      if (unfinished > 0)
        process.stdout.write(`${unfinished} files were not finished by any part; run the parts again with --resume.\n`);
    }
    process.exitCode = unfinished + summary.quarantined + summary.skipped > 0 ? Exit.partial : Exit.ok;
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}

async function mergeResults(folders: readonly string[], options: Options): Promise<void> {
  const [{ mergeScores }, { ScoreError }, { needsALook, scoreText }] = await Promise.all([
    import('../../benchmark/mergeScores.node'),
    import('../../benchmark/scoreOptions'),
    import('./score'),
  ]);
  try {
    const summary = await mergeScores(folders, options.into);
    process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : scoreText(summary));
    process.exitCode = needsALook(summary) ? Exit.partial : Exit.ok;
  } catch (error) {
    if (error instanceof ScoreError) throw new UsageError(error.message);
    throw error;
  }
}

/** True for a folder that is neither empty nor a run folder. */
function isOtherFolder(path: string): boolean {
  return existsSync(path) && !existsSync(join(path, 'ledger.db')) && readdirSync(path).length > 0;
}
