import { changed } from './changed';
import type { CheckAction } from './verdict';

/** The old date or time is not in the new value. */
export const dateShifted: CheckAction = changed;
