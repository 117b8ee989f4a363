import { consistent } from './consistent';
import type { CheckAction } from './verdict';

/** The patient identifier is the one the patient mapping gives. */
export const patidConsistent: CheckAction = consistent('patients');
