import { ANY_NAME, STRONG_NAME, VOCABULARY, WordClass } from '../lexicon';
import {
  INSTITUTION_GENERIC,
  INSTITUTION_PAIRS,
  INSTITUTION_WORDS,
  isInstitutionCompound,
  LEADING_INSTITUTION,
  UNNAMED_INSTITUTION,
} from '../places';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { AT_VERBS, FOREIGN_FORM, PARTICLES, STOP_WORDS, wordSet } from '../wordClasses';
import { isMarkIn } from './addressParts';

const PREPOSITIONS = wordSet('at to from in of');
/** Words before a place in other languages: what stands before one is not of the name. */
const FOREIGN_PREPOSITIONS = wordSet(
  'aus von vom beim bei zum zur nach vanuit van uit naar bij te chez par da dal dalla dallo nel nella presso fran hos pa fra z ze w we do u v en por desde hacia de du des a al',
);
const NAME_PARTICLES = wordSet(
  'de del della dello dell delle di da das do dos du des la las los le les el l d am an der im in zum zur zu auf von van san santa santo sant sankt st sainte saint sao bad alt neu im',
);
const CONNECTING = wordSet('of the for and at in de la');
/** `Our Lady of Mercy`, but not `Dr. Roe of Mercy Hospital`. */
const BEFORE_OF =
  wordSet(`lady church university college sisters heart hospital clinic institute school city county state isle
  order queen daughters`);
const INSIDE_STOPS = wordSet('of and the center hospital clinic for our old');

/** Named hospitals, clinics and practices. */
export function findInstitutions(reading: Reading): void {
  for (const token of reading.tokens) {
    if (token.kind !== 'word') continue;
    const end = institutionEnd(reading, token);
    if (end !== undefined) findName(reading, token.index, end);
    if (token.folded === 'at') findAcronym(reading, token);
  }
}

/** Index of the last token of the word or pair that is an institution. */
function institutionEnd(reading: Reading, token: Token): number | undefined {
  // Historia clínica, dossier clinique: the patient's record.
  if (
    (token.folded === 'clinica' || token.folded === 'clinique') &&
    /^(?:historia|dossier|evaluation|exploracion|information|informacion|indication|indicacion|sospecha|orientacion)$/.test(
      reading.wordBefore(token.index)?.folded ?? '',
    )
  )
    return undefined;
  if (INSTITUTION_WORDS.has(token.folded) || isInstitutionCompound(token.folded)) return token.index;
  const next = reading.tokens[token.index + 1];
  return next?.kind === 'word' && INSTITUTION_PAIRS.get(token.folded)?.has(next.folded) ? token.index + 1 : undefined;
}

/** Walks left over the words of the name; says where it starts and how much of it is proper. */
function leftOf(reading: Reading, from: number): { start: number; proper: number; words: number } {
  const { tokens } = reading;
  let at = from - 1;
  let start = from;
  let proper = 0;
  let words = 0;
  while (at >= 0 && words < 9) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark') {
      if (!isMarkIn(token, ",&.'’-")) break;
      const before = tokens[at - 1];
      const after = tokens[at + 1] as Token;
      const sentence =
        token.text === '.' &&
        before?.kind === 'word' &&
        before.folded.length > 3 &&
        !INSTITUTION_GENERIC.has(before.folded);
      if (sentence && token.end < after.start) break;
      at--;
      continue;
    }
    if (token.kind !== 'word') break;
    if (FOREIGN_PREPOSITIONS.has(token.folded)) break;
    if (token.folded.length > 6 && FOREIGN_FORM.test(token.folded)) break;
    const generic = INSTITUTION_GENERIC.has(token.folded);
    const lady = token.folded === 'our' && tokens[at + 1]?.folded === 'lady';
    if (!generic && !lady && token.folded !== 'old' && (STOP_WORDS.has(token.folded) || token.folded === 'to')) break;
    const classes = reading.classes[at] as number;
    const imaging = (classes & WordClass.imaging) !== 0;
    const nameLike =
      ((classes & (ANY_NAME | WordClass.place | WordClass.eponym)) !== 0 &&
        !imaging &&
        (classes & WordClass.common) === 0) ||
      (classes & VOCABULARY) === 0;
    if (lady) proper++;
    else if (generic) {
      if (/^(?:the|for|de|la)$/.test(token.folded) && proper === 0) break;
      if (token.folded === 'of' && proper > 0 && !BEFORE_OF.has(tokens[at - 1]?.folded ?? '')) break;
    } else if (nameLike || ((classes & STRONG_NAME) !== 0 && token.shape !== 'lower' && !imaging)) proper++;
    else if ((classes & (ANY_NAME | WordClass.place)) !== 0 && token.shape !== 'lower' && !imaging) proper += 0.5;
    else if (token.shape !== 'lower' && (classes & (WordClass.imaging | WordClass.dicom | WordClass.common)) === 0)
      proper++;
    else if (isCapitalWord(reading, token)) proper += 0.5;
    else if (proper >= 1 && isPlaceAdjective(token)) proper += 0;
    else if (proper >= 1 && isPlaceOpening(reading, token)) proper += 0.5;
    else if (!opensName(reading, token, proper)) break;
    start = at;
    at--;
    words++;
  }
  while (start < from && (tokens[start]?.kind === 'mark' || CONNECTING.has(tokens[start]?.folded ?? ''))) start++;
  return { start, proper, words };
}

