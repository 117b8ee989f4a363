import { WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, STOP_WORDS } from '../wordClasses';
import { UNIT_WORDS } from '../places';
import { addressStart } from './addressStart';
import { isJargon, isMarkIn, isStreetType } from './addressParts';

/** Postal codes of continental Europe: 80331, 8001, 852 30, 31-120, 1100-053, 1016 GV, D-50674. */
const CODE = /(?:[A-Z]{1,2}-)?(?:\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2}|\d{4} [A-Z]{2}|\d{4,5})(?![\p{L}\d.])/iuy;
/** Tokens an address has before its postal code. */
const LONGEST = 9;

/**
 * Addresses of the shape `street and number, code town`, whatever the language: the comma, the code and the town anchor
 * it; to the left stand words that are no jargon, and a house number. Also `street and number, town code`.
 */
export function findCodeAndTown(reading: Reading): void {
  if (reading.longestNumber < 3 || !reading.hasAny(',')) return;
  for (const comma of reading.tokens) {
    if (comma.text !== ',' || reading.isMarked(comma.start)) continue;
    const codeStart = reading.tokens[comma.index + 1];
    if (codeStart === undefined) continue;
    CODE.lastIndex = codeStart.start;
    const code = CODE.exec(reading.text);
    const codeEnd = code === null ? 0 : codeStart.start + code[0].length;
    const end = code === null ? townAndCode(reading, comma.index + 1) : townEnd(reading, reading.tokenFrom(codeEnd));
    const start = end === undefined ? undefined : streetStart(reading, comma.index);
    if (start !== undefined && end !== undefined)
      reading.mark(addressStart(reading, start), end, 'address', 'address.codeAndTown', 'street, postal code and town');
  }
}

/** `Noida 201301`, `Auckland 1011`: one to three words of a town and its code, at a comma or the end. */
function townAndCode(reading: Reading, from: number): number | undefined {
  const { tokens } = reading;
  let at = from;
  let words = 0;
  for (; words < 3 && tokens[at]?.kind === 'word'; at++, words++) {
    const token = tokens[at] as Token;
    if (STOP_WORDS.has(token.folded) || isJargon(reading, token)) return undefined;
    if (token.shape === 'lower' && !reading.isAllLower) return undefined;
  }
  const code = tokens[at];
  if (words === 0 || code?.kind !== 'number' || code.text.length < 4 || code.text.length > 6) return undefined;
  const next = tokens[at + 1];
  if (next !== undefined && !isMarkIn(next, ',;.)-')) return undefined;
  const rest = tokens[at + 2];
  return isMarkIn(next, '-') && rest?.kind === 'number' ? rest.end : code.end;
}

function townEnd(reading: Reading, from: number): number | undefined {
  let end: number | undefined;
  for (let at = from, words = 0; words < 3; at++) {
    const token = reading.tokens[at];
    if (isMarkIn(token, "-'’") && words > 0) continue;
    if (token?.kind !== 'word' || STOP_WORDS.has(token.folded) || isJargon(reading, token)) break;
    if (words > 0 && isStreetType(token.folded)) return undefined;
    if (token.shape === 'lower' && !reading.isAllLower) break;
    const classes = reading.classes[at] as number;
    if (words > 0 && (classes & (WordClass.common | WordClass.dicom)) !== 0 && (classes & WordClass.place) === 0) break;
    end = token.end;
    words++;
  }
  // Praha 1, Paris 15: the number of a district at the end of the text.
  const last = reading.tokens[reading.tokens.length - 1];
  if (end !== undefined && last?.kind === 'number' && last.text.length <= 2 && last.start - end === 1) return last.end;
  return end;
}

/** Walks left from the comma over the street; undefined if there is no house number or something else stands there. */
function streetStart(reading: Reading, comma: number): number | undefined {
  const { tokens } = reading;
  let start: number | undefined;
  let numbered = false;
  let words = 0;
  for (let at = comma - 1; at >= 0 && comma - at <= LONGEST; at--) {
    const token = tokens[at] as Token;
    if (token.kind === 'number') {
      const unit = tokens[at - 1];
      if (numbered && unit?.kind === 'word' && UNIT_WORDS.has(unit.folded)) {
        start = unit.start;
        break;
      }
      if (token.text.length > 4 || numbered) break;
      numbered = true;
      start = token.start;
      // A number in front of the words ends the walk: 12 rue des Lilas.
      if (words > 0) break;
    } else if (token.kind === 'mark') {
      if (!isMarkIn(token, ".-'’/")) break;
    } else {
      const single = token.folded.length === 1;
      const imaging = ((reading.classes[at] as number) & WordClass.imaging) !== 0;
      if (!single && ((imaging && !PARTICLES.has(token.folded)) || isForeignStop(token))) break;
      if (
        token.shape === 'lower' &&
        !reading.isAllLower &&
        words > 0 &&
        !/^(?:de|des|du|la|le|di|del|della|van|von|der|den|gate|gade|bis|ter|da|das|dos|d|l|avenue|rue|place|chemin|calle)$/.test(
          token.folded,
        )
      )
        break;
      start = token.start;
      if (!single) words++;
    }
  }
  return numbered && words > 0 ? start : undefined;
}

/** Words before an address, not of it. */
const isForeignStop = (token: Token): boolean =>
  (STOP_WORDS.has(token.folded) && !/^(?:am|zum|zur|im|a|der|de)$/.test(token.folded)) ||
  /^(?:home|wohnort|residence|address|addr|anschrift|adresse|adres|wohnhaft|domicile|direccion|indirizzo|lives|resides|in|at)$/.test(
    token.folded,
  );
