import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { detectFormat, FORMAT_NAMES, IMPORT_FORMATS, importProfile } from '../../profile/import/importProfile';
import { lineOf, type ImportFormat, type ImportResult } from '../../profile/import/importResult';
import { Exit, UsageError } from '../exit';
import { reason } from '../systemError';
import { writeResult } from '../writeResult';

interface Options {
  readonly from?: ImportFormat;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `deidbench import FILE`: a profile from the rules of another program. */
export function importCommand(): Command {
  return new Command('import')
    .description('Make a profile from a CTP script, a recipe of pydicom deid, or a Kitware dictionary.')
    .argument('<file>', 'script, recipe or dictionary')
    .addOption(new Option('--from <format>', 'what the file is; by its content if not given').choices(IMPORT_FORMATS))
    .option('-o, --output <file>', 'where the profile goes; standard output if not given')
    .option('--force', 'write over an existing file')
    .option('--json', 'print the profile and the report as JSON')
    .addHelpText(
      'after',
      `
The report on standard error says what could not be carried over, line by line: "lost" is not in the profile, "changed" is there
with another meaning, "note" is worth knowing. Where a function has no equal, the stricter action is written.
"deidbench lint FILE" checks the script as it stands.

Exit codes: 0 everything was carried over, 2 something was lost or changed, 1 nothing could be read.

Examples:
  deidbench import dicom-anonymizer.script -o site.deid.yaml
  deidbench import --from ctp-pixel DicomPixelAnonymizer.script -o pixels.deid.yaml
  deidbench import deid.dicom --json`,
    )
    .action(run);
}

function run(file: string, options: Options): void {
  const text = read(file);
  const format = options.from ?? detectFormat(text);
  if (!format)
    throw new UsageError(
      `${file} is none of ${Object.values(FORMAT_NAMES).join(', ')}; say what it is with --from ${IMPORT_FORMATS.join('|')}.`,
    );
  const result = importProfile(text, format, basename(file).replace(/\.[^.]*$/, ''));
  if (result.rules + result.regions === 0)
    throw new UsageError(`${file} has no rules that could be read as a ${FORMAT_NAMES[format]}.`);
  if (options.json) process.stdout.write(`${JSON.stringify(toJson(text, result), undefined, 2)}\n`);
  else if (options.output === undefined) process.stdout.write(result.text);
  if (options.output !== undefined) writeResult(options.output, result.text, options.force === true);
  if (!options.json) process.stderr.write(report(file, text, result));
  if (result.notes.some(n => n.kind !== 'note')) process.exitCode = Exit.partial;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The file ${file} cannot be read: ${reason(error)}.`);
  }
}

function toJson(text: string, result: ImportResult): object {
  return {
    format: result.format,
    profile: result.text,
    rules: result.rules,
    regions: result.regions,
    notes: result.notes.map(n => ({
      kind: n.kind,
      line: lineOf(text, n.range.start),
      subject: n.subject,
      message: n.message,
    })),
  };
}

function report(file: string, text: string, result: ImportResult): string {
  const lines = result.notes.map(
    n => `${file}:${lineOf(text, n.range.start)}  ${n.kind.padEnd(7)}  ${n.subject}: ${n.message}`,
  );
  const count = (kind: string) => result.notes.filter(n => n.kind === kind).length;
  const parts = [`${result.rules} rules`, ...(result.regions > 0 ? [`${result.regions} pixel recipes`] : [])];
  return `${[...lines, `${FORMAT_NAMES[result.format]}: ${parts.join(', ')}; ${count('lost')} lost, ${count('changed')} changed, ${count('note')} notes.`].join('\n')}\n`;
}