/** An ordinary word with a capital among words with capitals, which in running text only a name has. */
const isCapitalWord = (reading: Reading, token: Token): boolean =>
  token.shape === 'title' &&
  ((reading.classes[token.index] as number) & (WordClass.imaging | WordClass.dicom)) === 0 &&
  !UNNAMED_INSTITUTION.has(token.folded) &&
  !reading.startsSentence(token.start);

/** `Sent by Old Mill Clinic`. */
const isPlaceAdjective = (token: Token): boolean =>
  token.shape === 'title' && /^(?:old|new|upper|lower)$/.test(token.folded);

/** `Vista Grande Hospital` at the start or behind a comma: a word of a town's name that is jargon as well. */
const isPlaceOpening = (reading: Reading, token: Token): boolean =>
  token.shape === 'title' &&
  ((reading.classes[token.index] as number) & WordClass.place) !== 0 &&
  (token.index === 0 || reading.tokens[token.index - 1]?.text === ',');

/** `Blessed Trinity Hospital` at the start of a text: an ordinary word before a proper one opens the name. */
const opensName = (reading: Reading, token: Token, proper: number): boolean =>
  proper >= 1 &&
  token.shape !== 'lower' &&
  ((reading.classes[token.index] as number) & (WordClass.imaging | WordClass.dicom)) === 0 &&
  (token.index === 0 ||
    reading.tokens[token.index - 1]?.kind === 'mark' ||
    (token.shape === 'title' && reading.tokens[token.index - 1]?.shape === 'lower'));

function findName(reading: Reading, from: number, last: number): void {
  const { tokens } = reading;
  const end = (tokens[last] as Token).end;
  const { start, proper, words } = leftOf(reading, from);
  findAfterPreposition(reading, from, end);
  const right = rightOf(reading, from, last);
  if (right !== undefined) {
    const left = proper >= 1 ? start : adjectivesBefore(reading, from);
    reading.mark((tokens[left] as Token).start, right, 'institution', 'institution', 'named hospital or practice');
    return;
  }
  const first = tokens[start] as Token;
  const before = reading.wordBefore(start);
  const announced = before !== undefined && PREPOSITIONS.has(before.folded);
  const cased = start < from && first.shape !== 'lower';
  const ordinary = ((reading.classes[start] as number) & (WordClass.common | WordClass.imaging)) !== 0;
  if (proper >= 1 || (announced && cased && words > 0 && (!ordinary || (words >= 2 && reading.lowerWords > 0))))
    reading.mark(first.start, end, 'institution', 'institution', 'named hospital or practice');
  const of = tokens[last + 1];
  const place = tokens[last + 2];
  if (of?.folded === 'of' && place?.kind === 'word' && ((reading.classes[last + 2] as number) & WordClass.place) !== 0)
    if (place.shape !== 'lower')
      reading.mark((tokens[from] as Token).start, place.end, 'institution', 'institution', 'hospital of a named place');
}

/** Evangelisches Krankenhaus, Academisch Ziekenhuis: first of the adjectives before the word. */
function adjectivesBefore(reading: Reading, from: number): number {
  let at = from;
  for (;;) {
    const token = reading.tokens[at - 1];
    if (token?.kind === 'mark' && token.text === '.' && reading.tokens[at - 2]?.folded === 'st') at -= 2;
    else if (token?.kind === 'word' && INSTITUTION_GENERIC.has(token.folded) && !CONNECTING.has(token.folded)) at--;
    else return at;
  }
}

/**
 * End of the name behind the word: Klinikum Altstadt, Hospital de la Santa Cruz, CHU de Nantes. Behind `hospital` itself,
 * which in English follows its name, only a particle or an adjective of a Romance language opens one.
 */
