import { WordClass } from '../lexicon';
import { UNIT_WORDS } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, STOP_WORDS, wordSet } from '../wordClasses';
import { isMarkIn } from './addressParts';

/** Words of the name of a house or an estate: The Old Rectory, Rosebank Cottage. */
const HOUSE_WORDS = wordSet(`house cottage rectory vicarage farm farmhouse barn lodge manor hall mill villa villas court
  bungalow grange priory abbey castle park estate mansion mansions chambers buildings tower towers residence residences
  haus hof schloss chalet mas domaine quinta finca cascina borgo`);
const LONGEST = 4;

/**
 * Where an address begins that was found from `start` on: further left if parts of it stand there, each closed by a comma
 * (`The Old Rectory, Church Street …`, `Plot 7, Sector 15, Noida …`).
 */
export function addressStart(reading: Reading, start: number): number {
  let first = houseNameBefore(reading, start) ?? start;
  for (let parts = 0; parts < 3; parts++) {
    const before = partBefore(reading, first);
    if (before === undefined) break;
    first = before;
  }
  return first;
}

/** `The Old Rectory, …` of which only `Rectory` was found. */
function houseNameBefore(reading: Reading, start: number): number | undefined {
  const { tokens } = reading;
  let at = reading.tokenFrom(start);
  const house = tokens[at];
  if (house?.kind !== 'word' || !HOUSE_WORDS.has(house.folded) || !isMarkIn(tokens[at + 1], ',')) return undefined;
  let first: number | undefined;
  for (let words = 0; words < LONGEST - 1; words++) {
    const token = tokens[--at];
    if (token?.kind !== 'word' || !isHousePart(reading, token)) break;
    first = token.start;
  }
  return first;
}

/** True for a word that may stand in the name of a house. */
function isHousePart(reading: Reading, token: Token): boolean {
  const inside = token.folded === 'the' || token.folded === 'old' || PARTICLES.has(token.folded);
  if (inside) return true;
  if (STOP_WORDS.has(token.folded) || (token.shape === 'lower' && !reading.isAllLower)) return false;
  return ((reading.classes[token.index] as number) & (WordClass.imaging | WordClass.dicom)) === 0;
}

function partBefore(reading: Reading, start: number): number | undefined {
  const { tokens } = reading;
  let at = reading.tokenFrom(start) - 1;
  if (!isMarkIn(tokens[at], ',')) return undefined;
  at--;
  const last = at;
  let house = false;
  let first: number | undefined;
  for (let words = 0; at >= 0 && words < LONGEST; at--, words++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || reading.isMarked(token.start)) break;
    if (token.kind === 'number') {
      const unit = tokens[at - 1];
      const letter = last - at === 1 && tokens[last]?.folded.length === 1;
      if ((at !== last && !letter) || unit?.kind !== 'word' || !UNIT_WORDS.has(unit.folded)) return undefined;
      return unit.start;
    }
    if (HOUSE_WORDS.has(token.folded)) house = true;
    else if (at === last && token.folded.length > 1) return undefined;
    if (at !== last && !isHousePart(reading, token)) break;
    first = token.start;
  }
  return house ? first : undefined;
}
