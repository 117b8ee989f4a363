import { ANY_NAME, WordClass } from '../lexicon';
import { AMBIGUOUS_STREET_OPENERS, SEPARATE_ENDINGS, STREET_ENDING, STREET_OPENERS } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, STOP_WORDS } from '../wordClasses';
import { isJargon, isMarkIn } from './addressParts';
import { eachMatch } from './each';

/**
 * Addresses in the order of other countries: `Hauptstrasse 12, 80331 München`, `Keizersgracht 45b`, `12 rue de la Paix,
 * 75002 Paris`, `Calle Mayor 5`, `ul. Długa 7`.
 */
export function findForeignAddresses(reading: Reading): void {
  findEastAsian(reading);
  for (const token of reading.tokens) {
    if (token.kind !== 'word' || reading.isMarkedAs(token.start, 'address')) continue;
    if (token.folded.length > 5 && STREET_ENDING.test(token.folded) && (token.shape !== 'lower' || reading.isAllLower))
      findEnding(reading, token);
    else if (STREET_OPENERS.has(token.folded)) findOpener(reading, token);
    else if (SEPARATE_ENDINGS.has(token.folded)) findSeparateEnding(reading, token);
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
  // Landstraßer Hauptstraße, Alte Dorfstraße
  const adjective = tokens[street.index - 1];
  const leads =
    adjective?.kind === 'word' &&
    adjective.shape === street.shape &&
    (/^(?:alte|neue|grosse|kleine|lange|obere|untere|hintere|vordere|alter|neuer|am|an|im)$/.test(adjective.folded) ||
      (/er$/.test(adjective.folded) && (reading.classes[adjective.index] as number) === 0));
  mark(reading, leads ? adjective.start : street.start, at);
}

/** `Lange Strasse 12`. */
function findSeparateEnding(reading: Reading, type: Token): void {
  const { tokens } = reading;
  const name = tokens[type.index - 1];
  const joined = isMarkIn(name, '-') ? tokens[type.index - 2] : name;
  const at = isMarkIn(tokens[type.index + 1], '.') ? type.index + 2 : type.index + 1;
  if (joined?.kind !== 'word' || isJargon(reading, joined) || !isHouseNumber(tokens[at])) return;
  if (joined.folded.length < 3 || (joined.shape === 'lower' && !reading.isAllLower)) return;
  const after = tokens[at + 1];
  const short = type.folded.length <= 5 && !/^(?:str|platz|allee)$/.test(type.folded);
  if (short && after !== undefined && !isMarkIn(after, ',;.)-')) return;
  let start = joined.index;
  while (/^(?:am|an|im|zum|zur|alt|alte|alten|neue|neuen|auf|der|dem|den)$/.test(tokens[start - 1]?.folded ?? ''))
    start--;
  while (isMarkIn(tokens[start - 1], '-') && tokens[start - 2]?.kind === 'word') start -= 2;
  mark(reading, (tokens[start] as Token).start, at);
}

/** `rue de la Paix`, with the number before or behind. */
function findOpener(reading: Reading, opener: Token): void {
  const { tokens } = reading;
  let at = opener.index + 1;
  // BD-compatible
  if (tokens[at]?.text === '-' && tokens[at]?.start === opener.end) return;
  // C/ Mayor, Jr. de la Unión: these letters are too much else to go without their mark.
  if (opener.folded === 'c' || opener.folded === 'jr') {
    const mark = tokens[at];
    const following = tokens[at + 1];
    if (mark?.text !== (opener.folded === 'c' ? '/' : '.') || mark.start !== opener.end) return;
    if (following?.kind !== 'word' || following.start === mark.end || following.folded.length < 2) return;
  }
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
    const particle = PARTICLES.has(token.folded) || /^(?:d|l|las|los|aux|au|dei|degli|delle|sous)$/.test(token.folded);
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

/** Japan and Korea: 2-11-3 Meguro, Meguro-ku, Tokyo 153-0063; 15 Gangnam-daero, Seocho-gu, Seoul. */
const EAST_ASIAN =
  /(?<![\d.-])\d{1,4}(?:-\d{1,4}){0,2},? (?:[\p{L}]{3,}, )?\p{L}{3,}-(?:daero|ro|gil|dong|ku|gu|cho|machi|shi)(?:,? [\p{L}-]{3,}){0,3}(?:,? \d{3}-?\d{2,4})?(?![\p{L}\d])/giu;

function findEastAsian(reading: Reading): void {
  if (!reading.hasDigit || !reading.hasAny('-')) return;
  eachMatch(EAST_ASIAN, reading.text, (_, start, end) =>
    reading.mark(start, end, 'address', 'address.street', 'street address in the order of another country'),
  );
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
  } else if (code?.kind === 'number' && code.text.length === 3 && tokens[at + 1]?.text.length === 2) {
    // 118 00 Praha 1, 111 51 Stockholm
    end = town(reading, at + 2, (tokens[at + 1] as Token).end);
    const district = tokens[reading.tokenFrom(end)];
    if (district?.kind === 'number' && district.text.length <= 2 && district.start - end <= 1) end = district.end;
  }
  reading.mark(start, end, 'address', 'address.street', 'street address in the order of another country');
}

const classes0 = (reading: Reading, at: number): boolean => (reading.classes[at] as number) === 0;

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
    const aviv = token?.folded === 'tel' && tokens[at + 1]?.folded === 'aviv';
    if (token?.kind !== 'word' || (STOP_WORDS.has(token.folded) && !aviv) || isJargon(reading, token)) break;
    if (words > 0 && PARTICLES.has(token.folded) && tokens[at + 1]?.kind === 'word') {
      at++;
      continue;
    }
    if (token.shape === 'lower' && !reading.isAllLower && !PARTICLES.has(token.folded)) break;
    if (named && words === 0 && !aviv && classes0(reading, at)) {
      // A word nobody knows, then a comma and a known place: Beyoğlu, İstanbul.
      const place = isMarkIn(tokens[at + 1], ',') ? tokens[at + 2] : undefined;
      if (place?.kind !== 'word' || ((reading.classes[place.index] as number) & WordClass.place) === 0) break;
      return place.end;
    }
    if (named && !aviv && ((reading.classes[at] as number) & (WordClass.place | ANY_NAME)) === 0) break;
    end = token.end;
    words++;
    at++;
  }
  return end;
}
