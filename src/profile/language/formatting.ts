import type { TextEdit } from '../diagnostic';
import { formatProfile } from '../format';
import { lineEdits } from './lineEdits';

/** Edits that bring a profile into its normal layout; files with errors only get their lines tidied. */
export function formattingEdits(text: string): TextEdit[] {
  return lineEdits(text, formatProfile(text));
}
