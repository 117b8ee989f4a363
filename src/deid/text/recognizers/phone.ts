import type { Reading } from '../reading';
import { before, eachMatch } from './each';

const EXTENSION = String.raw`(?:[\s,]{0,2}(?:x|ext\.?|extension)[\s.:]?\d{1,6})?`;
const NORTH_AMERICAN = new RegExp(
  String.raw`(?<![\d.-])(?:\+?1[-. ]?|001[-. ])?(?:\(\d{3}\)[ -]?|\d{3}[-. \/])\d{3}[-. ]\d{4}${EXTENSION}(?!\d)`,
  'gi',
);
const INTERNATIONAL = new RegExp(
  String.raw`(?<![\d.])(?:\+|\b00(?=[1-9]\d[ .\-(]))\d{1,3}[\s.\-/]?\(?\d[\d\s().\-/]{5,16}\d${EXTENSION}`,
  'gi',
);
/** With the zero of a national number in front: 07389 347 936, 02514 362646, 030/123456, 0221 - 99887-12. */
const NATIONAL = /(?<![\d.,:/+-])\(?0\d{1,5}\)?(?:\s?[/–-]\s?|[ .])\d{2,8}(?:[ .-]\d{2,5}){0,4}(?![\d:]|[.,/-]\d)/g;
const DATE_LIKE = /^\d{2}([./-])\d{2}\1(?:\d{2}){1,2}(?![.\d])/;
const SEVEN = /(?<![\d.-])\d{3}-\d{4}(?![\d-])/g;
/** After a word for a telephone: any run of digits and separators that is long enough. */
const ANNOUNCED =
  /(?<![\p{L}\d])(?:tel(?:efon|efono|éfono|ephone|efoon|\.)?|phone|ph|fax|cell|mobile|mob|handy|pager|beeper|telefone|portable|komórka|call(?:back)?|contact(?: number| no\.?)?|hotline)(?![\p{L}])[\s.:#)]{0,4}(?:(?:no|nr|number|num|is|at|back|on|me)[\s.:]{1,3}){0,2}(\+?\(?\d[\d\s().\-/]{3,18}\d)/giu;
const EXTENSION_ONLY = /(?<![\p{L}\d])(?:ext|extension|x|pager|beeper|bleep)[\s.:#]{0,3}(\d{3,6})(?!\d)/giu;
const SEVEN_BEFORE =
  /(?:(?:phone|tel|fax|call|cell|mobile|pager|text)\b[^\d]{0,24}|\(\s*|phone|tel|telephone|ph|fax|call|cell|mobile|contact|pager|beeper|ext|at|#|number is|num is|phone no)\W{0,3}$/i;

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

/** Telephone, fax and pager numbers: North American, international, and anything announced as one. */
export function findPhones(reading: Reading): void {
  const { digitCount } = reading;
  if (digitCount < 3) return;
  const { text } = reading;
  const mark = (start: number, end: number, reason: string): void => reading.mark(start, end, 'phone', 'phone', reason);
  if (digitCount >= 10 && reading.hasAny('-. /'))
    eachMatch(NORTH_AMERICAN, text, (_, start, end) => mark(start, end, 'telephone number'));
  if (digitCount >= 9 && (reading.hasAny('+') || text.includes('00')))
    eachMatch(INTERNATIONAL, text, (match, start, end) => {
      const digits = digitsOf(match[0]);
      if (digits >= 9 && digits <= 17) mark(start, end, 'international telephone number');
    });
  if (digitCount >= 9 && reading.hasAny('0'))
    eachMatch(NATIONAL, text, (match, start, end) => {
      const digits = digitsOf(match[0]);
      const dated = DATE_LIKE.test(match[0]) || /(?<!\d)(?:19|20)\d{6}(?!\d)/.test(match[0]);
      if (digits >= 9 && digits <= 13 && !dated) mark(start, end, 'national telephone number');
    });
  if (digitCount >= 7 && reading.hasAny('-'))
    eachMatch(SEVEN, text, (_, start, end) => {
      if (SEVEN_BEFORE.test(before(text, start, 22))) mark(start, end, 'local telephone number');
    });
  if (!reading.hasAny('tTpPcCfFmMhHbBkK')) return;
  const announced = (match: RegExpExecArray, _: number, end: number): void => {
    const number = match[1] as string;
    const digits = digitsOf(number);
    // Two short numbers with a blank are measurements more often than a telephone.
    if (digits >= 6 && digits <= 15 && !/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(number))
      mark(end - number.length, end, 'number announced as a telephone');
  };
  if (digitCount >= 6) eachMatch(ANNOUNCED, text, announced);
  if (/ext|pager|beep|\bx/i.test(text))
    eachMatch(EXTENSION_ONLY, text, (match, start, end) => {
      const number = match[1] as string;
      const announcedBy = match[0].slice(0, 1).toLowerCase();
      if (announcedBy === 'x' && !reading.isMarkedAs(start - 1, 'phone') && !reading.isMarkedAs(start - 2, 'phone'))
        return;
      if (/^ext/i.test(match[0]) && !/^ext(?:ension)?[.: ]/i.test(match[0])) return;
      mark(end - number.length, end, 'telephone extension or pager');
    });
}
