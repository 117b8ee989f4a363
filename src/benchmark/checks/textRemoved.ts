import { REMOVED } from '../flatten/tagTable';
import type { CheckAction } from './verdict';
import { blank, valueOf } from './verdict';

/** Nothing of the text of the key is in the value. */
export const textRemoved: CheckAction = (check, file, { validator }) => {
  const printed = valueOf(check, file) ?? null;
  const value = printed === REMOVED ? '<>' : printed;
  const result = validator.validate(value, check.actionText, 'remove');
  return result ? { ...result, fileValue: value } : blank(value);
};
