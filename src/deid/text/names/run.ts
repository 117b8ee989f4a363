import { ANY_NAME, STRONG_NAME, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { FOREIGN_FORM, PARTICLES, SENTENCE_VERBS, STOP_WORDS } from '../wordClasses';
import { hasTermForm } from '../termForm';
import type { Cue } from './cue';
import { nameKindOf, type NameKind } from './nameKind';

/** A row of words that may be one person's name. */
export interface Run {
  /** Token indexes. */
  readonly words: readonly number[];
  readonly kinds: readonly NameKind[];
}

const LONGEST_RUN = 5;
const LONGEST_WITH_PARTICLES = 7;

/** Kinds after which an ordinary word may still be the surname. */
const NAME_BEFORE_WORD = new Set<NameKind>(['strong', 'weak', 'unknown', 'initial', 'rareWeak']);
const SURE_BEFORE_WORD = new Set<NameKind>(['strong', 'weak', 'rareStrong', 'initial']);

/** Grows a run from its first word over initials, particles and separators (`Last, First`, `Last^First`). */
export function growRun(reading: Reading, first: number, kind: NameKind, cue: Cue): Run {
  const { tokens } = reading;
  const words = [first];
  const kinds: NameKind[] = [kind];
  while (words.length < (kinds.includes('particle') ? LONGEST_WITH_PARTICLES : LONGEST_RUN)) {
    const last = tokens[words[words.length - 1] as number] as Token;
    let at = last.index + 1;
    let separator = '';
    while (tokens[at]?.kind === 'mark' && ".,^_-'’".includes((tokens[at] as Token).text) && separator.length < 2)
      separator += (tokens[at++] as Token).text;
    const token = tokens[at];
    if (token?.kind !== 'word' || breaks(reading, words, last, token, separator, cue)) break;
    const next = nextKind(reading, words, kinds, token, cue);
    if (next === undefined) break;
    words.push(at);
    kinds.push(next);
  }
  while (words.length > 1 && kinds[kinds.length - 1] === 'particle') {
    words.pop();
    kinds.pop();
  }
  return { words, kinds };
}

/** True if what stands between two words ends the name. */
function breaks(
  reading: Reading,
  words: readonly number[],
  last: Token,
  token: Token,
  separator: string,
  cue: Cue,
): boolean {
  const gap = reading.text.slice(last.end, token.start);
  if (gap.length > 3 || /[\n\r]|\s[-–]\s/.test(gap)) return true;
  // A word in small letters behind a capitalised one is no surname, unless it is a particle.
  const first = reading.tokens[words[0] as number] as Token;
  if (token.shape === 'lower' && first.shape !== 'lower' && gap !== '-' && !PARTICLES.has(token.folded)) return true;
  if (last.shape === 'lower' && token.shape !== 'lower' && token.folded.length > 1 && gap !== '-')
    if (!PARTICLES.has(last.folded)) return true;
  if (separator === '.' && last.folded.length > 2) return true;
  if (separator === ',' && cue.kind === 'title' && token.folded.length > 1) return true;
  if (separator === ',' && words.length > 1 && token.folded.length !== 1) return true;
  if (words.length < 2 || last.folded.length !== 1) return false;
  const beforeLast = reading.tokens[words[words.length - 2] as number] as Token;
  return /^[_^]/.test(reading.text.slice(beforeLast.end, last.start));
}

const COMMON_KINDS = new Set<NameKind>(['wordStrong', 'wordWeak', 'eponym', 'promoted', 'jargon']);

/** True if a given name and a surname are there already, so that a further ordinary word is the next word of the text. */
function isComplete(reading: Reading, words: readonly number[], kinds: readonly NameKind[]): boolean {
  const whole = words.filter((_, i) => kinds[i] !== 'initial' && kinds[i] !== 'particle');
  return whole.length >= 2 && whole.some(index => ((reading.classes[index] as number) & WordClass.given) === 0);
}

/** What the next word is in this run; undefined if it does not belong to it. */
function nextKind(
  reading: Reading,
  words: readonly number[],
  kinds: readonly NameKind[],
  token: Token,
  cue: Cue,
): NameKind | undefined {
  const first = reading.tokens[words[0] as number] as Token;
  const firstClasses = reading.classes[first.index] as number;
  const classes = reading.classes[token.index] as number;
  const lastKind = kinds[kinds.length - 1] as NameKind;
  const givenBefore = (firstClasses & WordClass.given) !== 0;
  let kind = nameKindOf(reading, token.index);
  const ambiguous = reading.isAmbiguousName(token.index);
  if (
    ambiguous &&
    cue.weight >= 2 &&
    (kind === undefined || kind === 'wordStrong' || kind === 'wordWeak' || kind === 'jargon')
  )
    kind = 'strong';
  if (kind === undefined) {
    // Jane Forest in running text: the surname is an ordinary word, but the capitals say what it is.
    const surname =
      reading.isProse && token.shape === 'title' && first.shape === 'title' && words.length === 1 && givenBefore;
    return surname && !STOP_WORDS.has(token.folded) && (classes & WordClass.imaging) === 0 ? 'promoted' : undefined;
  }
  // wurde informiert, avisada: without case to go by, what has the form of a verb goes on with the sentence.
  if (token.shape !== 'title' && SENTENCE_VERBS.has(token.folded)) return undefined;
  if (kind === 'unknown' && token.shape !== 'title' && token.folded.length >= 6 && FOREIGN_FORM.test(token.folded))
    return undefined;
  if (kind === 'unknown' && cue.weight < 2.5 && hasTermForm(token.folded)) return undefined;
  if (token.shape !== 'title' && isComplete(reading, words, kinds) && COMMON_KINDS.has(kind)) return undefined;
  switch (kind) {
    case 'odd':
      return cue.weight >= 3 ? kind : undefined;
    case 'jargon': {
      const named = kinds.some(k => k !== 'initial' && k !== 'particle');
      const closes = reading.tokens[token.index + 1]?.kind !== 'word';
      const surname =
        kinds.length === 1 &&
        (token.shape === 'title'
          ? (classes & ANY_NAME) !== 0
          : (classes & WordClass.family) !== 0 && closes && cue.relation);
      if (cue.weight >= 3) return !named || surname ? kind : undefined;
      const afterGiven = kinds.length === 1 && givenBefore && kinds[0] !== 'jargon' && (classes & STRONG_NAME) !== 0;
      const family = (classes & WordClass.family) !== 0 && token.shape === 'title';
      if (cue.weight >= 2 && family && !named) return kind;
      return afterGiven && (cue.weight >= 2 || (family && reading.isProse)) ? kind : undefined;
    }
    case 'promoted': {
      const allowed = cue.weight >= 1.5 || reading.isProse;
      if (!allowed || token.shape === 'lower') return undefined;
      return (reading.isProse && givenBefore) || NAME_BEFORE_WORD.has(lastKind) ? kind : undefined;
    }
    case 'wordStrong':
    case 'wordWeak':
    case 'eponym':
    case 'rareWeak': {
      if (cue.weight >= 1.5 || SURE_BEFORE_WORD.has(lastKind)) return kind;
      const titled = reading.isProse && token.shape === 'title' && first.shape === 'title';
      return titled && (firstClasses & (WordClass.given | WordClass.name)) !== 0 ? kind : undefined;
    }
    default:
      return kind;
  }
}

/** True if every word has the shape of a name in running text. */
export const isCapitalised = (reading: Reading, run: Run): boolean =>
  run.words.every(index => {
    const token = reading.tokens[index] as Token;
    return (
      token.shape === 'title' || token.shape === 'mixed' || token.folded.length === 1 || PARTICLES.has(token.folded)
    );
  });
