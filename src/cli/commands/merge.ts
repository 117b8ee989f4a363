import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { mergeRuns } from '../../jobs/mergeRuns';
import { RunError } from '../../jobs/runError';
import { Exit, UsageError } from '../exit';
import { summaryText } from './anonymize';

/** `deidbench merge RUN... --into DIR`. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Join the run folders of a run that was split with --shard, and prove that no file is missing.')
    .argument('<run...>', 'run folders of all parts')
    .requiredOption('--into <folder>', 'new run folder for the whole')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      `
Exit codes: 0 complete, 2 complete but with quarantined or skipped files, or some files unfinished, 1 the parts do not fit together.

Example:
  deidbench merge clean.run/part-* --into clean.run/whole`,
    )
    .action((runs: string[], options: { into: string; json?: boolean }) => {
      if (isOtherFolder(options.into))
        throw new UsageError(
          `The folder ${options.into} holds something else; name a new or empty folder with --into.`,
        );
      try {
        const { summary, unfinished } = mergeRuns(runs, options.into);
        if (options.json)
          process.stdout.write(`${JSON.stringify({ complete: unfinished === 0, unfinished, ...summary }, null, 2)}\n`);
        else {
          process.stdout.write(summaryText(summary, false));
          if (unfinished > 0)
            process.stdout.write(
              `${unfinished} files were not finished by any part; run the parts again with --resume.\n`,
            );
        }
        process.exitCode = unfinished + summary.quarantined + summary.skipped > 0 ? Exit.partial : Exit.ok;
      } catch (error) {
        if (error instanceof RunError) throw new UsageError(error.message);
        throw error;
      }
    });
}

/** True for a folder that is neither empty nor a run folder. */
function isOtherFolder(path: string): boolean {
  return existsSync(path) && !existsSync(join(path, 'ledger.db')) && readdirSync(path).length > 0;
}
