import type { HarvestIndex } from '../harvestIndex';
import { WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { BY_VERBS, STOP_WORDS, TITLES, wordSet } from '../wordClasses';

const BEFORE_INITIALS = wordSet('tech initials rad op dr operator reader per for technologist by rn read signed tt');
const INITIALS_LIKE_WORDS = wordSet('he me ms');

/** Finds the initials of known persons, only where something announces them: `by PH`, `Tech: GA`, `(JS)`. */
export function findHarvestedInitials(reading: Reading, index: HarvestIndex): void {
  for (const token of reading.tokens) {
    const { folded } = token;
    if (token.kind !== 'word' || folded.length < 2 || folded.length > 3) continue;
    if (reading.isMarked(token.start) || reading.gluedToDigit(token.index)) continue;
    const isLast = token.index === reading.tokens.length - 1;
    if (!isLast && TITLES.has(folded)) continue;
    if (!isLast && STOP_WORDS.has(folded) && !INITIALS_LIKE_WORDS.has(folded)) continue;
    if (announced(reading, token, isLast) && index.isInitials(folded))
      reading.mark(token.start, token.end, 'name', 'harvest.initials', 'initials of a person of the header');
  }
}

function announced(reading: Reading, token: Token, isLast: boolean): boolean {
  const { tokens, text } = reading;
  const classes = reading.classes[token.index] as number;
  const previous = tokens[token.index - 1];
  const next = tokens[token.index + 1];
  if (isLast && previous?.text === '.' && previous.end < token.start && token.shape === 'upper')
    if ((classes & WordClass.imaging) === 0) return true;
  if (previous?.text === '(' && next?.text === ')') return (classes & (WordClass.imaging | WordClass.dicom)) === 0;
  if (isLast && previous?.text === '/' && previous.start > 0)
    if (text[previous.start - 1] === ' ' && text[previous.end] === ' ') return true;
  const before = reading.wordBefore(token.index);
  const joined = before?.folded === 'and' || before?.folded === '&';
  if (joined && reading.isMarkedAs(tokens[before.index - 1]?.start ?? -1, 'name')) return true;
  if (before === undefined || !BEFORE_INITIALS.has(before.folded)) return false;
  if (before.folded === 'for') return (classes & (WordClass.imaging | WordClass.dicom)) === 0;
  if (before.folded !== 'by') return true;
  const verb = reading.wordBefore(before.index);
  if (isLast) return true;
  if (verb !== undefined && (BY_VERBS.has(verb.folded) || reading.isMarked(verb.start))) return true;
  const beside = tokens[before.index - 1] ?? tokens[0];
  return beside !== undefined && reading.isMarked(beside.start);
}
