import type { ResultFigure } from '../../src/protocol/results';

type Counts = Pick<ResultFigure, 'pass' | 'fail' | 'blank'>;

/** All checks, whatever their outcome. */
export function totalOf({ pass, fail, blank }: Counts): number {
  return pass + fail + blank;
}

/** Passed checks in per cent, two decimals; never rounded up to 100 while something is not passed. */
export function percentOf(counts: Counts): string {
  const all = totalOf(counts);
  if (all === 0) return '–';
  const text = ((counts.pass / all) * 100).toFixed(2);
  return `${text === '100.00' && counts.pass < all ? '99.99' : text} %`;
}

/** Change of the share in points, for example `+0.31`; empty if there is nothing to compare with or nothing changed. */
export function changeOf(now: Counts, before: Counts | undefined): string {
  if (!before || totalOf(before) === 0 || totalOf(now) === 0) return '';
  return signed((now.pass / totalOf(now) - before.pass / totalOf(before)) * 100);
}

/** `+0.31`, `−0.02`, or empty for less than a hundredth. */
export function signed(points: number): string {
  const text = Math.abs(points).toFixed(2);
  return text === '0.00' ? '' : `${points > 0 ? '+' : '−'}${text}`;
}

/** Most faults first, then by label. */
export function byFaults(figures: readonly ResultFigure[]): ResultFigure[] {
  return [...figures].sort((a, b) => b.fail + b.blank - a.fail - a.blank || (a.label < b.label ? -1 : 1));
}
