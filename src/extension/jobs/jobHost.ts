import * as vscode from 'vscode';
import type { JobEvent, JobSummary } from '../../protocol/jobs';
import type { RunRecord } from '../../protocol/results';
import { log } from '../log';
import { RUN_TITLES } from '../results/runRecord';
import type { RunStore } from '../results/runStore';
import { ProgressText } from './progressText';
import { lastSentence, runJob } from './runJob';
import { sentenceOf } from '../../protocol/userError';

/** One call of the command line as part of a run. */
export interface JobStep {
  /** For the progress notification. */
  readonly title: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What the record of the run learns from the end of this step. */
  learn(summary: JobSummary, record: RunRecord): Partial<RunRecord>;
}

export interface FinishedRun {
  readonly record: RunRecord;
  /** Of the last step that came to an end. */
  readonly summary?: JobSummary;
}

/** Runs jobs as child processes, shows that they run, lets them be cancelled, and keeps the record up to date. */
export class JobHost implements vscode.Disposable {
  readonly #running = new Map<string, AbortController>();
  readonly #status: vscode.StatusBarItem;

  constructor(
    private readonly script: string,
    readonly store: RunStore,
  ) {
    this.#status = vscode.window.createStatusBarItem('deidbench.job', vscode.StatusBarAlignment.Left);
    this.#status.name = 'DeID Bench job';
    this.#status.command = 'deidbench.jobMenu';
  }

  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  /** Asks a run, or all, to stop after the files in hand. */
  cancel(id?: string): void {
    for (const [running, controller] of this.#running) if (id === undefined || id === running) controller.abort();
  }

  /** What a click on the status bar item offers. */
  async menu(): Promise<void> {
    const cancel = {
      label: '$(debug-stop) Cancel the run',
      detail: 'It stops after the files in hand and can be resumed.',
    };
    const show = { label: '$(output) Show the log' };
    const choice = await vscode.window.showQuickPick([cancel, show], { title: 'DeID Bench is working' });
    if (choice === cancel) this.cancel();
    else if (choice === show) log().show();
  }

  /** Runs steps one after the other; the first that fails or is cancelled ends the run. Never rejects. */
  async run(begun: RunRecord, steps: readonly JobStep[]): Promise<FinishedRun> {
    const controller = new AbortController();
    this.#running.set(begun.id, controller);
    const started = performance.now();
    let record: RunRecord = { ...begun, state: 'running', pid: process.pid };
    this.store.save(record);
    let summary: JobSummary | undefined;
    const title = `DeID: ${RUN_TITLES[record.kind]}`;
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    try {
      await vscode.window.withProgress(options, async (progress, token) => {
        token.onCancellationRequested(() => controller.abort());
        for (const step of steps) {
          this.#show(step.title);
          progress.report({ message: step.title });
          const end = await this.#step(step, controller.signal, text => {
            progress.report({ message: text });
            this.#show(text);
          });
          summary = end.summary ?? summary;
          if (end.summary) record = { ...record, ...step.learn(end.summary, record) };
          if (end.state !== 'done') {
            record = { ...record, state: end.state, ...(end.message !== undefined && { message: end.message }) };
            return;
          }
        }
        record = { ...record, state: 'done' };
      });
    } catch (error) {
      record = { ...record, state: 'failed', message: sentenceOf(error) };
    }
    this.#running.delete(begun.id);
    if (this.#running.size === 0) this.#status.hide();
    const seconds = begun.seconds + (performance.now() - started) / 1000;
    record = { ...record, seconds };
    this.store.save(record);
    log().info(`${RUN_TITLES[record.kind]} ${record.id}: ${record.state} after ${seconds.toFixed(1)} s.`);
    return { record, ...(summary && { summary }) };
  }

  dispose(): void {
    this.cancel();
    this.#status.dispose();
  }

  #show(text: string): void {
    this.#status.text = `$(sync~spin) DeID: ${text}`;
    this.#status.tooltip = 'A job is running. Click to cancel it or to see the log.';
    this.#status.show();
  }

  async #step(
    step: JobStep,
    signal: AbortSignal,
    show: (text: string) => void,
  ): Promise<{ state: 'done' | 'cancelled' | 'failed'; summary?: JobSummary; message?: string }> {
    const text = new ProgressText();
    let last: Extract<JobEvent, { type: 'done' | 'cancelled' | 'failed' }> | undefined;
    let without = 0;
    const onEvent = (event: JobEvent) => {
      if (event.type === 'progress') show(text.of(event, performance.now()));
      else if (event.type === 'warning') log().warn(event.message);
      else if (event.type === 'file') without++;
      else if (event.type !== 'started') last = event;
    };
    log().info(`deidbench ${step.args[0] ?? ''} started.`);
    const end = await runJob(this.script, step.args, { onEvent, signal, ...(step.env && { env: step.env }) });
    log().info(
      `deidbench ${step.args[0] ?? ''}: exit code ${end.exitCode ?? 'none'}, ${without} files without output.`,
    );
    if (last?.type === 'done') return { state: 'done', summary: last.summary };
    if (last?.type === 'cancelled') return { state: 'cancelled', summary: last.summary };
    if (signal.aborted) return { state: 'cancelled' };
    if (last?.type === 'failed') return { state: 'failed', message: last.message };
    return { state: 'failed', message: reasonOf(end.exitCode, end.errorText) };
  }
}

/** One sentence for a child process that ended without saying how. */
function reasonOf(exitCode: number | null, errorText: string): string {
  if (exitCode === null)
    return 'The job was ended from outside (killed, or out of memory). No half-written file is left; resume the run to go on.';
  return lastSentence(errorText) ?? `The job stopped with exit code ${exitCode}.`;
}
