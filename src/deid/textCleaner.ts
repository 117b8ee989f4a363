import type { TextMode } from '../profile/model';
import type { Harvest } from './text/harvest';

/** What the cleaner must know about the place a text stands in. */
export interface TextRequest {
  /** Value representation: LO, SH, ST, LT, UT, UC ... */
  readonly vr: string;
  /** Keyword of the attribute; absent for private attributes. */
  readonly keyword?: string;
  readonly mode: TextMode;
  /** Longest value the VR allows, in characters (PS3.5 6.2); absent where there is no limit. */
  readonly maxLength?: number;
  /** True if a backslash separates values: the number of values must stay the same. */
  readonly multi: boolean;
  /** Days that dates inside the text move if the profile says `text.dates: shift`; absent where dates are not shifted. */
  readonly dayShift?: number;
}

/** One stretch of the old text that was taken out, for the audit and the preview: offsets and causes, never the text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  /** Which recognizer found it, for example `harvest.patientName`. */
  readonly recognizer: string;
  readonly reason: string;
}

export interface CleanedText {
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

/**
 * Cleans free text as the Clean Descriptors option asks (PS3.15 E.3.5): what identifies goes, everything else stays.
 * Must be a pure function of its arguments, so that results may be cached and two runs agree.
 */
export interface TextCleaner {
  clean(text: string, request: TextRequest, harvest: Harvest): CleanedText;
}

/**
 * The cleaner of last resort: any text becomes empty. Used when no cleaner is handed to the engine, because text that
 * nobody read must not leave the building.
 */
export const blankingCleaner: TextCleaner = {
  clean: text =>
    text.trim() === ''
      ? { text, spans: [] }
      : { text: '', spans: [{ start: 0, end: text.length, recognizer: 'blank', reason: 'no text cleaner available' }] },
};
