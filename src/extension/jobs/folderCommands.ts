import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { JobSummary } from '../../protocol/jobs';
import type { RunKind, RunPaths, RunRecord } from '../../protocol/results';
import { log } from '../log';
import type { ResultsPanels } from '../results/resultsPanel';
import { isResumable, RUN_TITLES } from '../results/runRecord';
import type { RunStore } from '../results/runStore';
import { Questions } from './ask';
import type { JobHost } from './jobHost';
import { keyEnvironment } from './pseudonymKey';
import { stepsOf } from './steps';
import { UserError } from '../../protocol/userError';

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

/** The same for a benchmark: the built-in sample, a folder to synthesize from, or a folder with its answer key. */
export interface BenchmarkAnswers {
  readonly source?: 'sample' | 'folder' | 'key';
  readonly folder?: vscode.Uri;
  readonly key?: vscode.Uri;
  readonly profile?: string;
  readonly seed?: number;
}

export interface VerifyAnswers {
  readonly input?: vscode.Uri;
  readonly output?: vscode.Uri;
  readonly profile?: string;
}

const KEY_FILTER = { 'Answer keys': ['db', 'sqlite'] };

/** The commands that work on folders. Each makes a run, carries it out and shows its results. */
export class FolderCommands {
  readonly #ask: Questions;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly host: JobHost,
    private readonly store: RunStore,
    private readonly results: ResultsPanels,
  ) {
    this.#ask = new Questions(context.workspaceState);
  }

  /** `DeID: Anonymize Folder`. */
  async anonymize(clicked?: vscode.Uri, answers: AnonymizeAnswers = {}): Promise<JobSummary | undefined> {
    if (!trusted()) return undefined;
    const input =
      (answers.input ?? clicked)?.fsPath ??
      (await this.#ask.folder('input', 'Which folder holds the DICOM files?', 'Anonymize'));
    if (input === undefined) return undefined;
    const output = answers.output?.fsPath ?? (await this.#ask.newFolder(input, 'deidentified', 'Into which folder?'));
    if (output === undefined) return undefined;
    const profile = answers.profile ?? (await this.#ask.profile());
    if (profile === undefined) return undefined;
    return this.#start('anonymize', () => ({ profile, paths: { input, output, runFolder: `${output}.run` } }));
  }

  /** `DeID: Score Folder`: checks an anonymized folder against an answer key. */
  async score(clicked?: vscode.Uri, answers: ScoreAnswers = {}): Promise<JobSummary | undefined> {
    if (!trusted()) return undefined;
    const output =
      (answers.folder ?? clicked)?.fsPath ??
      (await this.#ask.folder('output', 'Which folder holds the anonymized files?', 'Score'));
    if (output === undefined) return undefined;
    const made = this.store.thatMade(output);
    const key = answers.key?.fsPath ?? (await this.#answerKey(made));
    if (key === undefined) return undefined;
    const runFolder = made?.paths.runFolder ?? `${bare(output)}.run`;
    const mapping = (name: string, title: string) => this.#mapping(runFolder, name, title);
    const uids = answers.uids?.fsPath ?? (await mapping('uid_mapping.csv', 'Which UID mapping (id_old,id_new)?'));
    if (uids === undefined) return undefined;
    const patients =
      answers.patients?.fsPath ?? (await mapping('patid_mapping.csv', 'Which Patient ID mapping (id_old,id_new)?'));
    if (patients === undefined) return undefined;
    return this.#start('score', () => ({
      profile: made?.profile ?? '',
      paths: {
        output,
        key,
        uids,
        patients,
        runFolder,
        ...(made?.paths.input !== undefined && { input: made.paths.input }),
        ...(answers.out && { reports: answers.out.fsPath }),
      },
      ...(answers.args && { scoreArgs: answers.args }),
    }));
  }

  /** `DeID: Run Benchmark`: synthesize or take a key, anonymize, score. */
  async benchmark(clicked?: vscode.Uri, answers: BenchmarkAnswers = {}): Promise<JobSummary | undefined> {
    if (!trusted()) return undefined;
    const source = answers.source ?? (await this.#benchmarkSource(clicked));
    if (source === undefined) return undefined;
    const folder = source === 'sample' ? undefined : await this.#benchmarkFolder(clicked, answers);
    if (source !== 'sample' && folder === undefined) return undefined;
    const key = source === 'key' ? (answers.key?.fsPath ?? (await this.#keyBeside(folder))) : undefined;
    if (source === 'key' && key === undefined) return undefined;
    const profile = answers.profile ?? (await this.#ask.profile());
    if (profile === undefined) return undefined;
    const seed = answers.seed ?? 1;
    return this.#start('benchmark', runFolder => {
      const made = join(this.store.root, '.benchmarks', source === 'sample' ? `sample-${seed}` : basename(runFolder));
      const paths: RunPaths = {
        input: source === 'key' ? (folder ?? '') : join(made, 'input'),
        key: key ?? join(made, 'answer_key.db'),
        output: join(runFolder, 'out'),
        runFolder: join(runFolder, 'out.run'),
      };
      if (source === 'key') return { profile, paths };
      return {
        profile,
        paths,
        source: { embedded: source === 'sample', seed, ...(folder !== undefined && { folder }) },
      };
    });
  }

  /** `DeID: Create Benchmark from Folder`. */
  async createBenchmark(clicked?: vscode.Uri): Promise<JobSummary | undefined> {
    if (!trusted()) return undefined;
    const folder =
      clicked?.fsPath ??
      (await this.#ask.folder('source', 'Which folder holds clean DICOM files, without real identities?', 'Use This'));
    if (folder === undefined) return undefined;
    const output = await this.#ask.newFolder(folder, 'benchmark', 'Into which folder?');
    if (output === undefined) return undefined;
    return this.#start('synth', () => ({
      profile: '',
      source: { embedded: false, folder, seed: 1 },
      paths: { input: join(output, 'input'), key: join(output, 'answer_key.db') },
    }));
  }

  /** `DeID: Verify`: a de-identified folder against its input, without an answer key. */
  async verify(clicked?: vscode.Uri, answers: VerifyAnswers = {}): Promise<JobSummary | undefined> {
    if (!trusted()) return undefined;
    const output =
      (answers.output ?? clicked)?.fsPath ??
      (await this.#ask.folder('output', 'Which folder holds the anonymized files?', 'Verify'));
    if (output === undefined) return undefined;
    const made = this.store.thatMade(output);
    const input =
      answers.input?.fsPath ??
      made?.paths.input ??
      (await this.#ask.folder('input', 'Which folder holds the original files?', 'Compare with These'));
    if (input === undefined) return undefined;
    const runFolder = made?.paths.runFolder ?? `${bare(output)}.run`;
    const uids = join(runFolder, 'uid_mapping.csv');
    return this.#start('verify', () => ({
      profile: answers.profile ?? made?.profile ?? '',
      paths: { input, output, runFolder, ...(existsSync(uids) && { uids }) },
    }));
  }

  /** Does the same again as a new run; what a run made in its own folder is made in the new one's. */
  async rerun(run: RunRecord, profile = run.profile): Promise<JobSummary | undefined> {
    if (!trusted()) return undefined;
    const { paths } = run;
    if (run.kind === 'anonymize')
      return this.anonymize(undefined, { input: vscode.Uri.file(paths.input ?? ''), profile });
    return this.#start(run.kind, folder => ({
      profile,
      ...(run.source && { source: run.source }),
      ...(run.scoreArgs && { scoreArgs: run.scoreArgs }),
      paths:
        run.kind === 'benchmark'
          ? {
              ...(paths.input !== undefined && { input: paths.input }),
              ...(paths.key !== undefined && { key: paths.key }),
              output: join(folder, 'out'),
              runFolder: join(folder, 'out.run'),
            }
          : withoutReports(paths),
    }));
  }

  /** Goes on with a run that was cancelled, failed or was interrupted. */
  async resume(run: RunRecord): Promise<JobSummary | undefined> {
    if (!trusted() || this.host.isRunning(run.id)) return undefined;
    if (!isResumable(run)) throw new UserError('This run came to its end; run it again instead.');
    return this.carryOut(run);
  }

  /** Carries out a run that has its record, and shows the results or says what went wrong. */
  async carryOut(record: RunRecord): Promise<JobSummary | undefined> {
    const env = await keyEnvironment(this.context.secrets);
    const partOf = record.partOf === undefined ? undefined : this.store.get(record.partOf);
    const setup = { folder: this.store.folder(record.id), env, ...(partOf && { partOf }) };
    const finished = await this.host.run(record, stepsOf(record, setup));
    if (finished.record.state !== 'failed') {
      await this.results.show(finished.record.id);
      return finished.summary;
    }
    void this.#sayWhy(finished.record);
    return undefined;
  }

  async #sayWhy(run: RunRecord): Promise<void> {
    const message = `${RUN_TITLES[run.kind]} failed: ${run.message ?? 'it stopped without a reason.'}`;
    const choice = await vscode.window.showErrorMessage(message, 'Resume', 'Show Log');
    if (choice === 'Show Log') log().show();
    if (choice === 'Resume') await this.resume(run);
  }

  async #start(
    kind: RunKind,
    make: (folder: string) => Pick<RunRecord, 'profile' | 'paths' | 'source' | 'scoreArgs'>,
  ): Promise<JobSummary | undefined> {
    return this.carryOut(this.store.create(kind, make));
  }

  async #benchmarkSource(clicked?: vscode.Uri): Promise<BenchmarkAnswers['source']> {
    const sample = {
      id: 'sample' as const,
      label: 'The built-in sample',
      detail: '46 synthetic instances; a score in under a minute.',
    };
    const key = {
      id: 'key' as const,
      label: 'A folder with an answer key',
      detail: 'For example the data of the MIDI-B challenge.',
    };
    const folder = {
      id: 'folder' as const,
      label: 'A folder of clean DICOM files',
      detail: 'Synthetic identities are put in; the key is made.',
    };
    const items = clicked ? [key, folder] : [sample, key, folder];
    return (await vscode.window.showQuickPick(items, { title: 'Benchmark on what?' }))?.id;
  }

  async #benchmarkFolder(clicked: vscode.Uri | undefined, answers: BenchmarkAnswers): Promise<string | undefined> {
    return (
      (answers.folder ?? clicked)?.fsPath ??
      (await this.#ask.folder('source', 'Which folder holds the DICOM files?', 'Use This'))
    );
  }

  /** The key of a benchmark of ours lies beside its folder `input`. */
  async #keyBeside(folder: string | undefined): Promise<string | undefined> {
    const beside = folder === undefined ? '' : join(dirname(folder), 'answer_key.db');
    return existsSync(beside) ? beside : this.#ask.file('key', 'Which answer key?', KEY_FILTER);
  }

  async #answerKey(made: RunRecord | undefined): Promise<string | undefined> {
    const known =
      made?.paths.key ?? (made?.paths.input === undefined ? '' : join(dirname(made.paths.input), 'answer_key.db'));
    return existsSync(known) ? known : this.#ask.file('key', 'Which answer key?', KEY_FILTER);
  }

  /** The mapping that a run of ours left beside the folder, else the one the user chooses. */
  async #mapping(runFolder: string, name: string, title: string): Promise<string | undefined> {
    const beside = join(runFolder, name);
    return existsSync(beside) ? beside : this.#ask.file(name, title, { 'Mapping tables': ['csv'] });
  }
}

function withoutReports({ reports: _reports, verify: _verify, ...paths }: RunPaths): RunPaths {
  return paths;
}

function bare(folder: string): string {
  return folder.replace(/[/\\]+$/, '');
}

function trusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  void vscode.window.showWarningMessage('Folders are anonymized and scored in trusted workspaces only.');
  return false;
}
