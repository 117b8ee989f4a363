import * as vscode from 'vscode';
import { HeaderViewerProvider, viewTypeFor } from './editors/headerViewerProvider';
import { profileChoices } from './editors/profileChoices';
import { ProfileFormProvider } from './editors/profileFormProvider';
import { registerBuiltinProfiles } from './editors/openOrigin';
import { registerRowCommands } from './editors/rowCommands';
import { registerRuns } from './jobs/registerRuns';
import { registerProfileLanguage } from './language/register';
import { log } from './log';
import type { ProfileChoice } from '../protocol/headerViewer';
import type { EditOutcome, FormOperation } from '../protocol/profileForm';
import type { RunRecord } from '../protocol/results';
import { registerTasks } from './tasks/deidTasks';
import { registerDicomFiles } from './views/dicomFilesView';
import { registerCommand } from './registerCommand';

/** Set at the head of the bundle, in milliseconds. */
declare const deidbenchLoadStart: number;

/** Everything this file imports has run by now. */
const loadTime = performance.now() - deidbenchLoadStart;

/** What tests and other extensions can see. */
export interface Api {
  /** What the start cost the window: milliseconds for reading and running the bundle, and for registering. */
  readonly activation: { readonly load: number; readonly register: number };
  /** Number of files that are open in the viewer. */
  openModels(): number;
  /** Rows of an open file, once it is read. */
  rowCount(uri: vscode.Uri): Promise<number>;
  /** The history of runs, latest first. */
  runs(): RunRecord[];
  /** Profiles a user can choose. */
  profiles(): Promise<ProfileChoice[]>;
  /** Makes a change in an open form of a profile as its page would; undefined if no form of it is open. */
  editProfileForm(uri: vscode.Uri, baseVersion: number, operation: FormOperation): Promise<EditOutcome> | undefined;
}

/** Registers everything; whatever is heavy starts when it is first used, in a thread or a child process. */
export function activate(context: vscode.ExtensionContext): Api {
  const begin = performance.now();
  const viewer = new HeaderViewerProvider(context.extensionUri, context.workspaceState);
  const form = new ProfileFormProvider(context.extensionUri);
  const editorOptions = {
    supportsMultipleEditorsPerDocument: true,
    webviewOptions: { retainContextWhenHidden: false },
  };

  const runs = registerRuns(context, viewer);
  context.subscriptions.push(
    viewer,
    runs,
    vscode.window.registerCustomEditorProvider('deidbench.headerViewer', viewer, editorOptions),
    vscode.window.registerCustomEditorProvider('deidbench.anyFile', viewer, editorOptions),
    registerCommand('openAsDicom', (clicked?: vscode.Uri) => openAsDicom(clicked)),
    registerCommand('showLog', () => log().show()),
    ...compareCommands(viewer),
    registerRowCommands(viewer),
    registerBuiltinProfiles(),
    registerProfileLanguage(context.extensionUri, viewer, form),
    registerDicomFiles(context.extensionUri),
    registerTasks(context.extensionUri),
  );
  return {
    activation: { load: loadTime, register: performance.now() - begin },
    openModels: () => viewer.models.size,
    runs: () => runs.store.list(),
    profiles: () => profileChoices(),
    editProfileForm: (uri, baseVersion, operation) => form.edit(uri, baseVersion, operation),
    rowCount: async uri => {
      const reference = viewer.models.acquire(uri);
      try {
        return (await reference.model.call('summary', null)).rowCount;
      } finally {
        reference.dispose();
      }
    },
  };
}

async function openAsDicom(clicked?: vscode.Uri): Promise<void> {
  const uri = clicked ?? vscode.window.activeTextEditor?.document.uri ?? (await chooseFile());
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, viewTypeFor(uri));
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  return (await vscode.window.showOpenDialog({ canSelectMany: false, title: 'Open which file as DICOM?' }))?.[0];
}

/** Select one file, then another: the first is "before", the second "after". */
function compareCommands(viewer: HeaderViewerProvider): vscode.Disposable[] {
  let selected: vscode.Uri | undefined;
  return [
    registerCommand('selectForCompare', async (clicked?: vscode.Uri) => {
      selected = clicked ?? activeCustomUri();
      await vscode.commands.executeCommand('setContext', 'deidbench.compareSelected', selected !== undefined);
    }),
    registerCommand('compareWithSelected', async (clicked?: vscode.Uri) => {
      const other = clicked ?? activeCustomUri();
      if (selected && other) await viewer.compare(selected, other);
    }),
  ];
}

function activeCustomUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