function rightOf(reading: Reading, from: number, last: number): number | undefined {
  const { tokens } = reading;
  const word = tokens[from] as Token;
  const leading =
    LEADING_INSTITUTION.has(word.folded) ||
    LEADING_INSTITUTION.has((tokens[last] as Token).folded) ||
    isInstitutionCompound(word.folded);
  if (!leading && word.folded !== 'hospital') return undefined;
  let at = last + 1;
  let end: number | undefined;
  let opened = leading;
  for (let words = 0; words < 6; at++) {
    const token = tokens[at];
    if (token?.kind === 'mark') {
      const joins = isMarkIn(token, "-'’") || (token.text === '.' && (tokens[at - 1]?.folded.length ?? 9) <= 3);
      if (!joins || words === 0) break;
      continue;
    }
    if (token?.kind !== 'word' || token.start - (tokens[at - 1] as Token).end > 2) break;
    if (NAME_PARTICLES.has(token.folded) || (PARTICLES.has(token.folded) && words > 0)) {
      if (token.folded !== 'in' && token.folded !== 'an' && token.folded !== 'am') opened = true;
      words++;
      continue;
    }
    if (words === 0 && INSTITUTION_GENERIC.has(token.folded) && /(?:ario|aria|aire|al|ial|ski)$/.test(token.folded)) {
      opened = opened || /(?:ario|aria|ial)$/.test(token.folded);
      end = opened ? token.end : end;
      words++;
      continue;
    }
    if (!opened || STOP_WORDS.has(token.folded)) break;
    // One proper word ends the name, unless a particle or a hyphen goes on: what follows is the rest of the text.
    const before = tokens[at - 1] as Token;
    const joined = before.kind === 'mark' || NAME_PARTICLES.has(before.folded) || before.index === last;
    if (end !== undefined && !joined && !INSTITUTION_GENERIC.has(before.folded)) break;
    if (token.shape === 'lower' && !reading.isAllLower) break;
    const classes = reading.classes[at] as number;
    const name = (classes & (ANY_NAME | WordClass.place)) !== 0 || (classes & VOCABULARY) === 0;
    if ((classes & WordClass.imaging) !== 0 && (classes & (STRONG_NAME | WordClass.place)) === 0) break;
    if (!name && token.shape !== 'title') break;
    end = token.end;
    words++;
  }
  return end;
}

/** `seen at <one to six words> Hospital`, whatever the words are. */
function findAfterPreposition(reading: Reading, from: number, end: number): void {
  const { tokens } = reading;
  let at = from - 1;
  let words = 0;
  let unnamed = true;
  while (at >= 0 && words < 7) {
    const token = tokens[at] as Token;
    if (token.kind === 'number' || (token.kind === 'mark' && !isMarkIn(token, ",&.'’-"))) return;
    if (token.kind === 'word') {
      if (/^(?:at|to|from|in)$/.test(token.folded)) break;
      if (STOP_WORDS.has(token.folded) && !INSIDE_STOPS.has(token.folded)) return;
      if (!UNNAMED_INSTITUTION.has(token.folded) && !/^(?:of|and|the)$/.test(token.folded)) unnamed = false;
      words++;
    }
    at--;
  }
  const preposition = tokens[at];
  if (at < 0 || words === 0 || unnamed || preposition === undefined) return;
  if (!/^(?:at|to|from|in)$/.test(preposition.folded)) return;
  const verb = reading.wordBefore(at);
  if (preposition.folded === 'in' && !(verb !== undefined && AT_VERBS.has(verb.folded))) return;
  let first = at + 1;
  while (/^(?:the|our|their)$/.test(tokens[first]?.folded ?? '')) first++;
  reading.mark((tokens[first] as Token).start, end, 'institution', 'institution', 'hospital after a preposition');
}

/** `Performed at SNGH`. */
function findAcronym(reading: Reading, at: Token): void {
  const { tokens } = reading;
  const token = tokens[at.index + 1];
  if (token?.kind !== 'word' || reading.isMarked(token.start) || reading.gluedToDigit(token.index)) return;
  if (reading.cut && token.shape === 'lower' && token.index === tokens.length - 1) return;
  const { length } = token.folded;
  if (length < 2 || length > 8) return;
  const classes = reading.classes[token.index] as number;
  const next = tokens[token.index + 1];
  const closes = next === undefined || next.folded === 'on' || next.kind === 'number' || isMarkIn(next, '.,;)');
  const verb = reading.wordBefore(at.index);
  const afterVerb = verb !== undefined && AT_VERBS.has(verb.folded);
  const capitals = token.shape === 'upper';
  if ((classes & VOCABULARY) === 0 && closes) {
    let score = 2.5;
    if (capitals) score += 1;
    if (afterVerb) score += 1;
    if (!/[aeiou]/.test(token.folded)) score += 1;
    if ((classes & ANY_NAME) !== 0) score += 0.5;
    if (score >= 3.5) reading.mark(token.start, token.end, 'institution', 'institution.acronym', 'acronym after "at"');
  } else if (
    length <= 6 &&
    afterVerb &&
    capitals &&
    next === undefined &&
    (classes & (WordClass.common | WordClass.imaging)) === 0
  ) {
    // `Performed at PACU`, `seen at UVJ`: what imaging knows is a ward or a place in the body.
    reading.mark(token.start, token.end, 'institution', 'institution.acronym', 'acronym after "at"');
  }
}
