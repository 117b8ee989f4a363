import type { Reading } from '../reading';
import { DATE_WORDS } from '../wordClasses';
import type { DateMarker } from '../dates';
import { before, eachMatch } from './each';

const TIME = String.raw`(?:[Tt ,]{1,2}(?:[Aa][Tt] |[Uu][Mm] )?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:\s?[AaPp]\.?[Mm]\.?)?Z?)?`;
/** DICOM DA and DT. */
const COMPACT =
  /(?<![\d.])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[Tt_ ]?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:\.\d{1,6})?(?!\d))?(?!\d)/g;
const YEAR_FIRST = new RegExp(
  String.raw`(?<![\d.])(?:18|19|20)\d{2}([-/._])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])${TIME}(?!\d|\.\d|[-/]\d)`,
  'g',
);
const YEAR_LAST = new RegExp(
  String.raw`(?<![\d./-])(\d{1,2})(\s?[/.\-_]\s?|\s\/\s)(\d{1,2})\2((?:18|19|20)\d{2})${TIME}(?!\d)`,
  'g',
);
const SHORT_YEAR = new RegExp(String.raw`(?<![\d./-])(\d{1,2})([/\-._])(\d{1,2})\2('?\d{2})${TIME}(?![\d./-]*\d)`, 'g');
const MONTH_YEAR = /(?<![\d./])(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}(?![\d/])/g;
const MONTH_YEAR_OTHER = /(?<![\d./-])(?:0[1-9]|1[0-2])[-.](?:19|20)\d{2}(?![\d/]|[-.]\d)/g;
const YEAR_MONTH = /(?<![\d./-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d/]|[-.]\d)/g;
const MONTH_DAY = /(?<![\d./A-Za-z-])(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?![\d/.A-Za-z-])/g;
const GERMAN_DAY = /(?=\d)(?<=\b(?:am|vom|seit|bis|ab|den)\s)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(?!\d)/g;
/** Written with blanks: 2004 06 24, 24 06 2004. */
const BLANKS =
  /(?<![\d./-]\s?)(?:(?:19|20)\d{2} (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|[12]\d|3[01]) (?:19|20)\d{2})(?![\d]|\s?[.,]\d)/g;

const VERSION_BEFORE = /(?:v|ver|version|release|rev|sw)\W{0,2}$/;
const DATE_BEFORE =
  /(?:on|dob|date|born|geb|vom|am|du|le|del|seit|op|baseline|geboren|esame|examen|urodzony|ur|vom|control|kontrolle|visit|visite|inj|fx\d{0,2}|sturz|trauma|depuis|desde|dal|seen|exam|scan|fecha|data|datum|prior|since)\W{0,3}$/;
const MEASURE_AFTER = /^\s*(?:mm|views?|phase|sec|cm|mag|ml|weeks?|slices?|of)/i;

const dayAndMonth = (a: number, b: number): boolean => a >= 1 && a <= 31 && b >= 1 && b <= 31 && (a <= 12 || b <= 12);

/** Dates in digits, with the time of day beside them. */
export function findNumericDates(reading: Reading, mark: DateMarker): void {
  const { text } = reading;
  if (reading.longestNumber >= 8) eachMatch(COMPACT, text, (_, start, end) => mark(start, end, 'date.compact'));
  if (reading.longestNumber >= 4 && reading.digitCount >= 8 && reading.hasAny(' '))
    eachMatch(BLANKS, text, (_, start, end) => mark(start, end, 'date.blanks'));
  if (!reading.hasDateMark) return;
  eachMatch(YEAR_FIRST, text, (_, start, end) => mark(start, end, 'date.yearFirst'));
  eachMatch(YEAR_LAST, text, (match, start, end) => {
    if (dayAndMonth(Number(match[1]), Number(match[3]))) mark(start, end, 'date.yearLast');
  });
  if (reading.hasAny('/-._'))
    eachMatch(SHORT_YEAR, text, (match, start, end) => {
      const [, first = '', separator, second = '', year = ''] = match;
      if (!dayAndMonth(Number(first), Number(second))) return;
      const ahead = before(text, start, 12).toLowerCase();
      const padded = first.length === 2 && second.length === 2;
      const dashes = separator === '-' && padded && !VERSION_BEFORE.test(ahead);
      const announced = DATE_BEFORE.test(ahead) && (padded || separator !== '_');
      // 16.08.23 and 16.8.23; a version hardly begins with more than twelve.
      const dots =
        separator === '.' && (padded || Number(first) > 12) && Number(second) <= 12 && !VERSION_BEFORE.test(ahead);
      const after = reading.isMarkedAs(start - 2, 'institution') || reading.isMarkedAs(start - 2, 'name');
      if (separator === '/' || dashes || dots || (separator === '.' && after) || announced || year.startsWith("'"))
        mark(start, end, 'date.shortYear');
    });
  if (reading.hasAny('/')) {
    eachMatch(MONTH_YEAR, text, (_, start, end) => mark(start, end, 'date.monthYear'));
    eachMatch(MONTH_DAY, text, (match, start, end) => {
      if (reading.isMarked(start) || MEASURE_AFTER.test(text.slice(end, end + 12))) return;
      const word = /([A-Za-z]+)\W{0,3}$/.exec(before(text, start, 16))?.[1];
      if (word !== undefined && DATE_WORDS.has(word.toLowerCase()) && Number(match[2]) > 0)
        mark(start, end, 'date.monthDay');
    });
  }
  if (reading.hasAny('-.')) {
    eachMatch(MONTH_YEAR_OTHER, text, (_, start, end) => {
      if (!VERSION_BEFORE.test(before(text, start, 10).toLowerCase())) mark(start, end, 'date.monthYear');
    });
    eachMatch(YEAR_MONTH, text, (_, start, end) => mark(start, end, 'date.yearMonth'));
    eachMatch(GERMAN_DAY, text, (_, start, end) => mark(start, end, 'date.dayMonth'));
  }
}
