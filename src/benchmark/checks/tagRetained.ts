import type { CheckAction } from './verdict';
import { valueOf, verdict } from './verdict';

/** The attribute is there, with or without a value. */
export const tagRetained: CheckAction = (check, file) => {
  const value = valueOf(check, file);
  return verdict(value !== undefined, value ?? null);
};
