import { fromDayNumber, isCalendarDay, toDayNumber, type CalendarDay } from '../temporal/calendar';
import type { Reading } from './reading';

/** Records a date; what becomes of it is the profile's `text.dates`. */
export type DateMarker = (start: number, end: number, recognizer: string) => void;

export interface DatePolicy {
  readonly dates: 'remove' | 'keepYear' | 'shift';
  /** Days a date moves under `shift`. */
  readonly dayShift?: number;
  /** True if 03/04/2005 is a day in April. */
  readonly dayFirst?: boolean;
}

/** True if dates in the first of these locales put the day before the month; English alone is the English of the United States. */
export const isDayFirst = (locales: readonly string[]): boolean => {
  const first = locales[0]?.trim().toLowerCase();
  return first !== undefined && first !== '' && !/^en(?:$|[-_](?:us|ph|pr)$)/.test(first);
};

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A part of a written date: where it stands, and what it counts. */
interface Field {
  readonly start: number;
  readonly end: number;
  readonly part: 'year' | 'month' | 'day';
}

interface WrittenDate {
  readonly day: CalendarDay;
  readonly fields: readonly Field[];
}

const monthNumber = (text: string): number => {
  const folded = text.toLowerCase();
  return folded.length < 3 ? 0 : MONTH_NAMES.findIndex(name => name.startsWith(folded.slice(0, 3))) + 1;
};

/** Digits and words of the date part of a text, in order. */
function pieces(text: string): { text: string; start: number; end: number }[] {
  const compact = /^((?:18|19|20)\d\d)(\d\d)(\d\d)(?!\d)|^((?:18|19|20)\d\d)(\d\d)(\d\d)(?=\d{4,6}(?:\.|$))/.exec(text);
  const split = compact !== null ? [4, 2, 2] : undefined;
  if (split !== undefined) {
    let at = 0;
    return split.map(length => {
      const piece = { text: text.slice(at, at + length), start: at, end: at + length };
      at += length;
      return piece;
    });
  }
  const found: { text: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(/\d+|\p{L}+/gu))
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  return found;
}

/** Which piece is the year, the month and the day; undefined if the writing is not understood for certain. */
function readDate(text: string, dayFirst: boolean): WrittenDate | undefined {
  const all = pieces(text);
  const numbers = all.filter(piece => /\d/.test(piece.text));
  const named = all.find(piece => !/\d/.test(piece.text) && monthNumber(piece.text) > 0);
  let order: [year: number, month: number, day: number] | undefined;
  let list = numbers.slice(0, 3);
  if (named !== undefined) {
    if (numbers.length < 2) return undefined;
    list = [numbers[0] as (typeof all)[0], named, numbers[1] as (typeof all)[0]];
    order = (list[0] as (typeof all)[0]).text.length === 4 ? [0, 1, 2] : [2, 1, 0];
  } else if (list.length === 3) {
    const [a, b] = list.map(piece => Number(piece.text)) as [number, number, number];
    if (list[0]?.text.length === 4) order = [0, 1, 2];
    else if (/^\d+\./.test(text) || a > 12 || (dayFirst && b <= 12)) order = [2, 1, 0];
    else order = [2, 0, 1];
    if (order[1] === 0 && (a > 12 || b > 31)) return undefined;
  }
  if (order === undefined) return undefined;
  const [year, month, day] = order.map(at => list[at]) as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
  const short = year.text.length === 2;
  const yearNumber = Number(year.text) + (short ? (Number(year.text) > 40 ? 1900 : 2000) : 0);
  const monthOf = /\d/.test(month.text) ? Number(month.text) : monthNumber(month.text);
  const value = { year: yearNumber, month: monthOf, day: Number(day.text) };
  if (!isCalendarDay(value)) return undefined;
  return {
    day: value,
    fields: [
      { ...year, part: 'year' },
      { ...month, part: 'month' },
      { ...day, part: 'day' },
    ],
  };
}

function writeField(old: string, part: Field['part'], day: CalendarDay, padded: boolean): string {
  const value = day[part];
  if (/\d/.test(old))
    return String(part === 'year' && old.length === 2 ? value % 100 : value).padStart(padded ? old.length : 1, '0');
  const name = MONTH_NAMES[value - 1] as string;
  const length = old.length <= 3 ? 3 : name.length;
  const written = name.slice(0, length);
  if (old === old.toUpperCase()) return written.toUpperCase();
  return old[0] === old[0]?.toUpperCase() ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}

/** A month in another language is not rewritten in English. */
const isEnglishMonth = (text: string): boolean =>
  MONTH_NAMES.some(name => name === text.toLowerCase() || name.slice(0, 3) === text.toLowerCase());

/** The same date moved by `days`, written the same way; undefined if it cannot be read for certain. */
export function shiftWrittenDate(text: string, days: number, dayFirst = false): string | undefined {
  const written = readDate(text, dayFirst);
  if (written === undefined) return undefined;
  const moved = fromDayNumber(toDayNumber(written.day) + days);
  if (moved === undefined) return undefined;
  // `February 28, 2004` becomes `March 1, 2004`, but `28-FEB-2004` becomes `01-MAR-2004`.
  const running = /\p{L}/u.test(text) && /\s/.test(text);
  let result = text;
  for (const field of [...written.fields].sort((a, b) => b.start - a.start)) {
    const old = text.slice(field.start, field.end);
    if (!/\d/.test(old) && !isEnglishMonth(old)) return undefined;
    result =
      result.slice(0, field.start) +
      writeField(old, field.part, moved, !running || field.part === 'year' || old.startsWith('0')) +
      result.slice(field.end);
  }
  return result;
}

/** Marker that carries out the profile's wish for dates inside text. */
export function dateMarker(reading: Reading, policy: DatePolicy): DateMarker {
  return (start, end, recognizer) => {
    const text = reading.text.slice(start, end);
    const reason = recognizer === 'time' ? 'time of day' : 'date';
    let replacement: string | undefined;
    if (policy.dates === 'keepYear')
      replacement = /(?<!\d)(?:18|19|20)\d\d(?!\d)|^(?:18|19|20)\d\d(?=\d{4})/.exec(text)?.[0];
    else if (policy.dates === 'shift' && policy.dayShift !== undefined)
      replacement = shiftWrittenDate(text, policy.dayShift, policy.dayFirst);
    reading.mark(start, end, 'date', recognizer, reason, replacement);
  };
}
