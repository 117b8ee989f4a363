import { RunError } from './runError';

/** One of `count` equal parts of a run. Parts are by patient, so what is known about a patient never depends on the split. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** Where batch systems put the number of an array task: [index, first index, number of tasks]. */
const ARRAY_VARIABLES = [
  {
    name: 'Slurm job array',
    index: 'SLURM_ARRAY_TASK_ID',
    first: 'SLURM_ARRAY_TASK_MIN',
    count: 'SLURM_ARRAY_TASK_COUNT',
  },
  { name: 'Kubernetes Indexed Job', index: 'JOB_COMPLETION_INDEX', first: undefined, count: 'DEIDBENCH_SHARDS' },
  { name: 'AWS Batch array', index: 'AWS_BATCH_JOB_ARRAY_INDEX', first: undefined, count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
] as const;

/**
 * `3/64` (the third of 64) or `auto` (from the array index of Slurm, a Kubernetes Indexed Job or AWS Batch).
 * @throws RunError if the text is neither, or `auto` finds no array index or no number of tasks.
 */
export function parseShard(text: string, environment: NodeJS.ProcessEnv): Shard {
  if (text === 'auto') return shardFromEnvironment(environment);
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const number = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (!match || number < 1 || count < 1 || number > count) {
    throw new RunError(`The shard "${text}" should be K/N with K from 1 to N, for example 3/64, or auto.`);
  }
  return { index: number - 1, count };
}

function shardFromEnvironment(environment: NodeJS.ProcessEnv): Shard {
  for (const variables of ARRAY_VARIABLES) {
    const index = environment[variables.index];
    if (index === undefined || index === '') continue;
    const count = Number(environment[variables.count]);
    if (!Number.isInteger(count) || count < 1) {
      throw new RunError(
        `This is a task of a ${variables.name}, but ${variables.count} does not say how many tasks there are; set it.`,
      );
    }
    const first = Number((variables.first && environment[variables.first]) ?? 0);
    const position = Number(index) - first;
    if (!Number.isInteger(position) || position < 0 || position >= count) {
      throw new RunError(
        `The index in ${variables.index} is outside the ${count} tasks; the array must be contiguous.`,
      );
    }
    return { index: position, count };
  }
  const names = ARRAY_VARIABLES.map(v => v.index).join(', ');
  throw new RunError(`--shard auto found no array index (looked for ${names}); give it as --shard K/N.`);
}

/** True if the patient (keyed hash, hex) belongs to the shard. Files without a Patient ID go by their study. */
export function inShard(patient: string, shard: Shard | undefined): boolean {
  return !shard || Number.parseInt(patient.slice(0, 8), 16) % shard.count === shard.index;
}

/** `3/64`, counted from 1. */
export function shardText({ index, count }: Shard): string {
  return `${index + 1}/${count}`;
}

/** True if a path belongs to the share: for work that must not wait until it is known whose file it is. */
export function inShare(path: string, { index, count }: Shard): boolean {
  // FNV-1a over the UTF-16 units: the same on every machine, and even.
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  // The low bits of the sum alone are not even enough for small counts.
  hash ^= hash >>> 16;
  return (hash >>> 0) % count === index;
}
