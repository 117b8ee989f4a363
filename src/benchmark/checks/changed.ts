import type { CheckAction } from './verdict';
import { blank, valueInBatch, verdict } from './verdict';

/** The old value is no substring of the new one: for dates and for UIDs. */
export const changed: CheckAction = (check, file) => {
  const value = valueInBatch(check, file);
  if (value === undefined) return verdict(true, null);
  if (check.value === null) return blank(value);
  const old = check.value.replace(/[<>\\]/g, '');
  return verdict(!value.replaceAll('\\', '').includes(old), value);
};
