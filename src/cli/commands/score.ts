import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { liesWithin } from '../../jobs/folders';
import type { OfficialConfig } from '../../benchmark/config';
import { ConfigError, parseConfig } from '../../benchmark/config';
import type { OpenReader } from '../../benchmark/ocr/regionReader.node';
import { openRegionReader } from '../../benchmark/ocr/regionReader.node';
import { total } from '../../benchmark/results/tally';
import { scoreFolder } from '../../benchmark/scoreFolder.node';
import type { ScoreOptions, ScoreSummary } from '../../benchmark/scoreOptions';
import { ScoreError } from '../../benchmark/scoreOptions';
import type { JobSummary } from '../../protocol/jobs';
import { Exit, UsageError } from '../exit';
import { eventLines } from '../reporters/progress';

interface Options {
  readonly config?: string;
  readonly key?: string;
  readonly uids?: string;
  readonly patients?: string;
  readonly out?: string;
  readonly input?: string;
  readonly name?: string;
  readonly mode: 'official' | 'strict';
  readonly tokenizer: '3.8' | '3.10.3';
  readonly cpus?: number;
  readonly perFile?: boolean;
  readonly series?: boolean;
  readonly ocr: string;
  readonly dciodvfy: boolean;
  readonly pictures: boolean;
  readonly import?: string;
  readonly json?: boolean;
  readonly events?: boolean;
}

/** `deidbench score`: the official MIDI-B score of a folder, and more. */
export function scoreCommand(): Command {
  return new Command('score')
    .description(
      'Score a folder of de-identified files against an answer key, row for row as the official MIDI-B scripts do.',
    )
    .argument('[curated]', 'folder with the de-identified files')
    .option('--key <file>', 'answer key: SQLite database with the table answer_data')
    .option('--uids <file>', 'UID mapping: CSV with the columns id_old,id_new')
    .option('--patients <file>', 'patient mapping: CSV with the columns id_old,id_new')
    .option('--out <folder>', 'folder for the results')
    .option('--config <file>', "take all of these from the official scripts' JSON configuration")
    .option('--input <folder>', 'folder with the files before de-identification, to compare images and conformance')
    .option('--name <text>', 'name of the run in reports (default: name of the results folder)')
    .addOption(
      new Option('--mode <mode>', 'strict adds findings of its own, apart from the score')
        .choices(['official', 'strict'])
        .default('official'),
    )
    .addOption(
      new Option('--tokenizer <version>', 'release of NLTK whose word splitting counts')
        .choices(['3.8', '3.10.3'])
        .default('3.8'),
    )
    .option(
      '--cpus <n>',
      'processors of the official run to reproduce; decides which files share a batch (default 1)',
      positive,
    )
    .option('--per-file', 'check every file by itself, so that no result depends on the batch')
    .option('--series', 'also write the report that counts a check once per series')
    .option(
      '--ocr <engine>',
      'how pixels_hidden reads text: auto, none, or replay:FILE with texts found before',
      'auto',
    )
    .option(
      '--no-pictures',
      'with --input: leave out of report.html what failed pixel checks looked like before and after',
    )
    .option('--no-dciodvfy', 'do not run dciodvfy even if it is installed')
    .option('--import <sheet>', 'take the outcomes of a hand-checked pixel_validation.xlsx into the results in --out')
    .option('--json', 'print the summary as JSON')
    .option('--events', 'print progress as JSON lines')
    .addHelpText(
      'after',
      `
Writes to the results folder: validation_results.db, discrepancy_report_internal.csv, discrepancy_report_participant.csv,
scoring_report_instance.xlsx (and _series.xlsx), pixel_validation.xlsx, report.html and report.json.

Exit codes: 0 scored, 2 scored but some files or checks could not be looked at, 1 nothing scored.

Examples:
  deidbench score curated --key answer_key.db --uids uid_mapping.csv --patients patid_mapping.csv --out results
  deidbench score --config config.json
  deidbench score curated --key K.db --uids U.csv --patients P.csv --out results --mode strict --input originals
  deidbench score --import results/pixel_validation.xlsx --out results`,
    )
    .action(run);
}

async function run(curated: string | undefined, options: Options): Promise<void> {
  try {
    if (options.import !== undefined) await importSheet(options.import, options);
    else await score(curated, options);
  } catch (error) {
    if (error instanceof ScoreError) throw new UsageError(error.message);
    throw error;
  }
}

async function importSheet(sheet: string, options: Options): Promise<void> {
  if (!options.out) throw new UsageError('--import needs --out: the folder with the results to change.');
  const { importPixelSheet } = await import('../../benchmark/importSheet.node');
  const result = await importPixelSheet(options.out, sheet, options.series ?? false);
  if (options.json) process.stdout.write(JSON.stringify(result, null, 2) + '\n');
  else process.stdout.write(`${result.rows} outcome(s) taken over. Score ${result.score}.\n`);
}

const emit = eventLines();

