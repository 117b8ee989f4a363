const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  œ: 'oe',
};

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Lower case without diacritics, so that `Müller`, `MULLER` and `muller` compare equal. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßłøđæðþıœ]/g, c => SPECIAL[c] ?? c);
}

/** The folded letters and digits of a text: how identifiers are compared, whatever separators they are written with. */
export function foldAlphanumeric(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}
