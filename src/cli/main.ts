import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commandTable';
import { Exit } from './exit';
import { errorSentence } from './systemError';
import { version } from './version';

/** The program with the one command that is called, or with all of them for help and for a misspelt name. */
export async function createProgram(name: string | undefined): Promise<Command> {
  const program = new Command('deidbench')
    .description('Look into DICOM, de-identify folders by a readable profile, and prove how well it was done.')
    .version(version)
    .showHelpAfterError('(add --help for what this command takes)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 all done, 2 done but some files or checks need a look, 1 wrong usage or nothing done.',
    );
  for (const each of commandsFor(name)) program.addCommand((await COMMANDS[each]!()).copyInheritedSettings(program));
  return program;
}

function commandsFor(name: string | undefined): readonly string[] {
  if (name === '--version' || name === '-V') return [];
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? [name] : Object.keys(COMMANDS);
}

async function main(): Promise<void> {
  try {
    await (await createProgram(process.argv[2])).parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? Exit.ok : Exit.fatal;
    } else {
      complain(error);
    }
  }
}

function complain(error: unknown): void {
  process.stderr.write(`deidbench: ${errorSentence(error, process.env.DEIDBENCH_DEBUG !== undefined)}\n`);
  process.exitCode = Exit.fatal;
}

// Node itself would print the message of the error, which might quote a value. After such an error nothing can be relied on.
process.on('uncaughtException', error => {
  complain(error);
  process.exit();
});

// A reader that stops early (`deidbench inspect ... | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? Exit.ok);
  throw error;
});
void main();
