import { dateShifted } from './dateShifted';
import { patidConsistent } from './patidConsistent';
import { pixelsHidden } from './pixelsHidden';
import { pixelsRetained } from './pixelsRetained';
import { tagRetained } from './tagRetained';
import { textNotNull } from './textNotNull';
import { textRemoved } from './textRemoved';
import { textRetained } from './textRetained';
import { uidChanged } from './uidChanged';
import { uidConsistent } from './uidConsistent';
import type { CheckAction } from './verdict';

export interface ActionRule {
  readonly name: string;
  readonly check: CheckAction;
  /** Verdict where the file of an instance is missing altogether. */
  readonly passesIfMissing: boolean;
}

/** The ten actions in the order in which a file's results are written. Checks with any other action leave no row. */
export const ACTIONS: readonly ActionRule[] = [
  { name: '<tag_retained>', check: tagRetained, passesIfMissing: false },
  { name: '<text_notnull>', check: textNotNull, passesIfMissing: false },
  { name: '<text_retained>', check: textRetained, passesIfMissing: false },
  { name: '<text_removed>', check: textRemoved, passesIfMissing: true },
  { name: '<date_shifted>', check: dateShifted, passesIfMissing: true },
  { name: '<uid_changed>', check: uidChanged, passesIfMissing: true },
  { name: '<pixels_hidden>', check: pixelsHidden, passesIfMissing: true },
  { name: '<pixels_retained>', check: pixelsRetained, passesIfMissing: false },
  { name: '<uid_consistent>', check: uidConsistent, passesIfMissing: false },
  { name: '<patid_consistent>', check: patidConsistent, passesIfMissing: false },
];
