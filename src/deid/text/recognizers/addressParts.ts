import { WordClass } from '../lexicon';
import { AMBIGUOUS_STATE_CODES, STATE_CODES, STATE_NAMES, STREET_TYPES, WEAK_STREET_TYPES } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';

/** Small questions about tokens that all address recognizers ask. */
export const isMarkIn = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.text);

export const isStreetType = (folded: string): boolean => STREET_TYPES.has(folded) || WEAK_STREET_TYPES.has(folded);

/** A state's code in capitals (or in a text without any), or a state's name. */
export function isState(reading: Reading, token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (STATE_NAMES.has(token.folded)) return true;
  if (!STATE_CODES.has(token.folded) || token.shape === 'title') return false;
  return token.shape === 'upper' || reading.isAllLower;
}

/** The token after a state's name of one or two words (`New York`, `North Carolina`); `from` itself if there is none. */
export function afterState(reading: Reading, from: number): number {
  const token = reading.tokens[from];
  if (isState(reading, token)) return from + 1;
  const next = reading.tokens[from + 1];
  if (token?.kind !== 'word' || next?.kind !== 'word') return from;
  const pair = `${token.folded} ${next.folded}`;
  return /^(?:new (?:york|jersey|mexico|hampshire)|north (?:carolina|dakota)|south (?:carolina|dakota)|west virginia|rhode island|puerto rico|new south|british columbia|nova scotia)$/.test(
    pair,
  )
    ? from + 2
    : from;
}

export const isAmbiguousState = (folded: string): boolean => AMBIGUOUS_STATE_CODES.has(folded);

/** Jargon that cannot be part of an address: curated words that are neither a name nor a place. */
export function isJargon(reading: Reading, token: Token): boolean {
  const classes = reading.classes[token.index] as number;
  const nameOrPlace = WordClass.given | WordClass.family | WordClass.name | WordClass.place;
  return (classes & WordClass.imaging) !== 0 && (classes & nameOrPlace) === 0;
}
