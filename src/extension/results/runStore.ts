import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import * as vscode from 'vscode';
import type { RunKind, RunRecord } from '../../protocol/results';
import { readRun, writeRun } from './runRecord';

/**
 * The history of runs: one folder each, in the storage of the workspace or where the setting `deidbench.runs.folder` says.
 * Records hold paths, codes and counts; reports with values stay in the folder of their run.
 */
export class RunStore {
  readonly #changed = new vscode.EventEmitter<RunRecord | undefined>();
  /** Fires with the run that changed; undefined if the list did. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** Folder that holds the folders of runs. */
  get root(): string {
    const setting = vscode.workspace.getConfiguration('deidbench').get<string>('runs.folder', '').trim();
    const workspace = vscode.workspace.workspaceFolders?.find(folder => folder.uri.scheme === 'file')?.uri.fsPath;
    if (setting !== '' && (isAbsolute(setting) || workspace !== undefined))
      return join(isAbsolute(setting) ? '' : (workspace ?? ''), setting);
    return join((this.context.storageUri ?? this.context.globalStorageUri).fsPath, 'runs');
  }

  folder(id: string): string {
    return join(this.root, id);
  }

  /** All runs, latest first. */
  list(): RunRecord[] {
    if (!existsSync(this.root)) return [];
    return readdirSync(this.root, { withFileTypes: true })
      .flatMap(entry => (entry.isDirectory() ? (readRun(join(this.root, entry.name)) ?? []) : []))
      .sort((a, b) => (a.started < b.started ? 1 : -1));
  }

  get(id: string): RunRecord | undefined {
    return readRun(this.folder(id));
  }

  /** Makes the folder and the record of a new run. */
  create(
    kind: RunKind,
    make: (folder: string) => Pick<RunRecord, 'profile' | 'paths' | 'source' | 'scoreArgs' | 'partOf'>,
  ): RunRecord {
    const started = new Date().toISOString();
    const stem = `${started.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${kind}`;
    let id = stem;
    for (let n = 2; existsSync(this.folder(id)); n++) id = `${stem}-${n}`;
    mkdirSync(this.folder(id), { recursive: true, mode: 0o700 });
    const record: RunRecord = {
      version: 1,
      id,
      kind,
      state: 'running',
      started,
      seconds: 0,
      pid: process.pid,
      ...make(this.folder(id)),
    };
    this.save(record);
    return record;
  }

  save(record: RunRecord): void {
    writeRun(this.folder(record.id), record);
    this.#changed.fire(record);
  }

  /** Removes the folder of a run: record, reports, and what the run made there; outputs elsewhere stay. */
  remove(id: string): void {
    const folder = this.folder(id);
    if (relative(this.root, folder) !== id || !readRun(folder)) return;
    rmSync(folder, { recursive: true, force: true });
    this.#removeUnusedBenchmarks();
    this.#changed.fire(undefined);
  }

  /** Benchmarks that were made for runs and that no run refers to any more. */
  #removeUnusedBenchmarks(): void {
    const made = join(this.root, '.benchmarks');
    if (!existsSync(made)) return;
    const used = new Set(this.list().map(run => dirname(run.paths.key ?? '')));
    for (const name of readdirSync(made))
      if (!used.has(join(made, name))) rmSync(join(made, name), { recursive: true, force: true });
  }

  /** The scored run before this one with the same answer key, else with the same input. */
  previous(record: RunRecord): RunRecord | undefined {
    const { key, input } = record.paths;
    const earlier = this.list().filter(run => run.started < record.started && run.fraction !== undefined);
    return (
      earlier.find(run => key !== undefined && run.paths.key === key) ??
      earlier.find(run => sameSource(run, record) || (input !== undefined && run.paths.input === input))
    );
  }

  /** The latest run that made a folder. */
  thatMade(output: string): RunRecord | undefined {
    return this.list().find(run => run.paths.output === output);
  }
}

function sameSource(a: RunRecord, b: RunRecord): boolean {
  if (!a.source || !b.source) return false;
  const { embedded, folder, seed } = a.source;
  return embedded === b.source.embedded && folder === b.source.folder && seed === b.source.seed;
}
