/** Text with `|` where the cursor is; `\u0001` stands for a `|` that is text. */
export function atMark(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error('One cursor mark is needed.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** The first and the last place between two marks. */
export function between(marked: string): { readonly text: string; readonly start: number; readonly end: number } {
  const [before = '', inside = '', after = ''] = marked.split('|');
  return { text: before + inside + after, start: before.length, end: before.length + inside.length };
}

export const HEAD = 'deid: 1\nname: Test\nstandard: 2026c\n';
