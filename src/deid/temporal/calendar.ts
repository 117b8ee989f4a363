/** A day of the proleptic Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a year with 29 February in the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days of a month, 1 = January. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1]!;
}

/** True for a day that exists between the years 1 and 9999. */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && day <= daysInMonth(year, month)
  );
}

/** Days since 0001-01-01, which is 0. Whole numbers all the way: no time zone, no daylight saving, no epoch. */
export function toDayNumber({ year, month, day }: CalendarDay): number {
  const y = year - 1;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return (
    y * 365 +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    DAYS_BEFORE_MONTH[month - 1]! +
    leapDay +
    day -
    1
  );
}

/** The inverse of `toDayNumber`; undefined outside the years 1 to 9999. */
export function fromDayNumber(number: number): CalendarDay | undefined {
  if (number < 0 || number > 3652058) return undefined;
  // 400 years have 146,097 days; the divisions below undershoot the last day of a cycle, hence the minimum.
  let rest = number;
  const cycles = Math.floor(rest / 146097);
  rest -= cycles * 146097;
  const centuries = Math.min(3, Math.floor(rest / 36524));
  rest -= centuries * 36524;
  const fours = Math.floor(rest / 1461);
  rest -= fours * 1461;
  const years = Math.min(3, Math.floor(rest / 365));
  rest -= years * 365;
  const year = cycles * 400 + centuries * 100 + fours * 4 + years + 1;
  let month = 1;
  while (rest >= daysInMonth(year, month)) rest -= daysInMonth(year, month++);
  return { year, month, day: rest + 1 };
}
