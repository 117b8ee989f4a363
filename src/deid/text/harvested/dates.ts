import type { HarvestIndex } from '../harvestIndex';
import type { Reading } from '../reading';
import type { Token } from '../tokens';

/** Finds dates of the header written as six digits in any order (061491, 140691, 910614), which no shape tells. */
export function findHarvestedDates(reading: Reading, index: HarvestIndex): void {
  if (!reading.hasDigit || index.dates.length === 0) return;
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

/** True if a letter, a decimal point or a further number continues the digits. */
function touches(reading: Reading, token: Token): boolean {
  const { text } = reading;
  return /[\p{L}.]/u.test(text.charAt(token.start - 1)) || /[\p{L}]|\.\d/u.test(text.slice(token.end, token.end + 2));
}
