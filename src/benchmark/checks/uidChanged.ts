import { changed } from './changed';
import type { CheckAction } from './verdict';

/** The old UID is not in the new value; a new UID that only adds a component to the old one fails. */
export const uidChanged: CheckAction = changed;
