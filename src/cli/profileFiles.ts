import { readFileSync } from 'node:fs';
import { BUILTIN_PROFILES, builtinText } from '../profile/builtins';
import { UsageError } from './exit';
import { reason } from './systemError';

/** The text of a profile named on the command line: a file, or a built-in profile. */
export function readProfileText(name: string): string {
  const builtin = builtinText(name);
  if (builtin !== undefined) return builtin;
  if (name.startsWith('builtin:'))
    throw new UsageError(`There is no profile ${name}; the built-in ones are ${BUILTIN_PROFILES.join(', ')}.`);
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    throw new UsageError(`The profile ${name} cannot be read: ${reason(error)}.`);
  }
}
