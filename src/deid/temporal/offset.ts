import type { Pseudonyms } from '../pseudonyms';

/**
 * The number of days all dates of one patient (or study) move: the same for the same key and patient, within the range of
 * the profile, both ends included. Zero is left out unless it is the only choice: dates that stay are not modified.
 */
export function dayOffset(pseudonyms: Pseudonyms, subject: string, [from, to]: readonly [number, number]): number {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const hasZero = low <= 0 && high >= 0;
  const choices = high - low + (hasZero ? 0 : 1);
  if (choices <= 0) return low;
  const drawn = low + pseudonyms.integer('date', subject, choices);
  return hasZero && drawn >= 0 ? drawn + 1 : drawn;
}
