import type { CheckAction } from './verdict';
import { valueInBatch, verdict } from './verdict';

/** The value is exactly what a mapping gives for the old one; an old value without a mapping must be gone. */
export function consistent(mapping: 'uids' | 'patients'): CheckAction {
  return (check, file, context) => {
    const value = valueInBatch(check, file);
    if (value === undefined) return verdict(true, null);
    const expected = (check.value === null ? undefined : context[mapping].get(check.value)) ?? '';
    return verdict(value === expected, value);
  };
}
