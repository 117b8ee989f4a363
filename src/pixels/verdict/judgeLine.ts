import { canonical, editsToFind } from './needles';
import { isMarkerWord } from './vocabulary';

/**
 * What a read line is: `identifying`, a known `marker`, readable but `unknown`, or `noise` (not text, or not legible).
 * `reason` is a stable code, never the text.
 */
export interface Verdict {
  readonly kind: 'identifying' | 'marker' | 'unknown' | 'noise';
  readonly reason: VerdictReason;
}

export type VerdictReason =
  | 'header-identifier'
  | 'part-of-header-identifier'
  | 'date'
  | 'label'
  | 'number'
  | 'name-with-caret'
  | 'name-with-sex'
  | 'name-shape'
  | 'marker-words'
  | 'word'
  | 'short'
  | 'low-confidence'
  | 'unread';

const LABEL =
  /\b(DOB|D\.?O\.?B|MRN|M\.?R\.?N|PATIENT|PAT|NAME|PID|PT ?ID|PATID|ACC(ESSION)?|BORN|BIRTH|SSN|SEX|AGE|HOSP(ITAL)?|CLINIC|CLINIQUE|KLINIK|CENTER|CENTRE|CTR|UNIV(ERSITY)?|MEDICAL|INSTITUTE|DR|DOCTOR|PHYS(ICIAN)?|OPERATOR|TECH)\b/;
const STRONG_LABEL = /\b(DOB|D\.O\.B|MRN|PATIENT|NAME|ACCESSION|BIRTH ?DATE)\b/;
const MONTH = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';
/** A digit as OCR may give it. */
const D = '[0-9OIL|SBZ]';
const DATE = new RegExp(
  `(^|[^0-9])(${[
    `${D}{1,2}\\s?[./\\-,:]\\s?${D}{1,2}\\s?[./\\-,]\\s?(1[89]|20)?${D}{2}`,
    `(1[89]|20)${D}{2}\\s?[./\\-]\\s?${D}{1,2}\\s?[./\\-]\\s?${D}{1,2}`,
    `${D}{1,2}[ \\-./]?(${MONTH})[A-Z]*[ \\-.,/]*${D}{2,4}`,
    `(${MONTH})[A-Z]* ${D}{1,2},? (1[89]|20)${D}{2}`,
    '(19|20)[0-9]{2}[01][0-9][0-3][0-9]',
  ].join('|')})($|[^0-9])`,
);

/**
 * Judges one line of OCR text.
 * @param needles canonical identifiers of the header (`needlesOf`).
 * @param nameConfidence OCR confidence asked for before two unknown words count as a name; lower where the detector is sure.
 */
export function judgeLine(text: string, confidence: number, needles: readonly string[], nameConfidence = 60): Verdict {
  const line = text
    .toUpperCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[—–_~]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const header = matchHeader(line, needles);
  if (header) return { kind: 'identifying', reason: header };
  const letters = line.replace(/[^A-Z0-9]/g, '').length;
  if (letters < 2) return { kind: 'noise', reason: 'short' };
  const shape = identifyingShape(line, letters, confidence);
  if (shape) return { kind: 'identifying', reason: shape };
  const words = line.split(/[^A-Z0-9'/]+/).map(w => w.replace(/^'+|'+$/g, ''));
  const alphabetic = words.filter(w => /^[A-Z']{2,}$/.test(w));
  const unknown = alphabetic.filter(w => !isMarkerWord(w));
  if (/[A-Z]{3,}.*[[({|]\s?[MFUO]\s?[\])}|]/.test(line) && unknown.some(w => w.length >= 3)) {
    return { kind: 'identifying', reason: 'name-with-sex' };
  }
  // Mostly marker words, even if some were badly read.
  const marked = alphabetic.filter(w => w.length >= 4 && isMarkerWord(w)).join('').length;
  if (marked >= 0.55 * letters && !unknown.some(w => w.length >= 4)) return { kind: 'marker', reason: 'marker-words' };
  const names = unknown.filter(w => w.length >= 3);
  const nameLike = names.length >= 2 && confidence >= nameConfidence;
  if (nameLike && names.some(w => w.length >= 4)) return { kind: 'identifying', reason: 'name-shape' };
  if (confidence < 45) return { kind: 'noise', reason: 'low-confidence' };
  if (nameLike || (/[A-Z]{3,}, ?[A-Z]{2,}/.test(line) && names.length >= 1)) {
    return { kind: 'identifying', reason: 'name-shape' };
  }
  if (unknown.length === 0) return { kind: 'marker', reason: 'marker-words' };
  return names.length > 0 ? { kind: 'unknown', reason: 'word' } : { kind: 'marker', reason: 'short' };
}

function matchHeader(line: string, needles: readonly string[]): VerdictReason | undefined {
  const hay = canonical(line);
  for (const needle of needles) {
    const allowed = needle.length >= 9 ? 2 : needle.length >= 6 ? 1 : 0;
    if (hay.length >= needle.length - allowed && editsToFind(needle, hay) <= allowed) return 'header-identifier';
  }
  for (const word of line.split(/[^A-Z0-9]+/)) {
    if (word.length < 5 || isMarkerWord(word)) continue;
    const part = canonical(word);
    const allowed = part.length >= 7 ? 1 : 0;
    if (needles.some(n => n.length >= 6 && editsToFind(part, n) <= allowed)) return 'part-of-header-identifier';
  }
  return undefined;
}

function identifyingShape(line: string, letters: number, confidence: number): VerdictReason | undefined {
  if (DATE.test(line)) return 'date';
  if (STRONG_LABEL.test(line) && confidence >= 60) return 'label';
  if (LABEL.test(line) && confidence > 40 && letters >= 5) return 'label';
  if (/\d{5,}/.test(line) && confidence > 40) return 'number';
  if (/[A-Z]{2,}\s?\^\s?[A-Z]/.test(line)) return 'name-with-caret';
  return undefined;
}
