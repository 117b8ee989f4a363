import type { Reading } from '../reading';
import { eachMatch } from './each';

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,120}\.\p{L}{2,24}/gu;
/** Spelled for people: `jane.doe (at) example.org`, `jane at example dot org`. */
const SPELLED =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} ?(?:[([] ?at ?[)\]]| at ) ?[\p{L}\p{N}-]{1,60}(?: ?(?:[([] ?dot ?[)\]]| dot |\.) ?[\p{L}\p{N}-]{1,60}){0,3}(?: dot |[([]dot[)\]]|\.)(?:com|org|net|edu|gov|mil|io|de|fr|uk|nl|it|es|eu|ca|au|ch|at)(?![\p{L}\p{N}])/giu;

/** E-mail addresses. */
export function findEmails(reading: Reading): void {
  const mark = (_: RegExpExecArray, start: number, end: number): void =>
    reading.mark(start, end, 'contact', 'email', 'e-mail address');
  if (reading.hasAny('@')) eachMatch(EMAIL, reading.text, mark);
  if (/\bat\b/i.test(reading.text) && /\bdot\b|[([]at[)\]]/i.test(reading.text)) eachMatch(SPELLED, reading.text, mark);
}
