import { ANY_NAME, STRONG_NAME, VOCABULARY, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import {
  AFTER_TITLE_STOPS,
  CREDENTIALS,
  NO_NAME,
  PARTICLES,
  STOP_WORDS,
  TITLE_TAILS,
  TITLES,
  wordSet,
} from '../wordClasses';
import { hasTermForm } from '../termForm';
import { markBracketedName } from './bracketed';
import { generationEnd } from './generation';
import { cueBefore, type Cue } from './cue';
import { nameKindOf, type NameKind } from './nameKind';
import { growRun, type Run } from './run';
import { judge } from './score';

/** Score from which a name is sure enough to be searched for elsewhere. */
const DISCOVERY = 6;

export interface NameSearch {
  /** Runs that were nearly names. */
  readonly doubts: number;
  /** Names found with high confidence, as written. */
  readonly discovered: readonly string[];
}

/** Finds the names of persons who are not in the header, by cue, word and writing. */
export function findNames(reading: Reading): NameSearch {
  const { tokens } = reading;
  let doubts = 0;
  const discovered: string[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || reading.isMarked(token.start)) {
      i++;
      continue;
    }
    const cue = cueAt(reading, i);
    const after = markBracketedName(reading, i, cue);
    if (after !== undefined) {
      i = after;
      continue;
    }
    const kind = startKind(reading, token, cue);
    if (kind === undefined) {
      i++;
      continue;
    }
    const run = growRun(reading, i, kind, cue);
    const verdict = judge(reading, run, cue);
    const last = run.words[run.words.length - 1] as number;
    if (verdict.isName) {
      const written = markRun(reading, run, cue);
      if (verdict.score >= DISCOVERY || isSurelyPerson(reading, run, cue)) discovered.push(written);
    } else if (verdict.isDoubtful) doubts++;
    i = verdict.isName ? last + 1 : nextStart(reading, run);
  }
  return { doubts, discovered };
}

/** After a title or a word for a person, words outside every vocabulary are sure enough to be searched for. */
const isSurelyPerson = (reading: Reading, run: Run, cue: Cue): boolean =>
  (cue.kind === 'title' || (cue.kind === 'role' && cue.weight >= 2.5)) &&
  run.words.every(index => ((reading.classes[index] as number) & VOCABULARY) === 0);

/** Where to go on after a run that is no name: at a word inside it that has a cue of its own, or behind it. */
function nextStart(reading: Reading, run: Run): number {
  for (const index of run.words.slice(1)) {
    const cue = cueBefore(reading, index);
    if (cue.weight >= 1.5 && cue.kind !== 'adjacent') return index;
  }
  return (run.words[run.words.length - 1] as number) + 1;
}

/** The cue in front of a word, or the name that follows it. */
function cueAt(reading: Reading, index: number): Cue {
  const cue = cueBefore(reading, index);
  if (cue.weight >= 2 || reading.findings.length === 0) return cue;
  const { tokens } = reading;
  const token = tokens[index] as Token;
  let at = index + 1;
  while (tokens[at]?.kind === 'mark' && ".,^_-'’".includes((tokens[at] as Token).text) && at - index < 3) {
    // A full stop behind a word ends the sentence.
    if ((tokens[at] as Token).text === '.')
      if (token.folded.length > 2 || (token.folded.length === 2 && token.shape === 'lower' && !reading.isAllLower))
        return cue;
    at++;
  }
  const next = tokens[at];
  if (next?.kind === 'word' && reading.isMarkedAs(next.start, 'name') && next.start - token.end <= 2)
    return { ...cue, weight: cue.weight + 2, kind: cue.kind === 'none' ? 'adjacent' : cue.kind };
  return cue;
}

