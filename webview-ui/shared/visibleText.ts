/** A piece of text: shown as it is, or a character that would not be seen or would disturb its neighbours. */
export type TextPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'special'; readonly text: string; readonly title: string };

/**
 * Controls, line and paragraph separators, zero-width and bidirectional formatting characters, lone surrogates,
 * noncharacters: what a value can use to look like something else.
 */
const SPECIAL =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Shorter than code points, and in every font. */
const SHORT: Readonly<Record<number, string>> = {
  0: '‹NUL›',
  9: '→',
  10: '↵',
  12: '‹FF›',
  13: '‹CR›',
  27: '‹ESC›',
};

/** Splits text so that every special character can be drawn visibly. */
export function visiblePieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(SPECIAL)) {
    if (found.index > from) pieces.push({ kind: 'plain', text: text.slice(from, found.index) });
    const code = found[0].charCodeAt(0);
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    pieces.push({ kind: 'special', text: SHORT[code] ?? `‹${hex}›`, title: `U+${hex}` });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'plain', text: text.slice(from) });
  return pieces;
}

/** The same as one string, for attributes such as `title`. */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map(piece => piece.text)
    .join('');
}
