import { Argument, Command } from 'commander';
import { completionScript, SHELLS, type Shell } from '../completion';

/** `deidbench completion SHELL`. @param allCommands makes every command of the program */
export function completionCommand(allCommands: () => Promise<readonly Command[]>): Command {
  return new Command('completion')
    .description('Print a script that completes commands, options and values in a shell.')
    .addArgument(new Argument('<shell>', 'shell to print the script for').choices(SHELLS))
    .addHelpText(
      'after',
      `
The script is made from the commands of this version: print it again after an update.

Exit codes: 0 printed, 1 unknown shell.

Examples:
  source <(deidbench completion bash)
  deidbench completion zsh > "\${fpath[1]}/_deidbench"
  deidbench completion fish > ~/.config/fish/completions/deidbench.fish`,
    )
    .action(async (shell: Shell) => {
      process.stdout.write(completionScript(shell, await allCommands()));
    });
}
