import { errorCode } from '../jobs/discover';
import { isWrittenForUsers, kindOf } from '../protocol/userError';

/** What the system's error codes mean, as the end of a sentence about a file or folder. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'it, or a part of its path, is not a folder',
  EEXIST: 'something of that name is in the way',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
};

/** Why the system refused something, in words where they are known, else its code. */
export function reason(error: unknown): string {
  const code = errorCode(error);
  return MEANINGS[code] ?? code;
}

/**
 * What went wrong, as one sentence for the user. The message of an unknown error stays out: it might quote a value of a file.
 * @param debug whether a fault of the program itself is shown with its stack trace.
 */
export function errorSentence(error: unknown, debug: boolean): string {
  if (isWrittenForUsers(error)) return error.message;
  if (isSystemError(error)) return `${error.path ?? 'A file'} cannot be used: ${reason(error)}.`;
  if (debug && error instanceof Error) return error.stack ?? error.message;
  return `This should not have happened (${kindOf(error)}). DEIDBENCH_DEBUG=1 shows where; please report it without values of your files.`;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