/** What the first word of a run is; undefined if no run starts here. */
function startKind(reading: Reading, token: Token, cue: Cue): NameKind | undefined {
  let kind = nameKindOf(reading, token.index);
  if (reading.isAmbiguousName(token.index) && cue.weight >= 2 && kind !== 'strong') kind = 'strong';
  if ((kind === undefined || kind === 'particle') && cue.weight >= 2.5 && mayBePromoted(reading, token))
    kind = promotion(reading, token, cue) ?? kind;
  if (kind === undefined || (kind === 'particle' && cue.weight < 2)) return undefined;
  if (kind === 'unknown' && cue.weight < 2.5 && hasTermForm(token.folded)) return undefined;
  if (kind === 'initial' && isArticle(reading, token, cue)) return undefined;
  if (isFormLabel(reading, token, cue)) return undefined;
  if (cue.weight < 2 && isLabel(reading, token)) return undefined;
  if (cue.weight < 1.5 && leadsIntoName(reading, token, kind)) return undefined;
  // `de M. Martin`: what follows the particle must be the name itself.
  const dot = token.folded === 'st' && reading.tokens[token.index + 1]?.text === '.' ? 2 : 1;
  if (kind === 'particle' && (reading.tokens[token.index + dot]?.folded.length ?? 0) < 2) return undefined;
  if ((kind === 'jargon' || kind === 'promoted') && cue.weight < 3) {
    const strong = ((reading.classes[token.index] as number) & STRONG_NAME) !== 0;
    if (kind === 'promoted' && cue.kind === 'role' && cue.weight >= 2.5 && isFollowedByName(reading, token))
      return kind;
    if (!(kind === 'jargon' && cue.weight >= 2.5 && strong && token.shape === 'title')) return undefined;
  }
  return kind;
}

/** `MADE BY A ROSE`: in capitals the article looks like an initial; behind a verb for what persons do it may be one. */
const isArticle = (reading: Reading, token: Token, cue: Cue): boolean =>
  token.folded === 'a' && cue.weight < 2.5 && reading.tokens[token.index + 1]?.kind === 'word';

const LABEL_PARTS = wordSet('name names first last middle maiden given family sur fore nick');

/** `Reviewer Name`, `Patient Last Name`: the label of a field; what it announces stands behind it. */
function isFormLabel(reading: Reading, token: Token, cue: Cue): boolean {
  if (cue.kind === 'title' || !LABEL_PARTS.has(token.folded)) return false;
  if (token.folded.startsWith('name')) return true;
  return /^names?$/.test(reading.tokens[token.index + 1]?.folded ?? '');
}

/** Ah Kow Lim: an ordinary word, then one that only a name can be, both with capitals. */
function isFollowedByName(reading: Reading, token: Token): boolean {
  const next = reading.tokens[token.index + 1];
  if (next?.kind !== 'word' || token.shape !== 'title' || next.shape !== 'title') return false;
  return ['strong', 'weak', 'unknown', 'rareStrong'].includes(nameKindOf(reading, next.index) ?? '');
}

/** A short word in capitals before a capitalised one, or a word before `by` in another language: RTA Roe, Henvist av Roe. */
function isLabel(reading: Reading, token: Token): boolean {
  const next = reading.tokens[token.index + 1];
  if (next?.kind !== 'word') return false;
  const flat = next.shape === 'lower' || next.shape === token.shape;
  if (/^(?:av|af|door|durch|par|por|przez|von|vom|dal|dalla)$/.test(next.folded) && flat) return true;
  if (
    /^(?:page|ask|call|text|ring)$/.test(token.folded) &&
    next.shape === token.shape &&
    reading.startsSentence(token.start)
  )
    return nameKindOf(reading, next.index) !== undefined;
  const strong = ((reading.classes[token.index] as number) & STRONG_NAME) !== 0;
  return (
    token.shape === 'upper' && token.folded.length <= 4 && token.folded.length > 1 && !strong && next.shape === 'title'
  );
}

const ENGLISH = new Set<NameKind>(['wordStrong', 'wordWeak', 'rareStrong', 'rareWeak']);

/** `PLEASE RING JASON SARGENT`: without case to go by, an ordinary word before a given name is not part of it. */
function leadsIntoName(reading: Reading, token: Token, kind: NameKind): boolean {
  if (kind === 'initial') return reading.tokens[token.index + 1]?.text === ',';
  if (!ENGLISH.has(kind)) return false;
  const next = reading.tokens[token.index + 1];
  if (((reading.classes[token.index] as number) & WordClass.given) !== 0) {
    // Even if it can be one itself: PLEASE RING JASON SARGENT has a given name and a surname without it.
    const third = reading.tokens[token.index + 2];
    const ordinary = ((reading.classes[token.index] as number) & (WordClass.common | WordClass.dicom)) !== 0;
    if (!ordinary || token.shape === 'title' || third?.kind !== 'word') return false;
    if (((reading.classes[third.index] as number) & ANY_NAME) === 0) return false;
  }
  return next?.kind === 'word' && next.shape === token.shape && nameKindOf(reading, next.index) === 'strong'
    ? ((reading.classes[next.index] as number) & WordClass.given) !== 0
    : false;
}

