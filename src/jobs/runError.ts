/** The run as a whole cannot start or go on; the message is one sentence for the user. */
export class RunError extends Error {
  override readonly name = 'RunError';
}
