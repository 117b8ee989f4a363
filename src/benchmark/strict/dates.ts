import type { Check } from '../key/check';
import type { TagTable } from '../flatten/tagTable';
import type { Findings } from './findings';

interface Shift {
  readonly file: string;
  readonly tag: string;
  readonly days: number;
}

/** Finds patients whose dates were not all shifted by the same number of days. */
export class DateOffsets {
  private readonly patients = new Map<string, Shift[]>();

  /** @param patient old identifier of the patient */
  add(patient: string, file: string, checks: readonly Check[], table: TagTable): void {
    for (const check of checks) {
      if (check.action !== '<date_shifted>' || check.tagDs === null || check.value === null) continue;
      const before = dayNumber(check.value);
      const after = dayNumber(table.value(check.tagDs) ?? '');
      if (before === null || after === null) continue;
      const shifts = this.patients.get(patient) ?? [];
      shifts.push({ file, tag: check.tagDs, days: after - before });
      this.patients.set(patient, shifts);
    }
  }

  report(findings: Findings): void {
    for (const shifts of this.patients.values()) {
      const counts = new Map<number, number>();
      for (const { days } of shifts) counts.set(days, (counts.get(days) ?? 0) + 1);
      if (counts.size < 2) continue;
      const usual = [...counts].sort((a, b) => b[1] - a[1])[0][0];
      for (const { file, tag, days } of shifts)
        if (days !== usual)
          findings.add(
            'date-offset',
            file,
            tag,
            `Shifted by ${days - usual} day(s) more than most dates of the patient.`,
          );
    }
  }
}

/** Number of a day since 1970 for a date or date-time text in brackets; null if it is none (PS3.5 6.2, DA and DT). */
export function dayNumber(text: string): number | null {
  const match = /^<?(\d{4})[.-]?(\d{2})[.-]?(\d{2})(?:\d{2,6}|\D|$)/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1800 || year > 2200) return null;
  // Days of the proleptic Gregorian calendar, months counted from March.
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

/** Date-time attribute, its date and its time (PS3.3 C.7.6.1, C.12.1). */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['<(0008,002a)>', '<(0008,0022)>', '<(0008,0032)>'],
  ['<(0018,9074)>', '<(0008,0022)>', '<(0008,0032)>'],
  ['<(0040,4050)>', '<(0040,0250)>', '<(0040,0251)>'],
  ['<(0040,4011)>', '<(0040,0250)>', '<(0040,0251)>'],
];

/** Finds date-times whose day is not that of the date they belong to, unless it was so before. */
export function checkDateTimes(file: string, table: TagTable, original: TagTable | null, findings: Findings): void {
  for (const [dateTime, date] of PAIRS) {
    const a = dayNumber(table.value(dateTime) ?? '');
    const b = dayNumber(table.value(date) ?? '');
    if (a === null || b === null || a === b) continue;
    const beforeA = dayNumber(original?.value(dateTime) ?? '');
    const beforeB = dayNumber(original?.value(date) ?? '');
    if (beforeA !== null && beforeB !== null && beforeA - beforeB === a - b) continue;
    findings.add('date-time-mismatch', file, dateTime, `Its day is not that of ${date.slice(1, -1)}.`);
  }
}
