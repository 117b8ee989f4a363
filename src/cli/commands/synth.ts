import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { liesWithin } from '../../jobs/folders';
import { knownLocales } from '../../benchmark/synthesis/locales';
import { embeddedFiles, folderSource } from '../../benchmark/synthesis/sources.node';
import { synthesize, type SynthesisResult } from '../../benchmark/synthesis/synthesize.node';
import { Exit, UsageError } from '../exit';
import { wholeNumber } from '../wholeNumber';
import { interruptSignal } from '../interrupt';
import { eventLines } from '../reporters/progress';
import type { JobSummary } from '../../protocol/jobs';

interface Options {
  readonly seed: number;
  readonly patients?: number;
  readonly pixels: number;
  readonly locale: readonly string[];
  readonly wide?: boolean;
  readonly embedded?: boolean;
  readonly uidsAsSeen?: boolean;
  readonly json?: boolean;
  readonly events?: boolean;
}

/** `deidbench synth IN OUT` and `deidbench synth --embedded OUT`. */
export function synthCommand(): Command {
  return new Command('synth')
    .description(
      'Turn clean DICOM files into a benchmark: synthetic identities put in, and the answer key that says where.',
    )
    .argument(
      '<folders...>',
      'folder with clean DICOM files (never written to), and a new or empty folder for the benchmark',
    )
    .option(
      '--embedded',
      'use the built-in phantom instances (CT, MR, US, CR, DX, PT, MG, SR, RTSTRUCT, SEG); only OUT is named',
    )
    .option('--seed <n>', 'whole number; one seed gives the same bytes', wholeNumber, 1)
    .option(
      '--patients <n>',
      'spread the studies over this many synthetic patients (default: as many as there are)',
      wholeNumber,
    )
    .option('--pixels <share>', 'share of the suited images that get burned-in text, 0 to 1', share, 0.1)
    .addOption(
      new Option('--locale <list>', `locales of names and addresses, comma separated: ${knownLocales.join(', ')}`)
        .argParser(locales)
        .default(['en-US'], 'en-US'),
    )
    .option('--wide', 'other wordings, languages and clinical sentences beside the known forms')
    .option('--uids-as-seen', 'UIDs with the illegal forms (roots, leading zeros) that real benchmark data has')
    .option('--json', 'print the summary as JSON')
    .option('--events', 'print progress as JSON lines')
    .addHelpText(
      'after',
      `
Writes OUT/input/<PatientID>/<StudyUID>/<SeriesUID>/00000001.dcm, OUT/answer_key.db (the official schema: score it with
"deidbench score" or with the official scripts) and OUT/manifest.json (what was put where).
All names, numbers and addresses are made up. Start from files without identities of real people: what is in the pixels and
in free text of the source stays there.

Exit codes: 0 all done, 2 some files of the source could not be used, 1 nothing done.

Examples:
  deidbench synth --embedded bench --seed 7
  deidbench synth phantoms bench --seed 7 --pixels 0.2 --locale en-US,de-DE
  deidbench synth phantoms bench --patients 40 --wide`,
    )
    .action(run);
}

async function run(folders: string[], options: Options): Promise<void> {
  const [input, output] = options.embedded === true ? [undefined, folders[0]] : folders;
  if (folders.length !== (options.embedded === true ? 1 : 2) || output === undefined) {
    throw new UsageError(
      'Name a folder with DICOM files and a new folder: deidbench synth IN OUT (or: deidbench synth --embedded OUT).',
    );
  }
  if (options.patients !== undefined && options.patients < 1) throw new UsageError('--patients takes a number from 1.');
  checkFolders(input, output);
  const tty = process.stderr.isTTY === true;
  const emit = options.events === true ? eventLines() : undefined;
  const started = performance.now();
  emit?.({ type: 'started', job: 'synth' });
  const result = await synthesize(input === undefined ? embeddedFiles() : folderSource(input), output, {
    seed: options.seed,
    patients: options.patients,
    pixels: options.pixels,
    locales: options.locale,
    wide: options.wide === true,
    uidForm: options.uidsAsSeen === true ? 'asSeen' : 'legal',
    signal: interruptSignal(),
    progress: done => {
      if (done % 10 === 0) emit?.({ type: 'progress', phase: 'synthesize', done, bytes: 0 });
      if (tty && done % 50 === 0) process.stderr.write(`\r${done} instances`);
    },
  });
  if (tty) process.stderr.write('\r\u001b[K');
  if (result.instances === 0) throw new UsageError('No usable DICOM file was found; nothing to make a benchmark from.');
  const seconds = (performance.now() - started) / 1000;
  if (emit) emit({ type: result.cancelled ? 'cancelled' : 'done', summary: jobSummary(result, output, seconds) });
  else
    process.stdout.write(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : summaryText(result, output));
  process.exitCode = result.cancelled || unusable(result) > 0 ? Exit.partial : Exit.ok;
}

function jobSummary(result: SynthesisResult, output: string, seconds: number): JobSummary {
  return {
    written: result.instances,
    quarantined: unusable(result),
    notDicom: result.skipped['not-dicom'] ?? 0,
    skipped: 0,
    bytes: 0,
    seconds,
    places: {
      input: join(output, 'input'),
      key: join(output, 'answer_key.db'),
      manifest: join(output, 'manifest.json'),
    },
    figures: { checks: String(result.checks) },
  };
}

/** Files that look like DICOM but could not be used; other files in the folder are no fault. */
function unusable(result: SynthesisResult): number {
  return (
    (result.skipped['damaged'] ?? 0) + (result.skipped['no-sop-class'] ?? 0) + (result.skipped['no-modality'] ?? 0)
  );
}

function summaryText(result: SynthesisResult, output: string): string {
  const skipped = Object.entries(result.skipped).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${result.instances} instances of ${result.patients} patients, ${result.checks} checks, burned-in text in ${result.burned}`,
    ...(result.cancelled ? ['Stopped before the end: the benchmark holds the first instances only.'] : []),
    ...(skipped.length === 0 ? [] : [`Not used: ${skipped.join(', ')}`]),
    `Input:    ${output}/input`,
    `Key:      ${output}/answer_key.db`,
    `Manifest: ${output}/manifest.json`,
    '',
  ].join('\n');
}

function checkFolders(input: string | undefined, output: string): void {
  if (existsSync(output) && (!statSync(output).isDirectory() || readdirSync(output).length > 0)) {
    throw new UsageError(
      `The folder ${output} is not empty; nothing is ever overwritten, so choose an empty or new folder.`,
    );
  }
  if (input !== undefined) {
    if (!existsSync(input) || !statSync(input).isDirectory())
      throw new UsageError(`The input ${input} is not a folder.`);
    if (liesWithin(input, output) || liesWithin(output, input)) {
      throw new UsageError('The input folder and the folder of the benchmark must not lie inside each other.');
    }
  }
  mkdirSync(output, { recursive: true });
}

function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('It takes a number from 0 to 1.');
  return value;
}

function locales(text: string): string[] {
  const list = text.split(',').map(tag => tag.trim());
  const unknown = list.filter(tag => !knownLocales.includes(tag));
  if (unknown.length > 0) throw new InvalidArgumentError(`Unknown: ${unknown.join(', ')}.`);
  return list;
}
