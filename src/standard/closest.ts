import { allAttributes } from './dictionary';

/** Number of insertions, deletions, substitutions and swaps of neighbours between two texts; stops counting past `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let d = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] ?? 0) + 1);
      row.push(d);
      best = Math.min(best, d);
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** The candidates nearest to `text` in spelling, nearest first; none if all are far off. */
export function closest(text: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = text.toLowerCase().replace(/[\s_-]/g, '');
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance <= limit) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(f => f.candidate);
}

/** Attribute keywords nearest in spelling to `text`, for did-you-mean. */
export function closestKeywords(text: string, count = 3): string[] {
  return closest(
    text,
    allAttributes()
      .map(a => a.keyword)
      .filter(k => k !== ''),
    count,
  );
}
