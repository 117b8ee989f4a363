import { renameSync, statSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { formatProfile } from '../../profile/format';
import { Exit, UsageError } from '../exit';
import { readProfileText } from '../profileFiles';

interface Options {
  readonly check?: boolean;
  readonly stdout?: boolean;
}

/** `deidbench fmt FILE...`: profiles in their normal layout. */
export function fmtCommand(): Command {
  return new Command('fmt')
    .description('Lay out profiles: indentation, blanks and line ends. Comments, order and quotes stay.')
    .argument('<profiles...>', 'profile files')
    .option('--check', 'change nothing; exit code 2 and the names of files that are laid out otherwise')
    .option('--stdout', 'print the result instead of writing the file')
    .addHelpText(
      'after',
      `
Files with YAML errors only get their lines tidied.

Exit codes: 0 done, 2 with --check: some files are laid out otherwise, 1 a file cannot be read.

Examples:
  deidbench fmt lung.deid.yaml
  deidbench fmt --check profiles/*.deid.yaml`,
    )
    .action(run);
}

function run(profiles: readonly string[], options: Options): void {
  for (const name of profiles) {
    if (name.startsWith('builtin:') && !options.stdout && !options.check)
      throw new UsageError(`${name} is part of the program and stays as it is; --stdout prints it.`);
    const text = readProfileText(name);
    const formatted = formatProfile(text);
    if (options.stdout) process.stdout.write(formatted);
    else if (options.check) {
      if (formatted === text) continue;
      process.stdout.write(`${name}\n`);
      process.exitCode = Exit.partial;
    } else if (formatted !== text) replaceFile(name, formatted);
  }
}

/** Written beside the file and renamed, so that a crash leaves the old text. */
function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: statSync(path).mode });
  renameSync(temporary, path);
}
