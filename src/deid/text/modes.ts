import { ANY_NAME, STRONG_NAME, VOCABULARY, WordClass } from './lexicon';
import { isMedicalForm } from './names/nameKind';
import type { Reading } from './reading';
import type { Token } from './tokens';

const VOWEL = /[aeiouy]/;

/** `keepList`: marks every word that no vocabulary knows, and every longer number. */
export function removeUnknown(reading: Reading): void {
  for (const token of reading.tokens) {
    if (reading.isMarked(token.start) || reading.isKept(token.index) || token.kind === 'mark') continue;
    const glued = reading.gluedToDigit(token.index);
    if (token.kind === 'number') {
      const letterBeside = /\p{L}/u.test(reading.text.charAt(token.start - 1) + reading.text.charAt(token.end));
      if (token.text.length >= 5 && !letterBeside)
        reading.mark(token.start, token.end, 'word', 'keepList', 'number of five digits or more');
      continue;
    }
    if (token.folded.length < 3 || glued) continue;
    const classes = reading.classes[token.index] as number;
    if ((classes & WordClass.imaging) !== 0 || (classes === 0 && isMedicalForm(token.folded))) continue;
    if ((classes & VOCABULARY) !== 0) {
      const ordinary = (classes & (WordClass.common | WordClass.dicom)) !== 0;
      if ((classes & STRONG_NAME) === 0 || ordinary || token.shape === 'lower') continue;
    }
    reading.mark(token.start, token.end, 'word', 'keepList', 'word in no vocabulary');
  }
}

/** `blankIfDoubt`: true if something is left that may identify, though no recognizer was sure. */
export function isDoubtful(reading: Reading): boolean {
  return reading.tokens.some(token => {
    if (reading.isMarked(token.start) || reading.isKept(token.index)) return false;
    if (token.kind === 'number') return token.text.length >= 6;
    return token.kind === 'word' && isStrange(reading, token);
  });
}

/** A cased word that is a name and nothing else, or that nobody knows. */
function isStrange(reading: Reading, token: Token): boolean {
  if (token.folded.length < 4 || reading.gluedToDigit(token.index)) return false;
  const classes = reading.classes[token.index] as number;
  if ((classes & (VOCABULARY | WordClass.eponym)) !== 0) return false;
  if (classes === 0) return token.shape !== 'lower' && VOWEL.test(token.folded) && !isMedicalForm(token.folded);
  return (classes & ANY_NAME) !== 0 && token.shape !== 'lower';
}
