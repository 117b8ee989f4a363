import { ANY_NAME, VOCABULARY } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { AFTER_TITLE_STOPS, isRole, RELATIONS, STOP_WORDS, SURE_CREDENTIALS, TITLES } from '../wordClasses';
import type { Cue } from './cue';

const TELEPHONE = /^(?:phone|tel|cell|mobile|pager|telephone|ext|fax)$/;
/** Words a name between two anchors may have. */
const LONGEST = 4;

const isMedicalDegree = (reading: Reading, at: number): boolean => {
  const { tokens } = reading;
  return tokens[at]?.folded === 'm' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.folded === 'd';
};

/** True if the token is a credential that can be nothing else here. */
export const isCredential = (reading: Reading, token: Token): boolean =>
  (SURE_CREDENTIALS.has(token.folded) && token.shape !== 'title') || isMedicalDegree(reading, token.index);

/**
 * Between a cue on the left and an anchor on the right (a credential, a telephone, a relation in brackets) everything is a
 * name, whatever the words are. Returns the index of the token after the name, or undefined.
 */
export function markBracketedName(reading: Reading, index: number, cue: Cue): number | undefined {
  if (cue.weight < 1.5 || cue.kind === 'adjacent' || cue.kind === 'for') return undefined;
  const { tokens, classes } = reading;
  let at = index;
  let words = 0;
  while (words <= LONGEST) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.kind === 'mark') {
      if (!".,-'’".includes(token.text)) break;
      at++;
      continue;
    }
    if (token.kind !== 'word' || endsName(reading, token, words)) break;
    words++;
    at++;
  }
  const anchor = tokens[at];
  if (words === 0 || words > LONGEST || anchor === undefined || !isAnchor(reading, anchor, cue)) return undefined;
  if (words < (cue.weight >= 2.5 ? 1 : 2)) return undefined;
  let last = at - 1;
  while (last > index && tokens[last]?.kind === 'mark') last--;
  const plausible = tokens.slice(index, last + 1).some(token => {
    if (token.kind !== 'word') return false;
    const bits = classes[token.index] as number;
    return (bits & ANY_NAME) !== 0 || (bits & VOCABULARY) === 0 || reading.isMarkedAs(token.start, 'name');
  });
  if (!plausible && cue.weight < 2.5) return undefined;
  const start = (tokens[index] as Token).start;
  reading.mark(
    start,
    (tokens[last] as Token).end,
    'name',
    `name.${cue.kind}`,
    'between a cue and a credential or telephone',
  );
  return last + 1;
}

function endsName(reading: Reading, token: Token, words: number): boolean {
  if (STOP_WORDS.has(token.folded) || RELATIONS.has(token.folded) || isRole(token.folded)) return true;
  if (words === 0 && AFTER_TITLE_STOPS.has(token.folded)) return true;
  if (TITLES.has(token.folded) || TELEPHONE.test(token.folded) || isCredential(reading, token)) return true;
  if (reading.isMarked(token.start) && !reading.isMarkedAs(token.start, 'name')) return true;
  return token.shape === 'lower' && reading.lowerWords < reading.upperWords + reading.titleWords;
}

function isAnchor(reading: Reading, anchor: Token, cue: Cue): boolean {
  const next = reading.tokens[anchor.index + 1];
  if (anchor.kind === 'word' && isCredential(reading, anchor)) return true;
  if (anchor.text === '(' && next?.kind === 'word' && RELATIONS.has(next.folded)) return true;
  const personCue = cue.kind === 'role' || cue.kind === 'title' || (cue.kind === 'by' && cue.weight >= 2);
  if (!personCue) return false;
  if (reading.isMarkedAs(anchor.start, 'phone') || reading.isMarkedAs(anchor.start, 'contact')) return true;
  if (anchor.text === '(' && next !== undefined && reading.isMarkedAs(next.start, 'phone')) return true;
  if (anchor.kind === 'word' && TELEPHONE.test(anchor.folded)) return true;
  return anchor.folded === 'at' && next !== undefined && reading.isMarkedAs(next.start, 'phone');
}
