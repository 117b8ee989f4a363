import type { Diagnostic } from './diagnostic';

/** Key of what holds for the whole file. */
const WHOLE_FILE = -1;

/**
 * Lines on which diagnostics are silenced: `# deid-ignore DEID050 reason` behind a line speaks for that line, on a line of its own
 * for the next line that is not a comment; `# deid-ignore-file DEID006 reason` speaks for the whole file and has the key -1. Several
 * codes may follow each other. Keys are line numbers from 0.
 */
export function readSuppressions(text: string): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  if (!text.includes('deid-ignore')) return found;
  const lines = text.split('\n');
  lines.forEach((line, i) => {
    const codes = /#\s*deid-ignore(?:-file)?((?:[\s,]+DEID\d{3})+)/.exec(line)?.[1]?.match(/DEID\d{3}/g);
    if (!codes) return;
    let target = i;
    if (/#\s*deid-ignore-file/.test(line)) target = WHOLE_FILE;
    else if (line.trimStart().startsWith('#'))
      do target++;
      while (target < lines.length - 1 && /^\s*(#|$)/.test(lines[target] ?? ''));
    const set = found.get(target) ?? new Set<string>();
    for (const code of codes) set.add(code);
    found.set(target, set);
  });
  return found;
}

/** Diagnostics that no comment silences; `lineOf` gives the line of an offset, from 0. */
export function withoutSuppressed(
  diagnostics: readonly Diagnostic[],
  text: string,
  lineOf: (offset: number) => number,
): Diagnostic[] {
  const suppressed = readSuppressions(text);
  if (suppressed.size === 0) return [...diagnostics];
  const everywhere = suppressed.get(WHOLE_FILE);
  return diagnostics.filter(d => !everywhere?.has(d.code) && !suppressed.get(lineOf(d.range.start))?.has(d.code));
}
