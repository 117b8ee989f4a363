import { STRONG_NAME, VOCABULARY, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';

/** A value that is nothing but a person name: `DOE,JANE` or `DOE^JANE^Q`. */
export function findWholeValueName(reading: Reading): void {
  const { tokens, text, classes } = reading;
  const [family, separator, given] = tokens;
  if (tokens.length < 3 || tokens.length > 5 || family?.kind !== 'word' || given?.kind !== 'word') return;
  if (separator?.text !== ',' && separator?.text !== '^') return;
  if (!tokens.slice(3).every((token: Token) => token.kind === 'mark' || token.folded.length === 1)) return;
  if (family.folded.length < 2 || given.folded.length < 2) return;
  const a = classes[0] as number;
  const b = classes[2] as number;
  if (((a | b) & STRONG_NAME) === 0) return;
  // The caret is DICOM's own sign of a name: a sure given name behind it outweighs jargon before it.
  const sure = separator.text === '^' && isGivenOnly(b) && (a & (WordClass.family | WordClass.name)) !== 0;
  if (!sure && ((a | b) & WordClass.imaging) !== 0) return;
  const ordinary = WordClass.dicom | WordClass.common;
  const anyName = STRONG_NAME | WordClass.name;
  if (((a & ordinary) !== 0 && (a & anyName) === 0) || ((b & ordinary) !== 0 && (b & anyName) === 0)) return;
  reading.mark(0, text.length, 'name', 'name.wholeValue', 'the whole value has the form of a person name');
}

/** True for a given name that is no word of any vocabulary. */
const isGivenOnly = (classes: number): boolean => (classes & WordClass.given) !== 0 && (classes & VOCABULARY) === 0;