const mayBePromoted = (reading: Reading, token: Token): boolean =>
  token.folded.length > 1 &&
  !reading.isKept(token.index) &&
  !reading.gluedToDigit(token.index) &&
  !STOP_WORDS.has(token.folded) &&
  !AFTER_TITLE_STOPS.has(token.folded) &&
  !TITLES.has(token.folded) &&
  !TITLE_TAILS.has(token.folded) &&
  !CREDENTIALS.has(token.folded);

/** An ordinary word directly after a title or a word for a person is a name after all: `Dr. Short`, `mother: Hope`. */
function promotion(reading: Reading, token: Token, cue: Cue): NameKind | undefined {
  const classes = reading.classes[token.index] as number;
  const imaging = (classes & WordClass.imaging) !== 0;
  const ordinary = (classes & (WordClass.imaging | WordClass.common | WordClass.dicom)) !== 0;
  const cased = token.shape !== 'lower';
  if (cue.kind === 'title') {
    if ((cue.dotted || token.shape === 'title') && !(imaging && token.shape !== 'title')) return 'promoted';
    return undefined;
  }
  if (cue.kind !== 'role') return undefined;
  const next = reading.tokens[token.index + 1];
  const afterNext = reading.tokens[token.index + 2];
  if (cased && next?.text === '_' && afterNext?.kind === 'word' && afterNext.folded.length === 1) return 'promoted';
  if (cue.relation && token.shape === 'title' && !ordinary) return 'promoted';
  const anyName = (classes & (STRONG_NAME | WordClass.name)) !== 0;
  if (cue.weight >= 3 && !cue.relation && cased && anyName && !NO_NAME.has(token.folded)) return 'promoted';
  if (cased && !imaging && next?.kind === 'word') {
    const following = nameKindOf(reading, next.index);
    if (following !== undefined && ['strong', 'weak', 'unknown', 'rareStrong', 'rareWeak'].includes(following))
      return 'promoted';
  }
  return undefined;
}

/** End of `-jun` behind `Min`. */
function hyphenatedEnd(reading: Reading, last: Token): number | undefined {
  const hyphen = reading.tokens[last.index + 1];
  const half = reading.tokens[last.index + 2];
  if (hyphen?.text !== '-' || hyphen.start !== last.end || half?.kind !== 'word' || half.start !== hyphen.end)
    return undefined;
  return last.shape === 'title' && half.shape === 'lower' && half.folded.length <= 5 ? half.end : undefined;
}

/** Start of the particles in front of a surname: El Khattabi, Ter Horst, van der Velde; a single small one may be `of`. */
function particlesBefore(reading: Reading, first: Token): number {
  const { tokens } = reading;
  let at = first.index;
  const hyphen = tokens[at - 1]?.text === '-' && tokens[at - 1]?.end === first.start;
  if (hyphen) {
    // Min-jun: the first half is a word of its own.
    const half = tokens[at - 2];
    if (first.shape === 'lower' && half?.shape === 'title' && half.end === tokens[at - 1]?.start) return half.start;
    at--;
  }
  const isParticle = (token: Token | undefined): token is Token =>
    token?.kind === 'word' && PARTICLES.has(token.folded) && token.folded.length > 1 && !reading.isMarked(token.start);
  const one = tokens[at - 1];
  if (!isParticle(one)) return first.start;
  const two = tokens[at - 2];
  if (isParticle(two) && two.shape === one.shape) return two.start;
  return one.shape === 'title' && first.shape === 'title' ? one.start : first.start;
}

function markRun(reading: Reading, run: Run, cue: Cue): string {
  const first = reading.tokens[run.words[0] as number] as Token;
  const last = reading.tokens[run.words[run.words.length - 1] as number] as Token;
  const written = reading.text.slice(first.start, last.end);
  const stop = last.folded.length === 1 && reading.text[last.end] === '.' ? last.end + 1 : last.end;
  const end = generationEnd(reading, last) ?? hyphenatedEnd(reading, last) ?? stop;
  reading.mark(
    particlesBefore(reading, first),
    end,
    'name',
    `name.${cue.kind === 'none' ? 'words' : cue.kind}`,
    REASONS[cue.kind],
  );
  return written;
}

const REASONS: Readonly<Record<Cue['kind'], string>> = {
  none: 'given name and surname',
  title: 'after a title',
  role: 'after a word for a person',
  by: 'after "by" or the like',
  for: 'after "for"',
  weak: 'after "with", "from" or "to"',
  adjacent: 'beside another part of a name',
};
