import { readFileSync } from 'node:fs';
import { builtinText } from '../profile/builtins';
import { errorCode } from '../jobs/discover';
import { UsageError } from './exit';

/** The text of a profile named on the command line: a file, or a built-in profile. */
export function readProfileText(name: string): string {
  const builtin = builtinText(name);
  if (builtin !== undefined) return builtin;
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new UsageError(`The profile ${name} cannot be read (${errorCode(error)}).`);
  }
}
