import * as vscode from 'vscode';

const TYPE = 'deid';
const COMMANDS = ['anonymize', 'score', 'verify', 'synth', 'lint'] as const;
type TaskCommand = (typeof COMMANDS)[number];

/** A task in `tasks.json`: the same command line that runs in continuous integration. */
interface DeidTask extends vscode.TaskDefinition {
  readonly type: typeof TYPE;
  readonly command: TaskCommand;
  readonly args?: readonly string[];
}

/** Offers a `lint` task for the workspace's profiles, and carries out what `tasks.json` says. */
class DeidTaskProvider implements vscode.TaskProvider {
  constructor(private readonly script: string) {}

  async provideTasks(): Promise<vscode.Task[]> {
    const folder = vscode.workspace.workspaceFolders?.find(each => each.uri.scheme === 'file');
    if (!folder) return [];
    const profiles = await vscode.workspace.findFiles('**/*.deid.{yaml,yml}', '**/node_modules/**', 50);
    return profiles.map(uri =>
      this.#task({ type: TYPE, command: 'lint', args: [vscode.workspace.asRelativePath(uri, false)] }, folder),
    );
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const definition = task.definition as DeidTask;
    const scope = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
    if (!COMMANDS.includes(definition.command) || !scope) return undefined;
    return this.#task(definition, scope);
  }

  #task(definition: DeidTask, folder: vscode.WorkspaceFolder): vscode.Task {
    const { command, args = [] } = definition;
    const execution = new vscode.ProcessExecution(process.execPath, [this.script, command, ...args], {
      cwd: folder.uri.fsPath,
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    const name = [command, ...args.filter(arg => !arg.startsWith('-')).slice(0, 1)].join(' ');
    return new vscode.Task(definition, folder, name, 'deid', execution, '$deid');
  }
}

/** Lets tasks.json run the program. */
export function registerTasks(extensionUri: vscode.Uri): vscode.Disposable {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  return vscode.tasks.registerTaskProvider(TYPE, new DeidTaskProvider(script));
}
