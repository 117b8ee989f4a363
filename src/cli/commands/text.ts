import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { openFileSource } from '../../dicom/fileSource.node';
import { NotDicomError, openDicom } from '../../dicom/openFile';
import { patientContextFrom } from '../../deid/patientContext';
import { createTextCleaner, defaultTextSettings } from '../../deid/text/cleaner';
import { emptyHarvest, harvestFrom, type Harvest, type HeaderEntry } from '../../deid/text/harvest';
import type { CleanedText } from '../../deid/textCleaner';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import type { TextMode, TextSettings } from '../../profile/model';
import { attributeByKeyword } from '../../standard/dictionary';
import { UsageError } from '../exit';
import { reason } from '../systemError';

interface Options {
  readonly mode: TextMode;
  readonly vr: string;
  readonly header?: string;
  readonly file?: string;
  readonly profile?: string;
  readonly json?: boolean;
}

/** `deidbench text "…"`. */
export function textCommand(): Command {
  return new Command('text')
    .description('Show what cleaning removes from a text, and why. Nothing is stored or sent.')
    .argument('<text>', 'the text, or - to read lines from standard input')
    .addOption(
      new Option('-m, --mode <mode>', 'what to do about doubtful words')
        .choices(['surgical', 'blankIfDoubt', 'keepList'])
        .default('surgical'),
    )
    .addOption(
      new Option('--vr <vr>', 'value representation of the attribute; sets the length limit')
        .choices(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT'])
        .default('LO'),
    )
    .option('--header <file.json>', 'known identifiers: {"PatientName": "DOE^JANE", "PatientID": "12345", …}')
    .option('--file <file.dcm>', 'take the known identifiers from the header of a DICOM file')
    .option('-p, --profile <profile>', 'use the text settings (keep, remove, dates) of a profile')
    .option('--json', 'print the cleaned text and the removed ranges as JSON')
    .addHelpText(
      'after',
      `
Modes: surgical removes what a recognizer is sure about; blankIfDoubt empties the whole value if anything doubtful is left;
keepList keeps known vocabulary only.

Exit codes: 0 done, 1 wrong usage or a file that cannot be read.

Examples:
  deidbench text "CT chest for Jane Roe, ref by Dr. Miller, call 555-123-4567"
  deidbench text "ROE chest 20040119" --header known.json
  deidbench text "Tech: JR" --file image.dcm --mode blankIfDoubt
  deidbench text - --json < comments.txt`,
    )
    .action((text: string, options: Options) => run(text, options));
}

function run(text: string, options: Options): void {
  if (options.header !== undefined && options.file !== undefined)
    throw new UsageError('Give --header or --file, not both.');
  const settings = options.profile === undefined ? defaultTextSettings : textSettings(options.profile);
  const cleaner = createTextCleaner(settings);
  const harvest = knownIdentifiers(options);
  const lines = text === '-' ? readFileSync(0, 'utf8').split(/\r?\n/) : [text];
  if (text === '-' && lines[lines.length - 1] === '') lines.pop();
  for (const line of lines) {
    const result = cleaner.clean(line, { vr: options.vr, mode: options.mode, multi: false }, harvest);
    process.stdout.write(options.json === true ? `${JSON.stringify(result)}\n` : describe(line, result));
  }
}

function textSettings(reference: string): TextSettings {
  try {
    return loadProfile(reference).profile.text;
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}

function knownIdentifiers({ header, file }: Options): Harvest {
  if (header !== undefined) return harvestFrom(headerEntries(header));
  if (file === undefined) return emptyHarvest;
  const source = open(file);
  try {
    return patientContextFrom(openDicom(source)).harvest;
  } catch (error) {
    if (error instanceof NotDicomError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  } finally {
    source.close();
  }
}

function open(path: string): ReturnType<typeof openFileSource> {
  try {
    return openFileSource(path);
  } catch (error) {
    throw new UsageError(`The file ${path} cannot be read: ${reason(error)}.`);
  }
}

/** Reads `{keyword: value or list of values}`. */
function headerEntries(path: string): HeaderEntry[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError(`${path}: cannot be read as JSON; expected an object such as {"PatientName": "DOE^JANE"}.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new UsageError(`${path}: expected an object of attribute keywords and values.`);
  return Object.entries(parsed).map(([keyword, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (!values.every(item => typeof item === 'string'))
      throw new UsageError(`${path}: the value of ${keyword} must be a string or a list of strings.`);
    return { keyword, vr: attributeByKeyword(keyword)?.vr ?? 'LO', values: values.flatMap(item => item.split('\\')) };
  });
}

/** The cleaned text and one line for each stretch that was taken out. */
function describe(text: string, { text: cleaned, spans }: CleanedText): string {
  const lines = [cleaned === '' ? '(empty)' : cleaned];
  for (const { start, end, recognizer, reason } of spans)
    lines.push(`  ${`${start}-${end}`.padEnd(9)} ${JSON.stringify(text.slice(start, end))}  ${reason} [${recognizer}]`);
  if (spans.length === 0) lines.push('  nothing removed');
  return `${lines.join('\n')}\n`;
}
