/** Exit codes of the command line, the same for every command. */
export const Exit = {
  /** Everything asked for was done. */
  ok: 0,
  /** Wrong usage, or nothing could be done. */
  fatal: 1,
  /** The run finished, but some files were quarantined, some checks failed to run or the linter found errors. */
  partial: 2,
} as const;

/** A message for the user: printed as one sentence without a stack trace; exit code 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
