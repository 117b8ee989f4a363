import { existsSync, statSync } from 'node:fs';
import { Command, Option } from 'commander';
import { fileLoader } from '../../jobs/loadProfile';
import { summarizeFolder } from '../../jobs/sampleFolder';
import type { Diagnostic } from '../../profile/diagnostic';
import type { ProfileDocument } from '../../profile/document';
import { detectFormat } from '../../profile/import/importProfile';
import { foreignDocument, lintImported } from '../../profile/import/lintImported';
import { lintReport, type LintReport } from '../../profile/lint';
import { readProfile } from '../../profile/read';
import { sarifLog } from '../../profile/sarif';
import { Exit, UsageError } from '../exit';
import { readProfileText } from '../profileFiles';
import { version } from '../version';
import { wholeNumber } from '../wholeNumber';

interface Options {
  readonly format: 'text' | 'json' | 'sarif';
  readonly sample?: string;
  readonly output?: string;
  readonly maxWarnings?: number;
  readonly json?: boolean;
}

interface Result {
  readonly document: ProfileDocument;
  readonly report: LintReport;
}

/** `deidbench lint FILE...`: everything there is to say about profiles. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('Check de-identification profiles: mistakes, leaks, and claims that the rules do not keep.')
    .argument(
      '<profiles...>',
      'profile files, or names such as builtin:tcia; CTP scripts, deid recipes, Kitware dictionaries',
    )
    .addOption(
      new Option('--format <format>', 'how to print what is found').choices(['text', 'json', 'sarif']).default('text'),
    )
    .option('--sample <folder>', 'DICOM files the profile is meant for; some checks need them')
    .option('--output <folder>', 'folder that will be shared, for checks on where mapping tables lie')
    .option('--max-warnings <n>', 'more warnings than this make exit code 2', wholeNumber)
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Every finding has a code such as DEID050. A comment silences it: "# deid-ignore DEID050 reason" behind the line or on the
line above, "# deid-ignore-file DEID050 reason" for the whole file.

Exit codes: 0 no errors, 2 errors were found, 1 nothing could be checked.

Examples:
  deidbench lint lung.deid.yaml
  deidbench lint --sample incoming/ lung.deid.yaml
  deidbench lint dicom-anonymizer.script
  deidbench lint --format sarif profiles/*.deid.yaml > lint.sarif`,
    )
    .action(run);
}

function run(profiles: readonly string[], options: Options): void {
  if (options.sample !== undefined && !(existsSync(options.sample) && statSync(options.sample).isDirectory()))
    throw new UsageError(`The sample ${options.sample} is not a folder.`);
  const sample = options.sample === undefined ? undefined : summarizeFolder(options.sample);
  const results = profiles.map((name): Result => {
    const foreign = foreignResult(name);
    if (foreign) return foreign;
    const document = readProfile(readProfileText(name), name);
    const report = lintReport(document, {
      loader: fileLoader,
      ...(sample ? { sample } : {}),
      ...(options.output === undefined ? {} : { outputFolder: options.output }),
    });
    return { document, report };
  });
  process.stdout.write(`${print(results, options.json ? 'json' : options.format)}\n`);
  const all = results.flatMap(r => r.report.diagnostics);
  const count = (severity: string) => all.filter(d => d.severity === severity).length;
  if (count('error') > 0 || (options.maxWarnings !== undefined && count('warning') > options.maxWarnings))
    process.exitCode = Exit.partial;
}

/** Scripts and recipes of other programs are checked as they stand. */
function foreignResult(name: string): Result | undefined {
  if (/\.ya?ml$/i.test(name) || name.startsWith('builtin:')) return undefined;
  const text = readProfileText(name);
  const format = detectFormat(text);
  if (!format) return undefined;
  return { document: foreignDocument(text, name), report: { diagnostics: lintImported(text, format), undecided: [] } };
}

function print(results: readonly Result[], format: Options['format']): string {
  if (format === 'sarif') {
    const plain = results.map(r => ({ document: r.document, diagnostics: r.report.diagnostics }));
    return JSON.stringify(sarifLog(plain, version), undefined, 2);
  }
  if (format === 'json') return JSON.stringify(results.map(toJson), undefined, 2);
  return results.map(toText).join('\n');
}

function toJson({ document, report }: Result): object {
  return {
    file: document.id,
    diagnostics: report.diagnostics.map(d => ({
      code: d.code,
      severity: d.severity,
      ...position(document, d),
      message: d.message,
      fixes: (d.fixes ?? []).map(f => ({ title: f.title, edits: f.edits })),
    })),
    undecided: report.undecided,
  };
}

function toText({ document, report }: Result): string {
  const lines = report.diagnostics.map(d => {
    const { line, column } = position(document, d);
    return `${document.id}:${line}:${column}  ${d.severity.padEnd(7)}  ${d.code}  ${d.message}`;
  });
  const count = (severity: string) => report.diagnostics.filter(d => d.severity === severity).length;
  const summary =
    report.diagnostics.length === 0
      ? `${document.id}: nothing to report.`
      : `${document.id}: ${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes.`;
  const open = report.undecided.map(u => u.code);
  const hint = open.length > 0 ? [`With --sample FOLDER more can be said about ${open.join(', ')}.`] : [];
  return [...lines, summary, ...hint].join('\n');
}

function position(document: ProfileDocument, d: Diagnostic) {
  const start = document.lines.linePos(d.range.start);
  const end = document.lines.linePos(d.range.end);
  return { line: start.line, column: start.col, endLine: end.line, endColumn: end.col };
}
