import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import type { ResolvedProfile } from '../profile/model';
import type { JobEvent } from '../protocol/jobs';
import { discover } from './discover';
import { liesWithin } from './folders';
import { HeaderIndexWriter } from './headerIndex';
import { mergeContextTexts, readHeaders } from './indexing';
import { keyFingerprint, loadKey } from './key';
import type { Pool } from './pool';
import { RunError } from './runError';
import { inShare, type Shard } from './shard';
import type { IndexResult, Task, TaskFile, TaskResult, WorkerSetup } from './tasks';

export interface IndexShareRequest {
  readonly input: string;
  /** Folder of the index, outside the input; one for all shares. */
  readonly into: string;
  readonly share: Shard;
  readonly profile: ResolvedProfile;
  readonly knowledgeBaseText?: string;
  readonly keyFile?: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly toolVersion: string;
  readonly createPool: (setup: WorkerSetup) => Pool<Task, TaskResult>;
  readonly signal?: AbortSignal;
  readonly onEvent: (event: JobEvent) => void;
}

/** How many files of the share were looked into, and what was found. */
export interface IndexShareResult {
  readonly indexed: number;
  readonly quarantined: number;
  readonly notDicom: number;
  readonly skipped: number;
  readonly patients: number;
  readonly seconds: number;
  /** The file that was written; undefined if the work was stopped, which leaves nothing. */
  readonly path: string | undefined;
}

/**
 * The first pass of a split run, itself split: reads the headers of one share of the files, chosen by path, and writes down
 * whose they are and what identifies them. With the indexes of all shares every part of a run knows its files and all of
 * what is known of its patients without reading the headers of the others.
 * An index of the same share that is there already is replaced.
 * @throws RunError if the work cannot start (folders, key).
 */
export async function indexShare(request: IndexShareRequest): Promise<IndexShareResult> {
  const started = performance.now();
  const { share, signal, onEvent } = request;
  const input = checkedInput(request);
  const { key } = loadKey({
    keyFile: request.keyFile,
    runKeyFile: '',
    environment: request.environment,
    mayCreate: false,
  });
  mkdirSync(request.into, { recursive: true, mode: 0o700 });
  const writer = new HeaderIndexWriter(request.into, share, {
    input,
    profile: request.profile.hash,
    key: keyFingerprint(key),
  });
  const counts = { indexed: 0, quarantined: 0, notDicom: 0, skipped: 0 };
  const contexts = new Map<string, string>();
  let pool: Pool<Task, TaskResult> | undefined;
  let done = false;
  try {
    pool = request.createPool({
      input,
      output: '',
      profile: request.profile,
      key,
      audit: 'none',
      knowledgeBaseText: request.knowledgeBaseText,
      toolVersion: request.toolVersion,
    });
    let id = 0;
    const files = function* (): Generator<TaskFile> {
      for (const item of discover(input, path => inShare(path, share))) {
        if (item.kind === 'file') {
          yield { ...UNKNOWN, id: id++, path: item.path, size: item.size };
          continue;
        }
        const { path, code, message } = item;
        counts.skipped++;
        writer.file({ path, size: 0, state: 'skipped', code, message });
        onEvent({ type: 'file', input: path, status: 'skipped', code, message });
      }
    };
    const store = (result: IndexResult, batch: readonly TaskFile[]): void => {
      for (const { id, ...facts } of result.files) {
        const { path, size } = batch.find(file => file.id === id)!;
        counts[facts.state]++;
        writer.file({ path, size, ...facts });
      }
      for (const [patient, context] of Object.entries(result.contexts)) {
        const before = contexts.get(patient);
        contexts.set(patient, before === undefined ? context : mergeContextTexts(before, context));
      }
      onEvent({ type: 'progress', phase: 'index', done: counts.indexed, bytes: 0 });
    };
    onEvent({ type: 'started', job: 'index' });
    await readHeaders(files(), pool, store, signal);
    for (const [patient, context] of contexts) writer.context(patient, context);
    done = !signal?.aborted;
    const path = done ? writer.finish() : undefined;
    return { ...counts, patients: contexts.size, seconds: (performance.now() - started) / 1000, path };
  } finally {
    if (!done) writer.abandon();
    await pool?.close();
  }
}

const UNKNOWN = { patient: null, series: null, unit: 0, state: 'found', copy: 1 } as const;

function checkedInput({ input, into }: IndexShareRequest): string {
  if (!existsSync(input)) throw new RunError(`The input folder ${input} does not exist.`);
  if (!statSync(input).isDirectory()) throw new RunError(`The input ${input} is not a folder.`);
  if (liesWithin(into, input))
    throw new RunError(`The index folder ${into} lies inside the input folder; choose another (--into).`);
  return realpathSync(input);
}