async function score(curated: string | undefined, options: Options): Promise<void> {
  const { reader, ...paths } = {
    ...(options.config ? fromConfig(options.config) : fromOptions(curated, options)),
    reader: await ocrReader(options.ocr),
  };
  if (liesWithin(paths.out, paths.curated))
    throw new UsageError(
      `The results folder ${paths.out} lies inside the scored folder; reports hold values of files, so choose a place outside (--out).`,
    );
  const controller = new AbortController();
  const stop = (): void => controller.abort(new UsageError('Stopped; the results of this run were not written.'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const summary = await scoreFolder(
      {
        ...paths,
        cpus: options.cpus ?? paths.cpus,
        series: options.series ?? paths.series,
        perFile: options.perFile,
        tokenizer: options.tokenizer,
        mode: options.mode,
        input: options.input,
        name: options.name ?? paths.name,
        dciodvfy: options.dciodvfy,
        pictures: options.pictures,
        ocr: reader?.read ?? null,
        signal: controller.signal,
      },
      event => {
        if (options.events) emit(event.type === 'progress' ? { ...event, bytes: 0 } : event);
        else if (event.type === 'warning' && !options.json) process.stderr.write(`Note: ${event.message}\n`);
      },
    );
    if (options.events) emit({ type: 'done', summary: jobSummary(summary) });
    else process.stdout.write(options.json ? JSON.stringify(summary, null, 2) + '\n' : scoreText(summary));
    if (needsALook(summary)) process.exitCode = Exit.partial;
  } finally {
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
    await reader?.close();
  }
}

/** The figures of a scored folder in the words of all jobs: a checked file counts as written. */
function jobSummary({ files, seconds, places, score: figure }: ScoreSummary): JobSummary {
  const skipped = files.found - files.checked;
  const figures = { score: figure };
  return { written: files.checked, quarantined: 0, notDicom: 0, skipped, bytes: 0, seconds, places, figures };
}

type Paths = Pick<ScoreOptions, 'curated' | 'key' | 'uids' | 'patients' | 'out' | 'cpus' | 'series' | 'name'>;

function fromOptions(curated: string | undefined, options: Options): Paths {
  const { key, uids, patients, out } = options;
  if (curated === undefined) throw new UsageError('Name the folder to score, or a configuration with --config.');
  const missing = Object.entries({ key, uids, patients, out }).filter(([, value]) => !value);
  if (!key || !uids || !patients || !out)
    throw new UsageError(`Scoring needs ${missing.map(([name]) => `--${name}`).join(', ')} as well.`);
  return { curated, key, uids, patients, out };
}

function fromConfig(path: string): Paths {
  if (!existsSync(path)) throw new UsageError(`There is no configuration ${path}.`);
  let config: OfficialConfig;
  try {
    config = parseConfig(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(`Configuration ${path}: ${error.message}.`);
    throw error;
  }
  // Like the official scripts, from the folder they are started in; else from where the configuration is.
  const at = (name: string): string => (existsSync(name) ? name : resolve(dirname(path), name));
  return {
    curated: at(config.curated),
    key: at(config.key),
    uids: at(config.uids),
    patients: at(config.patients),
    out: join(at(config.output), config.runName),
    cpus: config.cpus,
    series: config.series,
    name: config.runName,
  };
}

async function ocrReader(engine: string): Promise<OpenReader | null> {
  if (engine === 'none') return null;
  if (engine === 'auto') return openRegionReader();
  if (!engine.startsWith('replay:')) throw new UsageError(`--ocr must be auto, none or replay:FILE, not ${engine}.`);
  const path = engine.slice('replay:'.length);
  if (!existsSync(path)) throw new UsageError(`There is no file ${path} to replay.`);
  const { replayReader } = await import('../../benchmark/ocr/replay');
  try {
    return { name: 'replay', read: replayReader(readFileSync(path, 'utf8')), close: () => Promise.resolve() };
  } catch {
    throw new UsageError(`${path}: expected one JSON object with sha1 and texts per line.`);
  }
}

/** True if some files or checks of a score could not be looked at. */
export function needsALook({ files, instances, warnings }: ScoreSummary): boolean {
  return (
    files.unmapped.length > 0 ||
    instances.unreadable > 0 ||
    files.skipped.some(skip => skip.reason !== 'not-dicom') ||
    warnings.some(warning => warning.code === 'nothing-matches')
  );
}

/** The figures of a score for people. */
export function scoreText(summary: ScoreSummary): string {
  const { counts } = summary;
  const lines = [
    `Score ${summary.score}: ${counts.pass} of ${total(counts)} checks passed, ${counts.fail} failed, ${counts.blank} undecided.`,
    `${summary.files.checked} file(s) checked, ${summary.instances.missing} of ${summary.instances.inKey} instance(s) missing.`,
    '',
    ...summary.actions.map(
      f =>
        `  ${f.label.padEnd(18)} ${String(f.pass).padStart(8)} passed ${String(f.fail).padStart(7)} failed ${String(f.blank).padStart(6)} undecided`,
    ),
  ];
  if (summary.strict)
    lines.push(
      '',
      `Strict mode: ${summary.strict.findings.length} finding(s), apart from the score.`,
      ...summary.strict.counts.map(({ kind, count }) => `  ${kind.padEnd(24)} ${count}`),
    );
  lines.push('', `Results: ${resolve(dirname(Object.values(summary.places)[0] ?? '.'))}`, '');
  return lines.join('\n');
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`--cpus must be a whole number from 1, not ${text}.`);
  return value;
}
