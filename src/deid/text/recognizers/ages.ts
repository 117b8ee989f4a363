import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { eachMatch } from './each';

const OVER_89 = '(9\\d|1[0-2]\\d)';
const WITH_UNIT = new RegExp(
  `(?<![\\d.])${OVER_89}(?=\\s*-?\\s*(?:y\\/?o\\b|y\\.o\\.|yrs?\\b|years?\\b|yo[mf]?\\b|y\\b(?!\\/)|jahre|jährig|j\\b\\.?(?=\\s*(?:$|[,;)]))|ans\\b|años|anni\\b|anos\\b|lat\\b|jaar\\b|år\\b|yr old))`,
  'gi',
);
const ANNOUNCED = new RegExp(
  `(?=[91])(?<=\\b(?:aged?|age is|age:|age at scan|alter:?)\\s?:?\\s?)${OVER_89}(?![\\d.])`,
  'gi',
);
const AGE_STRING = /(?<![\dA-Za-z])(09\d|1[0-2]\d)Y(?![A-Za-z\d])/g;
const DECADE = /(?<![\d.])(9\d|1[01]\d)(?= ?[MF]\b)(?=.{0,3}(?:with|w\/|c\/o|s\/p|h\/o))/g;
/** At the start of a text or behind a full stop or comma, before words: `94F abdominal pain`; not the isotope 99m Tc. */
const OPENING = /(?<=^|[.;,:(]\s?)(9\d|1[01]\d)[MFf](?=[\s,]+(?!tc\b)\p{L}{2,})/giu;
const SPELLED =
  /\b(?:nine(?:ty|ties)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one hundred(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten))?)(?=[- ](?:years?|yrs?|y\/o))/gi;

const isOver89 = ({ kind, text }: Token): boolean => kind === 'number' && text.length <= 3 && Number(text) >= 90;

/** Ages over 89 (45 CFR 164.514(b)(2)(i)(C)). Younger ages stay. */
export function findAgesOver89(reading: Reading): void {
  const { text } = reading;
  const mark = (_: RegExpExecArray, start: number, end: number): void =>
    reading.mark(start, end, 'age', 'age', 'age over 89');
  if (reading.hasDigit && reading.tokens.some(isOver89)) {
    eachMatch(WITH_UNIT, text, mark);
    eachMatch(ANNOUNCED, text, mark);
    if (reading.hasAny('Y')) eachMatch(AGE_STRING, text, mark);
    if (reading.hasAny('MF')) eachMatch(DECADE, text, mark);
    if (reading.hasAny('MFf')) eachMatch(OPENING, text, mark);
  }
  if (/ninet|hundred/i.test(text)) eachMatch(SPELLED, text, mark);
}
