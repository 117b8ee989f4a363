import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { JobEvent, JobSummary } from '../../protocol/jobs';
import { profileChoices } from '../editors/profileChoices';
import { log } from '../log';
import { showResults } from '../results/resultsPanel';
import { runJob } from './runJob';

interface JobPlan {
  /** For the progress notification and the results. */
  readonly title: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** What a command can be given by another program or a test instead of asking the user. */
export interface AnonymizeAnswers {
  readonly input?: vscode.Uri;
  readonly output?: vscode.Uri;
  readonly profile?: string;
}

/** The same for scoring; `args` are further arguments of `deidbench score`. */
export interface ScoreAnswers {
  readonly folder?: vscode.Uri;
  readonly key?: vscode.Uri;
  readonly uids?: vscode.Uri;
  readonly patients?: vscode.Uri;
  /** Folder for the results. */
  readonly out?: vscode.Uri;
  readonly args?: readonly string[];
}

/** `DeID: Anonymize Folder`: asks for what is missing, runs the command line, shows the results. */
export async function anonymizeFolder(
  context: vscode.ExtensionContext,
  clicked?: vscode.Uri,
  answers: AnonymizeAnswers = {},
): Promise<JobSummary | undefined> {
  const input = answers.input ?? clicked ?? (await chooseFolder('Which folder holds the DICOM files?', 'Anonymize'));
  if (!input) return undefined;
  const output = answers.output ?? (await chooseFolder('Into which (new or empty) folder?', 'Write Here'));
  if (!output) return undefined;
  const profile = answers.profile ?? (await chooseProfile());
  if (!profile) return undefined;
  const args = ['anonymize', input.fsPath, output.fsPath, '--profile', profile];
  return run(context, { title: 'Anonymizing', args, env: await keyEnvironment(context) });
}

/** `DeID: Score Folder`: checks an anonymized folder against an answer key. */
export async function scoreFolder(
  context: vscode.ExtensionContext,
  clicked?: vscode.Uri,
  answers: ScoreAnswers = {},
): Promise<JobSummary | undefined> {
  const folder = answers.folder ?? clicked ?? (await chooseFolder('Which folder holds the anonymized files?', 'Score'));
  if (!folder) return undefined;
  const key = answers.key ?? (await chooseFile('Which answer key?', { 'Answer keys': ['db', 'sqlite'] }));
  if (!key) return undefined;
  const uids = answers.uids ?? (await mappingOf(folder, 'uid_mapping.csv', 'Which UID mapping (id_old,id_new)?'));
  if (!uids) return undefined;
  const patients =
    answers.patients ?? (await mappingOf(folder, 'patid_mapping.csv', 'Which Patient ID mapping (id_old,id_new)?'));
  if (!patients) return undefined;
  const out = answers.out?.fsPath ?? mkdtempSync(join(tmpdir(), 'deidbench-score-'));
  const given = ['--key', key.fsPath, '--uids', uids.fsPath, '--patients', patients.fsPath, '--out', out];
  return run(context, { title: 'Scoring', args: ['score', folder.fsPath, ...given, ...(answers.args ?? [])] });
}

/** The mapping that a run of ours left beside the folder (`FOLDER.run`), else the one the user chooses. */
async function mappingOf(folder: vscode.Uri, name: string, title: string): Promise<vscode.Uri | undefined> {
  const beside = vscode.Uri.file(join(`${folder.fsPath.replace(/[/\\]+$/, '')}.run`, name));
  if (existsSync(beside.fsPath)) return beside;
  return chooseFile(title, { 'Mapping tables': ['csv'] });
}

async function run(context: vscode.ExtensionContext, plan: JobPlan): Promise<JobSummary | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage('Folders are anonymized and scored in trusted workspaces only.');
    return undefined;
  }
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
  const abort = new AbortController();
  let last: JobEvent | undefined;
  const problems: string[] = [];
  const ended = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `DeID: ${plan.title}`, cancellable: true },
    (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      const onEvent = (event: JobEvent) => {
        if (event.type === 'progress') progress.report(report(event));
        else if (event.type === 'warning') log().warn(event.message);
        else if (event.type === 'file') problems.push(`${event.status}: ${event.message ?? event.code ?? ''}`);
        else last = event;
      };
      return runJob(script, plan.args, { onEvent, signal: abort.signal, env: plan.env });
    },
  );
  log().info(`${plan.title}: exit code ${ended.exitCode}, ${problems.length} files without output.`);
  if (last?.type === 'done' || last?.type === 'cancelled') {
    showResults(context.extensionUri, plan.title, last.summary, { cancelled: last.type === 'cancelled', problems });
    return last.summary;
  }
  const why =
    last?.type === 'failed' ? last.message : ended.errorText.split('\n').pop() || 'It stopped without a reason.';
  const choice = await vscode.window.showErrorMessage(`${plan.title} failed: ${why}`, 'Show Log');
  if (choice) log().show();
  return undefined;
}

function report(event: Extract<JobEvent, { type: 'progress' }>): { message: string } {
  const of = event.total === undefined ? '' : ` of ${event.total}`;
  return { message: `${event.phase}: ${event.done}${of} files` };
}

/** The key of pseudonyms lives in the secret storage; a child process gets it in its environment only. */
async function keyEnvironment(context: vscode.ExtensionContext): Promise<NodeJS.ProcessEnv> {
  let key = await context.secrets.get('deidbench.pseudonymKey');
  if (!key) {
    const { randomBytes } = await import('node:crypto');
    key = randomBytes(32).toString('hex');
    await context.secrets.store('deidbench.pseudonymKey', key);
  }
  return { DEIDBENCH_KEY: key };
}

async function chooseFolder(title: string, openLabel: string): Promise<vscode.Uri | undefined> {
  const defaultUri = vscode.workspace.workspaceFolders?.[0]?.uri;
  const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false, defaultUri, title, openLabel };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

async function chooseFile(title: string, filters: Record<string, string[]>): Promise<vscode.Uri | undefined> {
  return (await vscode.window.showOpenDialog({ canSelectMany: false, title, filters }))?.[0];
}

async function chooseProfile(): Promise<string | undefined> {
  const choices = await profileChoices();
  const chosen = await vscode.window.showQuickPick(choices, { title: 'By which profile?' });
  return chosen?.id;
}
