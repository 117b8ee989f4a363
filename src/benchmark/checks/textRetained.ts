import type { CheckAction } from './verdict';
import { blank, valueOf } from './verdict';

/** The text of the key is still in the value, as a whole or token by token. */
export const textRetained: CheckAction = (check, file, { validator }) => {
  const value = valueOf(check, file) ?? null;
  const result = validator.validate(value, check.actionText, 'retain');
  return result ? { ...result, fileValue: value } : blank(value);
};
