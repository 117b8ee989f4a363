import { ANY_NAME, WordClass } from '../lexicon';
import { MILITARY, UNIT_WORDS } from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { STOP_WORDS } from '../wordClasses';
import { addressStart } from './addressStart';
import { isMarkIn, isState, isStreetType } from './addressParts';

const ORDINAL = new Set(['st', 'nd', 'rd', 'th']);
const LONGEST_ADDRESS = 14;

/** Addresses that end in state and ZIP code, from the house number (or the town) on. */
export function findStateAndZip(reading: Reading): void {
  if (reading.longestNumber < 5) return;
  const { tokens } = reading;
  for (let i = 1; i < tokens.length; i++) {
    const zip = tokens[i] as Token;
    if (zip.kind !== 'number' || zip.text.length !== 5) continue;
    const next = tokens[i + 1];
    if (isMarkIn(next, '.') && next?.start === zip.end && tokens[i + 2]?.kind === 'number') continue;
    let at = i - 1;
    while (isMarkIn(tokens[at], ',.')) at--;
    const state = tokens[at];
    const twoWords = /^(?:york|jersey|mexico|hampshire|carolina|dakota|virginia|island|rico)$/.test(
      state?.folded ?? '',
    );
    if (!isState(reading, state) && !(twoWords && tokens[at - 1]?.kind === 'word')) continue;
    if (state === undefined || zip.start - state.end > 3 || zip.start === state.end) continue;
    if (/[\p{L}]/u.test(reading.text.charAt(zip.end))) continue;
    let end = zip.end;
    const extra = tokens[i + 2];
    const whole = extra?.text.length === 4 || (reading.cut && i + 3 >= tokens.length);
    if (isMarkIn(next, '-') && extra?.kind === 'number' && whole && extra.start === next?.end) end = extra.end;
    const start = leftEnd(reading, at - 1);
    reading.mark(
      addressStart(reading, (tokens[start] as Token).start),
      end,
      'address',
      'address.zip',
      'address with state and ZIP code',
    );
  }
}

/** Walks left from before the state to the house number; without one keeps the name of the town. */
function leftEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  let at = from;
  let kept = from + 1;
  let numbered = -1;
  for (let steps = 0; at >= 0 && steps < LONGEST_ADDRESS; steps++) {
    const token = tokens[at] as Token;
    const previous = tokens[at - 1];
    if (token.kind === 'number') {
      const next = tokens[at + 1];
      if (next?.kind === 'word' && ORDINAL.has(next.folded) && next.start === token.end) {
        at--;
        continue;
      }
      const dotted = isMarkIn(previous, '.');
      const unit = dotted ? tokens[at - 2] : previous;
      if (isMarkIn(previous, '#') || (unit?.kind === 'word' && UNIT_WORDS.has(unit.folded))) {
        if (unit?.folded === 'box' && tokens[at - 2]?.folded === 'po') return at - 2;
        numbered = at - 1;
        kept = Math.min(kept, dotted ? at - 2 : at - 1);
        at = dotted ? at - 3 : at - 2;
        if (isMarkIn(tokens[at], ',')) at--;
        steps += 2;
        continue;
      }
      if (
        token.text.length <= 6 &&
        (previous === undefined || previous.end < token.start || isMarkIn(previous, '(:;,'))
      )
        return at;
      break;
    }
    if (token.kind === 'mark') {
      if (!isMarkIn(token, ",.'-’")) break;
      at--;
      continue;
    }
    if (MILITARY.has(token.folded)) {
      kept = at;
      numbered = at;
      at--;
      continue;
    }
    const classes = reading.classes[at] as number;
    const isPart =
      isStreetType(token.folded) || token.folded.length === 1 || (classes & (ANY_NAME | WordClass.place)) !== 0;
    if ((classes & WordClass.imaging) !== 0 && !isPart) break;
    at--;
  }
  if (numbered >= 0) return Math.max(0, kept);
  return Math.min(townStart(reading, from), kept);
}

/** First of up to three words before the state that may name a town. */
function townStart(reading: Reading, from: number): number {
  const { tokens } = reading;
  let at = from;
  while (isMarkIn(tokens[at], ',')) at--;
  let start = from + 1;
  for (let words = 0; words < 3; words++) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    const classes = reading.classes[at] as number;
    const ordinary = (classes & (WordClass.imaging | WordClass.dicom | WordClass.common)) !== 0;
    if (ordinary && (classes & (WordClass.place | ANY_NAME)) === 0) break;
    if (STOP_WORDS.has(token.folded)) break;
    start = at;
    at--;
  }
  return start;
}
