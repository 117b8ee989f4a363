/** A small part of a profile that reads like a profile of its own: one top-level key with the list item around the cursor. */
export interface Region {
  readonly text: string;
  /** Offset of the cursor in `text`. */
  readonly cursor: number;
  /** Adds to an offset near the cursor to get the offset in the whole. */
  readonly shift: number;
}

/** Sections up to this many characters are taken whole. */
const SHORT = 4000;
const TOP_KEY = /^(?:[\w-]+|"[^"\n]*"|'[^'\n]*')\s*:/;

/**
 * The part of a profile that decides what the cursor is in. Reading only that keeps completion fast in files of thousands of
 * lines, and an error elsewhere does not matter.
 */
export function regionAround(text: string, offset: number): Region | undefined {
  const start = sectionStart(text, offset);
  if (start === undefined) return undefined;
  const end = sectionEnd(text, offset);
  if (end - start <= SHORT) return { text: text.slice(start, end), cursor: offset - start, shift: start };
  const headEnd = lineEnd(text, start);
  const item = itemAround(text, headEnd, end, offset);
  if (!item) return { text: text.slice(start, end), cursor: offset - start, shift: start };
  const head = text.slice(start, headEnd);
  return {
    text: head + text.slice(item.start, item.end),
    cursor: head.length + offset - item.start,
    shift: item.start - head.length,
  };
}

/** Start of the line with the nearest top-level key at or above the cursor. */
function sectionStart(text: string, offset: number): number | undefined {
  let at = text.lastIndexOf('\n', offset - 1) + 1;
  for (;;) {
    if (TOP_KEY.test(text.slice(at, at + 80))) return at;
    if (at === 0) return undefined;
    at = text.lastIndexOf('\n', at - 2) + 1;
  }
}

function sectionEnd(text: string, offset: number): number {
  let at = lineEnd(text, offset);
  while (at < text.length && !TOP_KEY.test(text.slice(at, at + 80))) at = lineEnd(text, at);
  return at;
}

/** Offset behind the line end of the line at `offset`. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The entry of the list below a section's key that holds the cursor. */
function itemAround(
  text: string,
  from: number,
  to: number,
  offset: number,
): { start: number; end: number } | undefined {
  const first = /^( *)- /m.exec(text.slice(from, Math.min(to, from + 2000)));
  if (!first) return undefined;
  const dash = `${first[1] ?? ''}- `;
  const isItem = (at: number) => text.startsWith(dash, at);
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > from && !isItem(start)) start = text.lastIndexOf('\n', start - 2) + 1;
  if (start < from) return undefined;
  let end = lineEnd(text, offset);
  while (end < to && !isItem(end)) end = lineEnd(text, end);
  return { start, end };
}
