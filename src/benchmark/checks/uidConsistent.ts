import { consistent } from './consistent';
import type { CheckAction } from './verdict';

/** The UID is the one the UID mapping gives. */
export const uidConsistent: CheckAction = consistent('uids');
