import { ANY_NAME, WordClass } from '../lexicon';
import { AMBIGUOUS_STREET_OPENERS, STREET_ENDING, STREET_OPENERS } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, STOP_WORDS } from '../wordClasses';
import { isJargon, isMarkIn } from './addressParts';

/**
 * Addresses in the order of other countries: `Hauptstrasse 12, 80331 München`, `Keizersgracht 45b`, `12 rue de la Paix,
 * 75002 Paris`, `Calle Mayor 5`, `ul. Długa 7`.
 */
export function findForeignAddresses(reading: Reading): void {
  for (const token of reading.tokens) {
    if (token.kind !== 'word' || reading.isMarkedAs(token.start, 'address')) continue;
    if (token.folded.length > 5 && STREET_ENDING.test(token.folded) && (token.shape !== 'lower' || reading.isAllLower))
      findEnding(reading, token);
    else if (STREET_OPENERS.has(token.folded)) findOpener(reading, token);
    else if (/^(?:str|strasse|straat|weg|platz|allee|gade|gata)$/.test(token.folded))
      findSeparateEnding(reading, token);
  }
}

const isHouseNumber = (token: Token | undefined): token is Token => token?.kind === 'number' && token.text.length <= 4;

/** `Musterstrasse 12`: the name is one word. */
function findEnding(reading: Reading, street: Token): void {
  const { tokens } = reading;
  const at = isMarkIn(tokens[street.index + 1], '.') ? street.index + 2 : street.index + 1;
  const house = tokens[at];
  if (!isHouseNumber(house) || house.start - street.end > 3) return;
  // `Ring 12` and the like are also parts of devices: the ending alone must not be a word of the vocabulary.
  if (((reading.classes[street.index] as number) & (WordClass.imaging | WordClass.common | WordClass.dicom)) !== 0)
    return;
  mark(reading, street.start, at);
}

/** `Lange Strasse 12`. */
function findSeparateEnding(reading: Reading, type: Token): void {
  const { tokens } = reading;
  const name = tokens[type.index - 1];
  const joined = isMarkIn(name, '-') ? tokens[type.index - 2] : name;
  const at = isMarkIn(tokens[type.index + 1], '.') ? type.index + 2 : type.index + 1;
  if (joined?.kind !== 'word' || joined.shape === 'lower' || isJargon(reading, joined) || !isHouseNumber(tokens[at]))
    return;
  let start = joined.index;
  while (isMarkIn(tokens[start - 1], '-') && tokens[start - 2]?.kind === 'word') start -= 2;
  mark(reading, (tokens[start] as Token).start, at);
}

/** `rue de la Paix`, with the number before or behind. */
function findOpener(reading: Reading, opener: Token): void {
  const { tokens } = reading;
  let at = opener.index + 1;
  if (isMarkIn(tokens[at], './')) at++;
  let words = 0;
  let proper = 0;
  while (words < 6) {
    const token = tokens[at];
    if (token?.kind === 'mark' && isMarkIn(token, "'’-")) {
      at++;
      continue;
    }
    if (token?.kind !== 'word') break;
    const particle =
      PARTICLES.has(token.folded) || /^(?:d|l|las|los|aux|au|dei|degli|delle|sur|sous)$/.test(token.folded);
    const number = /^(?:n|no|nr|num|bis|ter)$/.test(token.folded);
    if (number || (!particle && (STOP_WORDS.has(token.folded) || isJargon(reading, token)))) break;
    if (!particle && words > 0 && token.shape === 'lower' && !reading.isAllLower) break;
    if (!particle) proper++;
    words++;
    at++;
  }
  if (proper === 0) return;
  let last = at - 1;
  const before = tokens[opener.index - 1];
  const beforeComma = isMarkIn(before, ',') ? tokens[opener.index - 2] : before;
  const leads = isHouseNumber(beforeComma) && opener.start - beforeComma.end <= 2;
  let number = at;
  while (isMarkIn(tokens[number], ',.°º') || /^(?:n|no|nr|num)$/.test(tokens[number]?.folded ?? '')) number++;
  const follows = isHouseNumber(tokens[number]);
  if (follows) last = number;
  if (!leads && !follows) return;
  if (AMBIGUOUS_STREET_OPENERS.has(opener.folded) && opener.shape === 'lower' && !leads && !reading.isAllLower) return;
  mark(reading, leads ? beforeComma.start : opener.start, last);
}

/** Marks from `start` to the token `last`, with a house letter, a postal code and a town behind it. */
function mark(reading: Reading, start: number, last: number): void {
  const { tokens } = reading;
  let end = (tokens[last] as Token).end;
  let at = last + 1;
  const letter = tokens[at];
  if (letter?.kind === 'word' && letter.folded.length === 1 && letter.start - end <= 1) {
    end = letter.end;
    at++;
  } else if (isMarkIn(letter, '-/') && isHouseNumber(tokens[at + 1])) {
    end = (tokens[at + 1] as Token).end;
    at += 2;
  }
  if (isMarkIn(tokens[at], ',')) at++;
  const country = tokens[at];
  if (country?.kind === 'word' && /^(?:d|ch|a|f|i|nl|b|pl|dk)$/.test(country.folded) && isMarkIn(tokens[at + 1], '-'))
    at += 2;
  const code = tokens[at];
  if (code?.kind === 'number' && (code.text.length === 4 || code.text.length === 5)) {
    end = code.end;
    at++;
    const letters = tokens[at];
    if (
      letters?.kind === 'word' &&
      letters.folded.length === 2 &&
      letters.shape === 'upper' &&
      code.text.length === 4
    ) {
      end = letters.end;
      at++;
    }
    const rest = tokens[at + 1];
    if (isMarkIn(tokens[at], '-') && rest?.kind === 'number' && rest.text.length === 3) {
      end = rest.end;
      at += 2;
    }
    end = town(reading, at, end);
  } else if (code?.kind === 'number' && code.text.length === 2 && isMarkIn(tokens[at + 1], '-')) {
    const rest = tokens[at + 2];
    if (rest?.kind === 'number' && rest.text.length === 3) end = town(reading, at + 3, rest.end);
  } else if (code?.kind === 'word' && isMarkIn(tokens[at - 1], ',')) {
    end = town(reading, at, end, true);
  }
  reading.mark(start, end, 'address', 'address.street', 'street address in the order of another country');
}

/** End of up to three words of a town. */
function town(reading: Reading, from: number, end: number, named = false): number {
  const { tokens } = reading;
  let at = from;
  for (let words = 0; words < 3;) {
    const token = tokens[at];
    if (token?.kind === 'mark' && isMarkIn(token, "-'’") && words > 0) {
      at++;
      continue;
    }
    if (token?.kind !== 'word' || STOP_WORDS.has(token.folded) || isJargon(reading, token)) break;
    if (token.shape === 'lower' && !reading.isAllLower && !PARTICLES.has(token.folded)) break;
    if (named && ((reading.classes[at] as number) & (WordClass.place | ANY_NAME)) === 0) break;
    end = token.end;
    words++;
    at++;
  }
  return end;
}
