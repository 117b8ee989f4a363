import type { TextEdit } from '../diagnostic';

/** The edits that turn one text into another, one per run of lines that differ; lines that stay are not touched. */
export function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const a = splitLines(before);
  const b = splitLines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
  const start = lengthOf(a.slice(0, head));
  // Layout seldom adds or drops lines: where it does not, every line is compared with its own.
  if (a.length === b.length) {
    const edits: TextEdit[] = [];
    let at = start;
    for (let i = head; i < a.length - tail; i++) {
      const line = a[i] ?? '';
      if (line !== b[i]) edits.push({ range: { start: at, end: at + line.length }, newText: b[i] ?? '' });
      at += line.length;
    }
    return edits;
  }
  const end = before.length - lengthOf(a.slice(a.length - tail));
  return [{ range: { start, end }, newText: b.slice(head, b.length - tail).join('') }];
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
