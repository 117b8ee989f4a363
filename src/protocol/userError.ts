/** An error whose message is a sentence for the user: it says what to do and holds no value of a data element. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Classes of the rooms below whose messages are such sentences too; by name, for this room imports none of them. */
const WRITTEN_FOR_USERS: ReadonlySet<string> = new Set([
  'AbortError',
  'UserError',
  'RemoteError',
  'UsageError',
  'RunError',
  'ScoreError',
  'KnowledgeBaseError',
  'NotDicomError',
  'PixelDataError',
  'OutputExistsError',
]);

/** True if the message of an error may be shown, logged and stored as it is. */
export function isWrittenForUsers(error: unknown): error is Error {
  return error instanceof Error && WRITTEN_FOR_USERS.has(error.name);
}

/** The kind of an error and nothing of its message, which might quote a value: a code such as ENOENT, or its class. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : error.name;
}

/** What may be said of any error: its own sentence if it was written for users, else only its kind. */
export function sentenceOf(error: unknown): string {
  if (isWrittenForUsers(error)) return error.message;
  if (error instanceof Error && 'syscall' in error) return `A file or program cannot be used (${kindOf(error)}).`;
  return `This should not have happened (${kindOf(error)}); please report what you did, without values of your files.`;
}
