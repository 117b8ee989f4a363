import * as vscode from 'vscode';
import { sentenceOf, UserError } from '../protocol/userError';

/**
 * Registers `deidbench.<name>`. What it throws reaches the user and the log of VS Code as one sentence; an error that was not
 * written for users goes there without its message, which might quote a value.
 */
export function registerCommand(name: string, run: (...args: never[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(`deidbench.${name}`, async (...args: never[]) => {
    try {
      return await run(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) throw error;
      throw new UserError(sentenceOf(error));
    }
  });
}
