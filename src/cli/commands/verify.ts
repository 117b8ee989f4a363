import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { createEngine } from '../../deid/deidentify';
import { createTextCleaner } from '../../deid/text/cleaner';
import { defaultRunFolder } from '../../jobs/folders';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import { verifyFolders, type VerifyReport } from '../../jobs/verifyFolders';
import type { JobSummary } from '../../protocol/jobs';
import { Exit, UsageError } from '../exit';
import { eventLines } from '../reporters/progress';
import { version } from '../version';

interface Options {
  readonly uids?: string;
  readonly profile?: string;
  readonly json?: boolean;
  readonly report?: string;
  readonly events?: boolean;
}

/** `deidbench verify IN OUT`. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Check a de-identified folder against its input, without an answer key.')
    .argument('<in>', 'folder with the original files')
    .argument('<out>', 'folder with the de-identified files')
    .option('--uids <csv>', 'mapping with the columns id_old,id_new (default: OUT.run/uid_mapping.csv)')
    .option('-p, --profile <profile>', 'also check that nothing changed that this profile does not ask for')
    .option('--json', 'print JSON')
    .option('--report <file>', 'also write the findings as JSON to this file')
    .option('--events', 'print progress as JSON lines')
    .addHelpText(
      'after',
      `
Looks for names, IDs, birth dates, places and UIDs of the input in every byte of the outputs but their pixel data, as 8-bit
text and UTF-16; checks that UIDs follow one map, that dates of a patient move together, that attributes the IOD demands
are there, that pixel data is the same, and that another parser reads the outputs. Pixel data that the output or the
profile says was cleaned passes if every changed pixel was blanked and all others are equal. A word of a name in a
private creator, manufacturer or model that stood there in the input is listed as possible and does not fail; everywhere
else it does. Paths and attribute names are printed, never values.

Exit codes: 0 nothing found, 2 something needs a look, 1 a folder could not be read.

Examples:
  deidbench verify scans clean
  deidbench verify scans clean --uids clean.run/uid_mapping.csv --profile lung.deid.yaml --json`,
    )
    .action(verify);
}

async function verify(input: string, output: string, options: Options): Promise<void> {
  try {
    const started = performance.now();
    const emit = options.events ? eventLines() : () => undefined;
    emit({ type: 'started', job: 'verify' });
    const run = join(defaultRunFolder(output), 'uid_mapping.csv');
    const uidMapping = options.uids ?? (existsSync(run) ? run : undefined);
    const report = await verifyFolders({
      input,
      output,
      ...(uidMapping === undefined ? {} : { uidMapping }),
      ...(options.profile === undefined ? {} : { engine: engineFor(options.profile) }),
    });
    const json = `${JSON.stringify(report, null, 2)}\n`;
    if (options.report !== undefined) {
      mkdirSync(dirname(options.report), { recursive: true });
      writeFileSync(options.report, json);
    }
    const seconds = (performance.now() - started) / 1000;
    if (options.events) emit({ type: 'done', summary: jobSummary(report, seconds, options.report) });
    else process.stdout.write(options.json ? json : reportText(report, uidMapping));
    const failed = Object.values(report.checks).some(c => c.failed > 0) || report.outputs === 0;
    process.exitCode = failed ? Exit.partial : Exit.ok;
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}

/** The findings in the words of all jobs: a file that was looked at counts as written. */
function jobSummary(report: VerifyReport, seconds: number, place: string | undefined): JobSummary {
  return {
    written: report.outputs,
    quarantined: 0,
    notDicom: 0,
    skipped: 0,
    bytes: 0,
    seconds,
    places: place === undefined ? {} : { verify: place },
    figures: { findings: String(report.findings.length) },
  };
}

/** The key does not matter here: which elements a profile leaves alone does not depend on it. */
function engineFor(reference: string): ReturnType<typeof createEngine> {
  const { profile, knowledgeBaseText } = loadProfile(reference);
  return createEngine({
    profile,
    key: new Uint8Array(32),
    textCleaner: createTextCleaner(profile.text),
    toolVersion: version,
    ...(knowledgeBaseText === undefined ? {} : { knowledgeBase: knowledgeBaseText }),
  });
}

function reportText(report: VerifyReport, mapping: string | undefined): string {
  const lines = [
    `${report.inputs} inputs, ${report.outputs} outputs, ${report.paired} of them paired with their input`,
  ];
  if (mapping === undefined)
    lines.push('No UID mapping was found; give it with --uids for the checks that compare files.');
  for (const [name, { checked, failed }] of Object.entries(report.checks)) {
    lines.push(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${checked - failed} of ${checked} files`);
  }
  const blocks = Object.entries(report.privateData);
  lines.push(
    `${blocks.length === 0 ? 'No' : blocks.reduce((sum, [, n]) => sum + n, 0)} private attributes in the outputs`,
  );
  for (const [block, n] of blocks.slice(0, 40)) lines.push(`        ${block}: ${n}`);
  if (report.linksRemoved > 0)
    lines.push(`${report.linksRemoved} outputs refer to fewer files of the set than their inputs did`);
  const { files, frames, pixels } = report.cleanedPixels;
  if (files > 0)
    lines.push(`${files} outputs had pixels cleaned: ${pixels} blanked in ${frames} frames, all others proven equal`);
  if (report.possible.length > 0)
    lines.push(
      `${report.possible.length} possible: words of private creators, manufacturers or models that equal a name`,
    );
  for (const { file, path, message } of report.possible.slice(0, 20))
    lines.push(`        ${file}: ${path}: ${message}`);
  for (const { check, file, path, message } of report.findings.slice(0, 100)) {
    lines.push(`${file}: ${path ? `${path}: ` : ''}${message} (${check})`);
  }
  if (report.findings.length > 100) lines.push(`... ${report.findings.length - 100} more; --json has them`);
  return `${lines.join('\n')}\n`;
}
