import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { profileChoices } from '../editors/profileChoices';

/** Asks for what cannot be inferred, and remembers answers (paths only) per workspace. */
export class Questions {
  constructor(private readonly memory: vscode.Memento) {}

  async folder(what: string, title: string, openLabel: string): Promise<string | undefined> {
    const last = this.memory.get<string>(`ask.${what}`);
    const defaultUri =
      last !== undefined && existsSync(last) ? vscode.Uri.file(last) : vscode.workspace.workspaceFolders?.[0]?.uri;
    const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false, title, openLabel };
    const chosen = (await vscode.window.showOpenDialog({ ...options, ...(defaultUri && { defaultUri }) }))?.[0]?.fsPath;
    if (chosen !== undefined) await this.memory.update(`ask.${what}`, chosen);
    return chosen;
  }

  async file(what: string, title: string, filters: Record<string, string[]>): Promise<string | undefined> {
    const last = this.memory.get<string>(`ask.${what}`);
    const defaultUri = last !== undefined && existsSync(last) ? vscode.Uri.file(last) : undefined;
    const options = { canSelectMany: false, title, filters, ...(defaultUri && { defaultUri }) };
    const chosen = (await vscode.window.showOpenDialog(options))?.[0]?.fsPath;
    if (chosen !== undefined) await this.memory.update(`ask.${what}`, chosen);
    return chosen;
  }

  /** A new folder beside `input`, or one the user chooses. */
  async newFolder(input: string, suffix: string, title: string): Promise<string | undefined> {
    const beside = freeName(join(dirname(input), `${basename(input)}-${suffix}`));
    const suggested = { label: `$(new-folder) ${basename(beside)}`, description: `new, in ${dirname(beside)}` };
    const other = { label: '$(folder-opened) Choose an empty folder…', description: '' };
    const choice = await vscode.window.showQuickPick([suggested, other], { title });
    if (!choice) return undefined;
    return choice === suggested ? beside : this.folder('output', title, 'Write Here');
  }

  /** A profile; the one used last comes first. */
  async profile(): Promise<string | undefined> {
    const last = this.memory.get<string>('ask.profile');
    const choices = (await profileChoices()).map(choice => ({
      ...choice,
      ...(choice.id === last && { description: 'used last' }),
    }));
    choices.sort((a, b) => Number(b.id === last) - Number(a.id === last));
    const chosen = await vscode.window.showQuickPick(choices, { title: 'By which profile?' });
    if (chosen) await this.memory.update('ask.profile', chosen.id);
    return chosen?.id;
  }
}

/** The name itself if nothing is there or an empty folder, else with a number. */
function freeName(path: string): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? path : `${path}-${n}`;
    if (!existsSync(candidate) || readdirSync(candidate).length === 0) return candidate;
  }
}
