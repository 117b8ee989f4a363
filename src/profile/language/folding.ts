/** Lines that can be folded away; the first line stays. Numbers from 0. */
export interface FoldingRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'region';
}

/** Blocks by indentation, and runs of comments. Works on the text alone, so that it works while the text is broken. */
export function foldingRanges(text: string): FoldingRange[] {
  const lines = text.split('\n').map(line => line.trimEnd());
  const ranges: FoldingRange[] = [];
  const open: { readonly line: number; readonly indent: number }[] = [];
  let lastContent = -1;
  const close = (indent: number) => {
    for (let top = open[open.length - 1]; top && top.indent >= indent; top = open[open.length - 1]) {
      open.pop();
      if (lastContent > top.line) ranges.push({ start: top.line, end: lastContent, kind: 'region' });
    }
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    if (line.trimStart().startsWith('#')) {
      let end = i;
      while ((lines[end + 1] ?? '').trimStart().startsWith('#')) end++;
      if (end > i) ranges.push({ start: i, end, kind: 'comment' });
      i = end;
      continue;
    }
    const blanks = line.length - line.trimStart().length;
    // The entries of `- tag: X` stand two further in than their dash.
    const indent = blanks + (line.trimStart().startsWith('- ') ? 0.5 : 0);
    close(indent);
    open.push({ line: i, indent });
    lastContent = i;
  }
  close(-1);
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}
