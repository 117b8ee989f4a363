/** What is put together from an old text after stretches were taken out or replaced. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly replacement?: string;
}

const OPEN = '([{<"';
const CLOSE = ')]}>"';

/** Unites overlapping and touching cuts; a replacement survives only in a cut of its own. */
export function mergeCuts(cuts: readonly Cut[]): Cut[] {
  const sorted = [...cuts].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Cut[] = [];
  for (const cut of sorted) {
    const last = merged[merged.length - 1];
    const replaced = cut.replacement !== undefined || last?.replacement !== undefined;
    if (last === undefined || cut.start > last.end || (cut.start === last.end && replaced)) merged.push(cut);
    else if (cut.end > last.end || replaced) {
      const inside = cut.end <= last.end && last.replacement === undefined;
      if (!inside) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, cut.end) };
    }
  }
  return merged;
}

/**
 * Takes the cuts out and mends the joints: no doubled blanks, no empty brackets, no separator that has lost a side, no
 * orphaned possessive. Text away from a joint stays as it was, to the character.
 */
export function takeOut(text: string, cuts: readonly Cut[]): string {
  if (cuts.length === 0) return text;
  let left = '';
  let at = 0;
  let open = false;
  const merged = mergeCuts(cuts);
  for (const cut of merged) {
    const kept = text.slice(at, cut.start);
    left = open ? join(left, kept) : left + kept;
    open = false;
    if (cut.replacement !== undefined && cut.replacement !== '') left += cut.replacement;
    else open = true;
    at = cut.end;
  }
  const rest = text.slice(at);
  const result = open ? join(left, rest) : left + rest;
  return /[\p{L}\p{N}]/u.test(result) ? result : '';
}

/** Joins what stood left and right of a cut. */
function join(left: string, right: string): string {
  let before = left.replace(/[ \t]+$/, '');
  let after = right;
  if (/^['’][sS](?![\p{L}\p{N}])/u.test(after)) after = after.slice(2);
  const spaced = before.length < left.length || /^[ \t]/.test(after);
  after = after.replace(/^[ \t]+/, '');
  // Brackets and quotation marks around nothing, one pair per turn.
  while (before !== '' && after !== '') {
    const opener = OPEN.indexOf(before.charAt(before.length - 1));
    if (opener < 0 || after.charAt(0) !== CLOSE.charAt(opener)) break;
    before = before.slice(0, -1).replace(/[ \t]+$/, '');
    after = after.slice(1).replace(/^[ \t]+/, '');
  }
  if (before === '' || /[\n\r]$/.test(before)) return before + after.replace(/^[\s,;.:)\]\-_^/|&]+/, '');
  if (after === '' || /^[\n\r]/.test(after)) return before.replace(/(?:\s|[,;\-_^/|&([{@+])+$/, '') + after;
  // `A, , B` and `A - - B`: one separator is enough.
  const separator = /([,;_^/|&-])$/.exec(before)?.[1];
  if (separator !== undefined && /^[,;.:_^/|&-]/.test(after)) after = after.replace(/^[,;_^/|&-][ \t]*/, '');
  if (separator !== undefined && /^[.;)\]]/.test(after)) before = before.replace(/(?:\s|[,;\-_^/|&])+$/, '');
  if (/^[,;.:)\]}!?]/.test(after) || /[([{]$/.test(before)) return before + after;
  const glue = spaced || /[\p{L}\p{N}]$/u.test(before) === /^[\p{L}\p{N}]/u.test(after) ? ' ' : '';
  return before + glue + after;
}
