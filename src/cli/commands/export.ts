import { Command, Option } from 'commander';
import { loadProfile } from '../../jobs/loadProfile';
import { RunError } from '../../jobs/runError';
import { exportCtp } from '../../profile/import/exportCtp';
import { exportRecipe } from '../../profile/import/exportRecipe';
import type { ResolvedProfile } from '../../profile/model';
import { Exit, UsageError } from '../exit';
import { writeResult } from '../writeResult';

interface Options {
  readonly to: 'ctp' | 'deid';
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `deidbench export PROFILE --to ctp`: a profile for another program. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write a profile as a CTP DicomAnonymizer script or a recipe of pydicom deid.')
    .argument('<profile>', 'profile file, or a name such as builtin:ps3.15')
    .addOption(new Option('--to <program>', 'what to write').choices(['ctp', 'deid']).makeOptionMandatory())
    .option('-o, --output <file>', 'where it goes; standard output if not given')
    .option('--force', 'write over an existing file')
    .option('--json', 'print the text and the report as JSON')
    .addHelpText(
      'after',
      `
The profile is written out with everything it extends, its options and the table: one line per attribute. What the other program
cannot say is refused by name on standard error, and the stricter action is written in its place.

Exit codes: 0 the meaning survives, 2 something was refused or changed, 1 the profile cannot be read.

Examples:
  deidbench export site.deid.yaml --to ctp -o site.script
  deidbench export builtin:ps3.15 --to deid > deid.dicom`,
    )
    .action(run);
}

function run(reference: string, options: Options): void {
  const profile = load(reference);
  const result = options.to === 'ctp' ? exportCtp(profile) : exportRecipe(profile);
  if (options.json) process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  else if (options.output === undefined) process.stdout.write(result.text);
  if (options.output !== undefined) writeResult(options.output, result.text, options.force === true);
  if (!options.json) {
    for (const { subject, message } of result.refused) process.stderr.write(`refused  ${subject}: ${message}\n`);
    for (const { subject, message } of result.changed) process.stderr.write(`changed  ${subject}: ${message}\n`);
  }
  if (result.refused.length + result.changed.length > 0) process.exitCode = Exit.partial;
}

function load(reference: string): ResolvedProfile {
  try {
    return loadProfile(reference).profile;
  } catch (error) {
    if (error instanceof RunError) throw new UsageError(error.message);
    throw error;
  }
}
