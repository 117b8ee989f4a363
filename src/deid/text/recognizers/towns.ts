import { ANY_NAME, WordClass } from '../lexicon';
import { CITY_STOPS, LOCATION_WORDS, STATE_CODES, STATE_NAMES } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, STOP_WORDS } from '../wordClasses';
import { isAmbiguousState, isMarkIn } from './addressParts';

const LOCATIVE = new Set(['from', 'in', 'of', 'to', 'near', 'at']);
const STATE_FOLLOWERS = /^(?:in|on|since|and|for|after|before|with|who|;|\.|,|\))$/;

/** Towns: `Springfield, IL`, `lives in Springfield`, PO boxes. */
export function findTowns(reading: Reading): void {
  for (const token of reading.tokens) {
    if (token.kind !== 'word') continue;
    if (token.folded.length === 2) findCityAndState(reading, token);
    else if (STATE_NAMES.has(token.folded)) findCityAndStateName(reading, token);
    if (
      token.folded === 'in' ||
      token.folded === 'from' ||
      token.folded === 'of' ||
      token.folded === 'nahe' ||
      token.folded === 'to'
    )
      findResidence(reading, token);
    if (token.folded === 'box') findPostOfficeBox(reading, token);
  }
}

/** First token of the (up to four) words before a comma that may name a town, and how many there are. */
function townBefore(reading: Reading, comma: number): { first: number; words: number } {
  const { tokens } = reading;
  let at = comma - 1;
  let words = 0;
  while (words < 4) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.folded.length < 2 || STOP_WORDS.has(token.folded)) break;
    if (token.shape === 'lower' && !reading.isAllLower && !(words > 0 && PARTICLES.has(token.folded))) break;
    words++;
    at--;
    if (isMarkIn(tokens[at], '.') && /^(?:st|ste|mt|ft)$/.test(tokens[at - 1]?.folded ?? '')) at--;
    if (tokens[at] !== undefined && (tokens[at + 1] as Token).start - (tokens[at] as Token).end > 1) break;
  }
  return { first: at + 1, words };
}

function findCityAndState(reading: Reading, state: Token): void {
  const { tokens } = reading;
  if (!STATE_CODES.has(state.folded) || reading.isMarked(state.start)) return;
  if (state.shape !== 'upper' && !reading.isAllLower) return;
  const comma = tokens[state.index - 1];
  const last = tokens[state.index - 2];
  if (!isMarkIn(comma, ',') || last?.kind !== 'word') return;
  const { first, words } = townBefore(reading, state.index - 1);
  if (words === 0) return;
  const locative = LOCATIVE.has(tokens[first - 1]?.folded ?? '');
  if (state.folded === 'md' && !locative) return;
  const classes = reading.classes[last.index] as number;
  const isPlace = (classes & WordClass.place) !== 0;
  const ordinary = (classes & (WordClass.imaging | WordClass.dicom | WordClass.common)) !== 0;
  const ambiguous = isAmbiguousState(state.folded);
  const next = tokens[state.index + 1];
  const closes = next === undefined || STATE_FOLLOWERS.test(next.folded);
  if (
    (locative && (isPlace || !ambiguous || closes)) ||
    (isPlace && !ordinary && (!ambiguous || (closes && !reading.isAllLower && words <= 2 && reading.lowerWords > 0)))
  )
    reading.mark((tokens[first] as Token).start, state.end, 'address', 'address.town', 'town and state');
}

function findCityAndStateName(reading: Reading, state: Token): void {
  const { tokens } = reading;
  const comma = tokens[state.index - 1];
  if (reading.isMarked(state.start)) return;
  if (isMarkIn(comma, ',')) {
    const { first, words } = townBefore(reading, state.index - 1);
    if (words === 0) return;
    const last = reading.classes[state.index - 2] as number;
    if ((last & (WordClass.place | ANY_NAME)) !== 0 || LOCATIVE.has(tokens[first - 1]?.folded ?? ''))
      reading.mark((tokens[first] as Token).start, state.end, 'address', 'address.town', 'town and state');
  }
}

/** `born in`, `lives in`, `from … hometown`. */
function findResidence(reading: Reading, preposition: Token): void {
  const { tokens } = reading;
  const cue = reading.wordBefore(preposition.index);
  let near = cue !== undefined && LOCATION_WORDS.has(cue.folded);
  const previous = tokens[preposition.index - 1];
  if (!near && preposition.folded === 'in' && previous !== undefined && reading.isMarkedAs(previous.start, 'date')) {
    let at = preposition.index - 1;
    while (at >= 0 && reading.isMarked((tokens[at] as Token).start)) at--;
    while (/^(?:on|am|le|il)$/.test(tokens[at]?.folded ?? '')) at--;
    near = LOCATION_WORDS.has(tokens[at]?.folded ?? '');
  }
  if (!near || (cue?.folded === 'located' && !reading.isProse)) return;
  let at = preposition.index + 1;
  let words = 0;
  while (words < 4) {
    const token = tokens[at];
    if (token?.kind !== 'word' || CITY_STOPS.has(token.folded)) break;
    if (words === 0 && STOP_WORDS.has(token.folded)) break;
    const classes = reading.classes[at] as number;
    const inside = words > 0 && (PARTICLES.has(token.folded) || token.folded === 'of');
    if (token.shape === 'lower' && (classes & WordClass.place) === 0 && !inside) break;
    if (cue?.folded === 'located' && (classes & WordClass.imaging) !== 0) break;
    words++;
    at++;
    if (tokens[at]?.kind === 'mark' && !isMarkIn(tokens[at], '-')) break;
  }
  if (words === 0) return;
  let end = (tokens[at - 1] as Token).end;
  const state = tokens[at + 1];
  if (isMarkIn(tokens[at], ',') && state?.kind === 'word')
    if (
      STATE_CODES.has(state.folded) ||
      STATE_NAMES.has(state.folded) ||
      ((reading.classes[state.index] as number) & WordClass.place) !== 0
    )
      end = state.end;
  reading.mark(
    (tokens[preposition.index + 1] as Token).start,
    end,
    'address',
    'address.residence',
    'place after a word of residence',
  );
}

function findPostOfficeBox(reading: Reading, box: Token): void {
  const { tokens } = reading;
  const number = tokens[box.index + 1];
  if (number?.kind !== 'number') return;
  const before = reading.wordBefore(box.index);
  if (before === undefined || !/^(?:po|o|p)$/.test(before.folded)) return;
  let first = before.index;
  if (before.folded === 'o') {
    const letter = reading.wordBefore(before.index);
    if (letter?.folded === 'p') first = letter.index;
  }
  reading.mark((tokens[first] as Token).start, number.end, 'address', 'address.poBox', 'post office box');
}
