import { UsageError } from './exit';

/**
 * The number of threads given with `--workers`; undefined if none was given.
 * @throws UsageError for anything but a whole number from 1 to 256.
 */
export function workersOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1 || workers > 256)
    throw new UsageError(`--workers takes a whole number from 1 to 256, not "${text}".`);
  return workers;
}
