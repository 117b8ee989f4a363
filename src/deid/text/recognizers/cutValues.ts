import type { Reading } from '../reading';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';

/** Beginnings of dates, numbers and addresses at the very end of a value; group 1 is what stays. */
const CUT: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [new RegExp(`((?:^|[^\\d/]))${DAY}/${DAY}/\\d{0,4}$`), 'date'],
  [/((?:\b(?:on|dob|since|dated|born|prior)|seen)\W{1,3})\d{1,2}(?:[/\-.]\d{0,2}[/\-.]?)?$/i, 'date'],
  [
    /([\s(])(?:\(\d{3}\)?[-. ]?\d{0,3}|(?:\+?1|001)[-.]\d{0,3}[-. ]?\d{0,3}|\d{3}[-.]\d{3}[-.])[-. ]?\d{0,4}$/,
    'telephone',
  ],
  [/(\b(?:call|phone|tel|fax|contact|cell|mobile)[^\d(+]{0,12})[+(\d][\d().\- x]{0,16}$/i, 'telephone'],
  [/((?:^|[^\d-]))\d{3}-(?:\d{2})?(?:-\d{0,4})?$/, 'social security number'],
  [/((?:\bfor|mrn|\bid|#|number|acct?|accession|patient id)[\s:#.]{0,3})[A-Z]{0,3}\d{2,}$/i, 'identifier'],
  [/((?:\b(?:on|dob|since|dated|born|prior)|seen)\W{1,3})\d{1,2}[ -][a-z]{1,2}$/i, 'date'],
  [/(\s)(?:19|20)\d{3,}$/, 'date'],
  [/((?:mrn|acc#|acct|ssn)\W{0,3})\d+$/i, 'identifier'],
  [/((?:e-?mail(?: address)?(?: is)?)\W{1,3})\S+$/i, 'e-mail'],
  [/(\s)[\w.%+-]+@[\w.-]*$/, 'e-mail'],
  [/(\s)(?:19|20)\d{2}[-/]\d{0,2}[-/]?\d{0,2}$/, 'date'],
  [new RegExp(`(\\s)${DAY}[ -]?${MONTH}[ \\-,]*\\d{0,4}$`, 'i'), 'date'],
  [
    /(\s)(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2},?\s*\d{0,4}$/i,
    'date',
  ],
  [new RegExp(`(\\s)${MONTH}\\s+\\d{1,2},\\s*\\d{0,4}$`, 'i'), 'date'],
  [/(\s)\d{2}[.-]\d{2}[.-]\d{1,4}$/, 'date'],
  [new RegExp(`(\\b(?:on|dated|since)\\s)${MONTH}\\s?$`, 'i'), 'date'],
  [/((?:\bfor|mrn|\bid|#)[\s:#]{0,3})[A-Z]{1,3}\d{1,}$/, 'identifier'],
];

/** Digits right behind something recognized, at the very end: a date or number of which no more was left. */
const CUT_AFTER_FINDING = /(\s)\d[\d./-]{0,9}[A-Za-z]{0,2}$/;

/** Where a value is as long as its VR allows, accepts the beginning of a date, number or address at its end. */
export function findCutValues(reading: Reading): void {
  if (!reading.cut) return;
  const from = Math.max(0, reading.text.length - 60);
  const tail = reading.text.slice(from);
  const remainder = CUT_AFTER_FINDING.exec(tail);
  if (remainder !== null && reading.isMarkedAs(from + remainder.index - 1, 'institution'))
    reading.mark(
      from + remainder.index + 1,
      reading.text.length,
      'date',
      'cutValue',
      'beginning of a date, cut by the length limit',
    );
  for (const [pattern, reason] of CUT) {
    const match = pattern.exec(tail);
    if (match === null) continue;
    const start = from + match.index + (match[1] ?? '').length;
    if (!reading.isFree(start, reading.text.length)) return;
    reading.mark(
      start,
      reading.text.length,
      reason === 'date' ? 'date' : 'identifier',
      'cutValue',
      `beginning of a ${reason}, cut by the length limit`,
    );
    return;
  }
}
