import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../../../src/deid/temporal/calendar';
import { dayOffset } from '../../../../src/deid/temporal/offset';
import { shiftDateTime, shiftValues } from '../../../../src/deid/temporal/shift';
import { Pseudonyms } from '../../../../src/deid/pseudonyms';

describe('day numbers', () => {
  it('are the inverse of each other over all years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3652058 }), n => {
        expect(toDayNumber(fromDayNumber(n)!)).toBe(n);
      }),
    );
  });

  it('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25000, max: 40000 }), days => {
        const date = new Date(days * 86_400_000);
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(toDayNumber(day)).toBe(719162 + days);
      }),
    );
  });

  it('end with the year 9999', () => {
    expect(fromDayNumber(3652058)).toEqual({ year: 9999, month: 12, day: 31 });
    expect(fromDayNumber(3652059)).toBeUndefined();
    expect(fromDayNumber(-1)).toBeUndefined();
  });
});

describe('shifting dates', () => {
  it.each([
    ['DA', '20200301', -1, '20200229'],
    ['DA', '20210301', -1, '20210228'],
    ['DA', '20191231', 1, '20200101'],
    ['DA', '1999.01.31', 1, '1999.02.01'],
    ['DA', '1999-01-31', 1, '1999-02-01'],
    ['DA', '20200101 ', -366, '20181231'],
    ['DA', '20200101\\20200102', -1, '20191231\\20200101'],
    ['DA', '20200101\\', -1, '20191231\\'],
    ['DA', '20200101-20200201', 1, '20200102-20200202'],
    ['DA', '20200101-', 1, '20200102-'],
    ['DA', '-20200101', 1, '-20200102'],
    ['DA', '202003', -30, '202002'],
    ['DA', '2020', -365, '2019'],
    ['DT', '20200301101530.123456-0500', -1, '20200229101530.123456-0500'],
    ['DT', '20200101003000+0100', -1, '20191231003000+0100'],
    ['DT', '2020', -366, '2019'],
    ['DT', '202006', -30, '202005'],
    ['DT', '20200615', -30, '20200516'],
    ['DT', '2020-0500', -365, '2019-0500'],
    ['DT', '2020061510', -1, '2020061410'],
    ['DT', '20200615101500-20200616101500', -1, '20200614101500-20200615101500'],
    ['DT', '20200615101500-0500-20200616101500-0500', -1, '20200614101500-0500-20200615101500-0500'],
    ['DT', '2020-06-15 10:15:00', -1, '2020-06-14 10:15:00'],
    ['TM', '101530.5', -1, '101530.5'],
    ['TM', '09:11:02', -1, '09:11:02'],
    ['TM', '10', -1, '10'],
    ['TM', '1000-1200', -1, '1000-1200'],
    ['SH', '-0500', -1, '-0500'],
  ])('%s %s moved by %i days is %s', (vr, text, days, expected) => {
    expect(shiftValues(text, vr, days)).toBe(expected);
  });

  it.each([
    ['DA', '20201301'],
    ['DA', '20200230'],
    ['DA', '00000000'],
    ['DA', 'last May'],
    ['DA', '20200101\\Smith'],
    ['DA', '00010101'],
    ['DA', '20200101120000'],
    ['DT', '20200101-0560'],
    ['DT', '2020010125'],
    ['DT', '20200101-Smith'],
    ['TM', 'noon'],
    ['TM', '250000'],
    ['TM', '20200101'],
  ])('%s %s is not understood, so nothing pretends that it was moved', (vr, text) => {
    expect(shiftValues(text, vr, -400)).toBeUndefined();
  });

  it('keeps the intervals between any two days', () => {
    const day = fc.integer({ min: toDayNumber({ year: 1900, month: 1, day: 1 }), max: 740000 });
    const text = (n: number): string => {
      const d = fromDayNumber(n)!;
      return `${d.year}${String(d.month).padStart(2, '0')}${String(d.day).padStart(2, '0')}`;
    };
    fc.assert(
      fc.property(day, day, fc.integer({ min: -3650, max: 3650 }), (a, b, days) => {
        const number = (t: string): number =>
          toDayNumber({ year: +t.slice(0, 4), month: +t.slice(4, 6), day: +t.slice(6, 8) });
        const [x, y] = [shiftValues(text(a), 'DA', days)!, shiftValues(text(b), 'DA', days)!];
        expect(number(y) - number(x)).toBe(b - a);
      }),
    );
  });

  it('leaves precision, time and offset of any date time as they were', () => {
    const two = (max: number, min = 0) => fc.integer({ min, max }).map(n => String(n).padStart(2, '0'));
    const dateTime = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        two(12, 1),
        two(28, 1),
        two(23),
        two(59),
        two(59),
        fc.integer({ min: 0, max: 999999 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('', '+0000', '-0500', '+1345'),
      )
      .map(([y, mo, d, h, mi, s, f, precision, zone]) => {
        const parts = [String(y), mo, d, h, mi, s, `.${String(f).padStart(6, '0')}`];
        return {
          date: parts.slice(0, Math.min(3, precision)).join(''),
          rest: parts.slice(3, precision).join('') + zone,
        };
      });
    fc.assert(
      fc.property(dateTime, fc.integer({ min: -3650, max: -30 }), ({ date, rest }, days) => {
        const moved = shiftDateTime(date + rest, days)!;
        expect(moved.length).toBe(date.length + rest.length);
        expect(moved.slice(date.length)).toBe(rest);
        if (date.length === 8) expect(moved.slice(0, 8)).toBe(shiftValues(date, 'DA', days));
      }),
    );
  });
});

describe('the day offset of a patient', () => {
  const pseudonyms = new Pseudonyms(new Uint8Array(32).fill(7));

  it('lies in the range, is never zero, and is the same every time', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -9, max: 3 }), fc.integer({ min: 0, max: 9 }), (id, low, width) => {
        const offset = dayOffset(pseudonyms, id, [low, low + width]);
        expect(offset).toBeGreaterThanOrEqual(low);
        expect(offset).toBeLessThanOrEqual(low + width);
        if (!(low === 0 && width === 0)) expect(offset).not.toBe(0);
        expect(dayOffset(new Pseudonyms(new Uint8Array(32).fill(7)), id, [low, low + width])).toBe(offset);
      }),
    );
  });
});
