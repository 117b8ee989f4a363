import { fromDayNumber, isCalendarDay, toDayNumber } from './calendar';

/**
 * Moving dates by whole days (PS3.15 E.3.6, Modified Dates). Everything works on the text: precision, separators, time of
 * day, UTC offset and the number of values stay exactly as they were. Each function returns undefined for a text it does
 * not understand completely; the caller then falls back to the stricter action, because a date that was not moved is
 * the real one.
 */

/** Moves every value of a DA, DT or TM element; undefined if one of the values is not understood. */
export function shiftValues(text: string, vr: string, days: number): string | undefined {
  const shift = vr === 'DA' ? shiftDate : vr === 'TM' ? keepTime : vr === 'DT' ? shiftDateTime : shiftAnything;
  if (!text.includes('\\')) return shiftOne(text, days, shift);
  const values: string[] = [];
  for (const value of text.split('\\')) {
    const shifted = shiftOne(value, days, shift);
    if (shifted === undefined) return undefined;
    values.push(shifted);
  }
  return values.join('\\');
}

function shiftOne(
  text: string,
  days: number,
  shift: (text: string, days: number) => string | undefined,
): string | undefined {
  const trimmed = trimPadding(text);
  return trimmed === '' ? '' : shift(trimmed, days);
}

/** Text without the blanks and NULs around it. */
function trimPadding(text: string): string {
  return text.replace(/^[\0 ]+|[\0 ]+$/g, '');
}

/**
 * A date: `YYYYMMDD`, `YYYYMM`, `YYYY`, the older `YYYY.MM.DD` (ACR-NEMA 300), `YYYY-MM-DD`, `YYYY/MM/DD`, or a range of two
 * of them with an open end allowed (`A-B`, `A-`, `-B`, PS3.4 C.2.2.2.5).
 */
export function shiftDate(text: string, days: number): string | undefined {
  return shiftSingleDate(text, days) ?? shiftRange(text, days, shiftSingleDate);
}

/** A time of day is not moved by whole days; it is returned if it is one, or a range of two. */
export function keepTime(text: string): string | undefined {
  return isTime(text) || shiftRange(text, 0, t => (isTime(t) ? t : undefined)) !== undefined ? text : undefined;
}

/** `YYYY[MM[DD[HH[MM[SS[.F]]]]]][&ZZXX]` (PS3.5 6.2, DT), the older forms of date and time put together, or a range. */
export function shiftDateTime(text: string, days: number): string | undefined {
  return shiftSingleDateTime(text, days) ?? shiftRange(text, days, shiftSingleDateTime);
}

/** A value of an attribute whose VR does not say what it is: date, date and time, time, or a UTC offset (0008,0201). */
export function shiftAnything(text: string, days: number): string | undefined {
  return (
    (UTC_OFFSET.test(text) ? text : undefined) ?? shiftDate(text, days) ?? shiftDateTime(text, days) ?? keepTime(text)
  );
}

const DATE = /^(\d{4})(?:([.\-/]?)(\d{2})(?:\2(\d{2}))?)?$/;
const DATE_TIME = /^(\d{4}(?:\d{2}(?:\d{2})?)?)((?:\d{2}){0,3}(?:\.\d{1,6})?)([+-]\d{4})?$/;
const SEPARATED_DATE_TIME = /^(\d{4}([.\-/])\d{2}\2\d{2})([ T])(.*?)([+-]\d{4})?$/;
const TIME = /^(\d{2})(?:(:?)(\d{2})(?:\2(\d{2})(?:\.\d{1,6})?)?)?$/;
const UTC_OFFSET = /^[+-](0\d|1[0-4])[0-5]\d$/;

/** Four digits below are no year of anything in a DICOM file; more likely a malformed UTC offset or an identifier. */
const EARLIEST_YEAR = 1000;

function shiftSingleDate(text: string, days: number): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, yyyy, separator, mm, dd] = match;
  // `2001-05` reads as an open range or a month; the standard's month has no separator.
  if (mm !== undefined && dd === undefined && separator !== '') return undefined;
  // A coarse date moves as its middle does, so that two coarse dates keep their distance as well as they can.
  const day = {
    year: Number(yyyy),
    month: mm === undefined ? 7 : Number(mm),
    day: dd === undefined ? (mm === undefined ? 2 : 15) : Number(dd),
  };
  if (day.year < EARLIEST_YEAR || !isCalendarDay(day)) return undefined;
  const moved = fromDayNumber(toDayNumber(day) + days);
  if (!moved) return undefined;
  let out = String(moved.year).padStart(4, '0');
  if (mm !== undefined) out += separator + two(moved.month);
  if (dd !== undefined) out += separator + two(moved.day);
  return out;
}

function shiftSingleDateTime(text: string, days: number): string | undefined {
  const match = DATE_TIME.exec(text);
  if (match) {
    const [, date, time, offset] = match;
    if (offset !== undefined && !UTC_OFFSET.test(offset)) return undefined;
    if (time !== '' && (date!.length !== 8 || !isTime(time!))) return undefined;
    const moved = shiftSingleDate(date!, days);
    return moved === undefined ? undefined : moved + time! + (offset ?? '');
  }
  const old = SEPARATED_DATE_TIME.exec(text);
  if (!old) return undefined;
  const [, date, , between, time, offset] = old;
  if (!isTime(time!) || (offset !== undefined && !UTC_OFFSET.test(offset))) return undefined;
  const moved = shiftSingleDate(date!, days);
  return moved === undefined ? undefined : moved + between! + time! + (offset ?? '');
}

function isTime(text: string): boolean {
  const match = TIME.exec(text);
  // 60 is a leap second (PS3.5 6.2, TM).
  return !!match && Number(match[1]) < 24 && Number(match[3] ?? 0) < 60 && Number(match[4] ?? 0) <= 60;
}

/** A range `A-B`, `A-` or `-B`. Every hyphen is tried, because a UTC offset has one as well. */
function shiftRange(
  text: string,
  days: number,
  shift: (text: string, days: number) => string | undefined,
): string | undefined {
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (left === '' && right === '') continue;
    const from = left === '' ? '' : shift(left, days);
    const to = right === '' ? '' : shift(right, days);
    if (from !== undefined && to !== undefined) return `${from}-${to}`;
  }
  return undefined;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
