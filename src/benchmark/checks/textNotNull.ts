import type { CheckAction } from './verdict';
import { valueOf, verdict } from './verdict';

/** The attribute has a value. An empty sequence prints as `[]` and therefore counts as one. */
export const textNotNull: CheckAction = (check, file) => {
  const value = valueOf(check, file);
  return verdict(value !== undefined && value !== '<>', value ?? null);
};
