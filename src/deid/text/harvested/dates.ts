import type { HarvestIndex } from '../harvestIndex';
import type { Reading } from '../reading';
import type { Token } from '../tokens';

/** Finds dates of the header written as six digits in any order (061491, 140691, 910614), which no shape tells. */
export function findHarvestedDates(reading: Reading, index: HarvestIndex): void {
  if (!reading.hasDigit || index.dates.length === 0) return;
  if (reading.cut) findCut(reading, index);
  for (const token of reading.tokens) {
    if (token.kind !== 'number' || (token.text.length !== 6 && token.text.length !== 8)) continue;
    if (reading.isMarked(token.start) || touches(reading, token)) continue;
    const known = index.dates.find(({ year, month, day }) => {
      const short = year.slice(2);
      return token.text.length === 6
        ? [month + day + short, day + month + short, short + month + day].includes(token.text)
        : [month + day + year, day + month + year, year + day + month].includes(token.text);
    });
    if (known !== undefined)
      reading.mark(token.start, token.end, 'date', `harvest.${known.keyword}`, 'date of the header');
  }
}

/** At the cut end of a value: the first digits of a date of the header. */
function findCut(reading: Reading, index: HarvestIndex): void {
  const token = reading.tokens[reading.tokens.length - 1];
  if (token?.kind !== 'number' || token.text.length < 3 || reading.isMarked(token.start) || touches(reading, token))
    return;
  const known = index.dates.find(({ year, month, day }) => (year + month + day).startsWith(token.text));
  if (known !== undefined)
    reading.mark(
      token.start,
      token.end,
      'date',
      `harvest.${known.keyword}`,
      'beginning of a date of the header, cut by the length limit',
    );
}

/** True if a letter, a decimal point or a further number continues the digits. */
function touches(reading: Reading, token: Token): boolean {
  const { text } = reading;
  return /[\p{L}.]/u.test(text.charAt(token.start - 1)) || /[\p{L}]|\.\d/u.test(text.slice(token.end, token.end + 2));
}
