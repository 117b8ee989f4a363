import { Command } from 'commander';
import { createAnonymizePool } from '../../jobs/anonymizePool';
import { indexShare, type IndexShareResult } from '../../jobs/indexShare';
import { KEY_VARIABLE } from '../../jobs/key';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import { parseShard } from '../../jobs/shard';
import { Exit, UsageError } from '../exit';
import { interruptSignal } from '../interrupt';
import { eventLines, humanProgress } from '../reporters/progress';
import { version } from '../version';
import { workersOption } from '../workersOption';

interface Options {
  readonly profile: string;
  readonly into: string;
  readonly keyFile?: string;
  readonly shard?: string;
  readonly workers?: string;
  readonly json?: boolean;
  readonly events?: boolean;
}

/** `deidbench index IN --profile P --into DIR`. */
export function indexCommand(): Command {
  return new Command('index')
    .description('Read the headers of a folder, or of a share of it, ahead of a run that is split over machines.')
    .argument('<in>', 'folder with DICOM files; it is never written to')
    .requiredOption('-p, --profile <profile>', 'the profile of the run')
    .requiredOption('--into <folder>', 'folder for the index, the same for all shares, outside the input')
    .option('--key-file <file>', `file with the secret pseudonym key of the run (or set ${KEY_VARIABLE})`)
    .option(
      '--shard <k/n>',
      'read share k of n, split by path; auto reads the array index of Slurm, Kubernetes or AWS Batch (default: all)',
    )
    .option('--workers <n>', 'threads (default: one per processor, one fewer if only headers are worked on)')
    .option('--json', 'print the summary as JSON')
    .option('--events', 'print progress as JSON lines')
    .addHelpText(
      'after',
      `
Without an index every part of a split run reads the headers of all files, to know which are its own and what is known of
its patients. With one, given as --index to anonymize, the headers are read once, by as many machines as you like.
The index holds what identifies people: keep it apart from the output, and delete it when the run is done.

Exit codes: 0 all done, 2 some files cannot be read or the work was stopped, 1 wrong usage or nothing done.

Examples:
  deidbench index scans -p lung.deid.yaml --key-file key.txt --into clean.run/index --shard 3/64
  deidbench anonymize scans clean -p lung.deid.yaml --key-file key.txt --index clean.run/index --shard 3/64 --run clean.run/part-3`,
    )
    .action(index);
}

async function index(input: string, options: Options): Promise<void> {
  const workers = workersOption(options.workers);
  try {
    const { profile, knowledgeBaseText } = loadProfile(options.profile);
    const result = await indexShare({
      input,
      into: options.into,
      share: options.shard === undefined ? { index: 0, count: 1 } : parseShard(options.shard, process.env),
      profile,
      knowledgeBaseText,
      keyFile: options.keyFile,
      environment: process.env,
      toolVersion: version,
      createPool: setup => createAnonymizePool(setup, Number.MAX_SAFE_INTEGER, workers),
      signal: interruptSignal(),
      onEvent: options.events ? eventLines() : humanProgress(),
    });
    if (options.json)
      process.stdout.write(`${JSON.stringify({ complete: result.path !== undefined, ...result }, null, 2)}\n`);
    else if (!options.events) process.stdout.write(resultText(result));
    process.exitCode = result.path === undefined || result.quarantined + result.skipped > 0 ? Exit.partial : Exit.ok;
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}

function resultText(result: IndexShareResult): string {
  if (result.path === undefined) return 'Stopped before the end; nothing was kept, run the same command again.\n';
  const number = (n: number): string => n.toLocaleString('en-US');
  const { indexed, quarantined, notDicom, skipped, patients } = result;
  return `${number(indexed + quarantined + notDicom + skipped)} files: ${number(indexed)} indexed (${number(patients)} patients), ${number(quarantined)} cannot be read, ${number(notDicom)} not DICOM, ${number(skipped)} skipped (${result.seconds.toFixed(1)} s)
Index: ${result.path} (secret)
`;
}
