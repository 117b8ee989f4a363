/** Calls `found` for every match of a global pattern; the pattern must be linear on any input. */
export function eachMatch(
  pattern: RegExp,
  text: string,
  found: (match: RegExpExecArray, start: number, end: number) => void,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found(match, match.index, match.index + match[0].length);
    if (match[0] === '') pattern.lastIndex++;
  }
}

/** The text just before an offset, for patterns that look back a bounded way. */
export const before = (text: string, offset: number, length: number): string =>
  text.slice(Math.max(0, offset - length), offset);
