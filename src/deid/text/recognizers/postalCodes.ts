import { ANY_NAME, WordClass } from '../lexicon';
import { OTHER_STATE_CODES } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { STOP_WORDS } from '../wordClasses';
import { before, eachMatch } from './each';
import { addressStart } from './addressStart';
import { isMarkIn } from './addressParts';

const UNITED_KINGDOM =
  /(?<![A-Za-z0-9])(?:[A-PR-UWYZ][A-HK-Y]?\d[0-9A-HJKPS-UW]?) \d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/g;
const UNITED_KINGDOM_LOWER = new RegExp(UNITED_KINGDOM.source, 'gi');
const CANADA = /(?<![A-Za-z0-9])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d(?![A-Za-z0-9])/g;
const ZIP_PLUS_4 = /(?<![\d.-])\d{5}-\d{4}(?![\d-])/g;
const ANNOUNCED =
  /(?<=\b(?:zip(?: ?code)?|postal code|post ?code|plz|cap|cep|c\.?p\.?)[\s:#]{1,3})(?=[A-Z0-9]*\d)[A-Z0-9]{4,8}(?![A-Za-z0-9])/gi;

/** Postal codes by their shape or after a word for one, with the town beside them. */
export function findPostalCodes(reading: Reading): void {
  if (!reading.hasDigit) return;
  const { text } = reading;
  const mark = (start: number, end: number): void =>
    reading.mark(
      addressStart(reading, townBefore(reading, start)),
      end,
      'address',
      'address.postalCode',
      'postal code',
    );
  if (reading.hasLettersBehindDigit && reading.hasAny(' -')) {
    eachMatch(UNITED_KINGDOM, text, (_, start, end) => mark(start, end));
    // Without any capital the town has to vouch for the code.
    if (reading.isAllLower)
      eachMatch(UNITED_KINGDOM_LOWER, text, (_, start, end) => {
        if (townBefore(reading, start) < start) mark(start, end);
      });
    eachMatch(CANADA, text, (_, start, end) => mark(start, end));
  }
  if (reading.digitCount >= 9 && reading.hasAny('-')) eachMatch(ZIP_PLUS_4, text, (_, start, end) => mark(start, end));
  if (/zip|post|plz|\bc(?:ap|ep|\.?p)\b/i.test(text)) eachMatch(ANNOUNCED, text, (_, start, end) => mark(start, end));
}

/** Up to four capitalised words and commas before the code that reach a known town: they go with it. */
function townBefore(reading: Reading, start: number): number {
  const { tokens } = reading;
  let at = reading.tokenFrom(start) - 1;
  let first = start;
  let known = false;
  for (let words = 0; words < 4 && at >= 0; at--) {
    const token = tokens[at] as Token;
    if (isMarkIn(token, ',')) continue;
    if (token.shape === 'upper' && OTHER_STATE_CODES.has(token.folded) && words === 0) {
      first = token.start;
      continue;
    }
    if (token.kind !== 'word' || STOP_WORDS.has(token.folded)) break;
    const classes = reading.classes[at] as number;
    const nameLike = (classes & (WordClass.place | ANY_NAME)) !== 0 || classes === 0;
    if (!nameLike || (classes & WordClass.imaging) !== 0 || (token.shape === 'lower' && !reading.isAllLower)) break;
    if ((classes & WordClass.place) !== 0) known = true;
    first = token.start;
    words++;
  }
  // 18 Kingsway, Cardiff CF10 3FD
  const house = tokens[reading.tokenFrom(first) - 1];
  if (known && first < start && house?.kind === 'number' && house.text.length <= 4 && first - house.end === 1)
    if (house.index === 0 || tokens[house.index - 1]?.end !== house.start) first = house.start;
  return known || /,\s*$/.test(before(reading.text, start, 3)) ? first : start;
}
