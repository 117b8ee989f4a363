import type { Reading } from '../reading';
import { eachMatch } from './each';

const SSN = /(?<![\d-])\d{3}-\d{2}-\d{4}(?!\d)/g;
const SPACED = /(?=\d)(?<=\b(?:ssn|ss|social security(?: number| no\.?)?)\W{0,4})\d{3}[ .]?\d{2}[ .]?\d{4}(?!\d)/gi;

/** Social security numbers of the United States. */
export function findSocialSecurityNumbers(reading: Reading): void {
  if (reading.digitCount < 9) return;
  const mark = (_: RegExpExecArray, start: number, end: number): void =>
    reading.mark(start, end, 'identifier', 'ssn', 'social security number');
  if (reading.hasAny('-')) eachMatch(SSN, reading.text, mark);
  if (reading.hasAny('sS')) eachMatch(SPACED, reading.text, mark);
}
