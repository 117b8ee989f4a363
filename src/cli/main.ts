import { Command, CommanderError } from 'commander';
import { Exit, UsageError } from './exit';
import { version } from './version';

/** Builds the program: every command lives in a file of its own under `commands/`. */
export function createProgram(): Command {
  const program = new Command('deidbench')
    .description('Look into DICOM, de-identify folders by a readable profile, and prove how well it was done.')
    .version(version)
    .showHelpAfterError('(add --help for what this command takes)')
    .exitOverride();
  return program;
}

async function main(): Promise<void> {
  try {
    await createProgram().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? Exit.ok : Exit.fatal;
    } else if (error instanceof UsageError) {
      process.stderr.write(`deidbench: ${error.message}\n`);
      process.exitCode = Exit.fatal;
    } else {
      throw error;
    }
  }
}

void main();
