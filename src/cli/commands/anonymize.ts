import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { anonymizeFolder } from '../../jobs/anonymizeFolder';
import { createAnonymizePool } from '../../jobs/anonymizePool';
import { defaultRunFolder } from '../../jobs/folders';
import { KEY_VARIABLE } from '../../jobs/key';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import { parseShard } from '../../jobs/shard';
import type { AuditLevel } from '../../jobs/tasks';
import type { JobSummary } from '../../protocol/jobs';
import { Exit, UsageError } from '../exit';
import { interruptSignal } from '../interrupt';
import { eventLines, humanProgress } from '../reporters/progress';
import { version } from '../version';
import { workersOption } from '../workersOption';

interface Options {
  readonly profile: string;
  readonly keyFile?: string;
  readonly run?: string;
  readonly resume?: boolean;
  readonly resumeIfStarted?: boolean;
  readonly workers?: string;
  readonly shard?: string;
  readonly index?: string;
  readonly audit: AuditLevel;
  readonly json?: boolean;
  readonly events?: boolean;
}

/** `deidbench anonymize IN OUT --profile P`. */
export function anonymizeCommand(): Command {
  return new Command('anonymize')
    .description('De-identify every DICOM file below a folder into another folder.')
    .argument('<in>', 'folder with DICOM files; it is never written to')
    .argument('<out>', 'new or empty folder for the de-identified files')
    .requiredOption(
      '-p, --profile <profile>',
      'profile file, or builtin:ps3.15, builtin:tcia, builtin:midi-b, builtin:keep-all',
    )
    .option(
      '--key-file <file>',
      `file with the secret pseudonym key (or set ${KEY_VARIABLE}; else a key is made in the run folder)`,
    )
    .option('--run <folder>', 'folder for ledger, mapping tables and reports (default: OUT.run)')
    .option('--resume', 'go on with a run that was stopped')
    .option('--resume-if-started', 'like --resume if the run folder holds a run, else start')
    .option('--workers <n>', 'threads (default: one per processor, one fewer if only headers are worked on)')
    .option(
      '--shard <k/n>',
      'do part k of n, split by patient; auto reads the array index of Slurm, Kubernetes or AWS Batch',
    )
    .option(
      '--index <folder>',
      'take files and patients from an index (deidbench index) instead of reading all headers',
    )
    .addOption(
      new Option('--audit <level>', 'what to record of every change')
        .choices(['none', 'summary', 'full'])
        .default('summary'),
    )
    .option('--json', 'print the summary as JSON')
    .option('--events', 'print progress as JSON lines')
    .addHelpText(
      'after',
      `
Every input file ends as written, quarantined, not DICOM or skipped; OUT.run/not-written.csv says why.
The mapping tables (old -> new) are in OUT.run and lead back to people: keep them apart from OUT.

Exit codes: 0 all done, 2 some files were quarantined or skipped, 1 the run could not start or go on.

Examples:
  deidbench anonymize scans clean --profile builtin:ps3.15
  deidbench anonymize scans clean --profile lung.deid.yaml --key-file secret/key.txt
  deidbench anonymize scans clean --profile lung.deid.yaml --key-file secret/key.txt --resume
  deidbench anonymize scans clean -p builtin:midi-b --key-file key.txt --shard 3/64 --run clean.run/part-3`,
    )
    .action(anonymize);
}

async function anonymize(input: string, output: string, options: Options): Promise<void> {
  const run = options.run ?? defaultRunFolder(output);
  const workers = workersOption(options.workers);
  try {
    const { profile, knowledgeBaseText } = loadProfile(options.profile);
    const report = options.events ? eventLines() : humanProgress();
    const { summary, cancelled } = await anonymizeFolder({
      input,
      output,
      run,
      profile,
      knowledgeBaseText,
      keyFile: options.keyFile,
      environment: process.env,
      resume: options.resume === true || (options.resumeIfStarted === true && existsSync(join(run, 'ledger.db'))),
      audit: options.audit,
      shard: options.shard === undefined ? undefined : parseShard(options.shard, process.env),
      index: options.index,
      toolVersion: version,
      createPool: (setup, files) => createAnonymizePool(setup, files, workers),
      signal: interruptSignal(),
      onEvent: report,
    });
    if (options.json) process.stdout.write(`${JSON.stringify({ complete: !cancelled, ...summary }, null, 2)}\n`);
    else if (!options.events) process.stdout.write(summaryText(summary, cancelled));
    if (!cancelled && options.shard === undefined && summary.written + summary.quarantined + summary.skipped === 0)
      throw new UsageError(`There is no DICOM file in ${input}, so nothing was done.`);
    process.exitCode = cancelled || summary.quarantined + summary.skipped > 0 ? Exit.partial : Exit.ok;
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}

/** The closing lines for people. */
export function summaryText(summary: JobSummary, cancelled: boolean): string {
  const number = (n: number): string => n.toLocaleString('en-US');
  const found = summary.written + summary.quarantined + summary.notDicom + summary.skipped;
  const lines = [
    `${number(found)} files: ${number(summary.written)} written, ${number(summary.quarantined)} quarantined, ${number(summary.notDicom)} not DICOM, ${number(summary.skipped)} skipped (${summary.seconds.toFixed(1)} s)`,
  ];
  if (cancelled) lines.push('Stopped before the end; go on with the same command and --resume.');
  if (summary.places.output) lines.push(`Output:  ${summary.places.output}`);
  if (summary.places.run) lines.push(`Run:     ${summary.places.run} (mapping tables, secret)`);
  if (found > summary.written && summary.places.notWritten) lines.push(`Reasons: ${summary.places.notWritten}`);
  return `${lines.join('\n')}\n`;
}
