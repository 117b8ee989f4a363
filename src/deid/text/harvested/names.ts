import type { HarvestIndex, NamePart } from '../harvestIndex';
import { STRONG_NAME, VOCABULARY, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { PARTICLES, TITLES } from '../wordClasses';
import { generationEnd } from '../names/generation';
import { editDistance } from './editDistance';

const REASON = 'name of the header';

const samePerson = (a: readonly NamePart[], b: readonly NamePart[]): boolean =>
  a.some(x => b.some(y => x.person === y.person && x.kind !== y.kind));

/** True if `letter` begins another part of one of the persons this word names. */
function beginsOtherPart(parts: readonly NamePart[], letter: string): boolean {
  return parts.some(({ person, kind }) => {
    const other = kind === 'family' ? person.given[0] : person.family[0];
    return other?.charAt(0) === letter;
  });
}

/** True if the word, though harvested, is so ordinary that only its surroundings can tell. */
function isAmbiguous(reading: Reading, token: Token, parts: readonly NamePart[]): boolean {
  const classes = reading.classes[token.index] as number;
  const imaging = (classes & WordClass.imaging) !== 0;
  const { length } = token.folded;
  const cased = token.shape !== 'lower';
  let ambiguous =
    length < 3 ||
    imaging ||
    ((classes & (WordClass.common | WordClass.dicom)) !== 0 &&
      !((classes & WordClass.given) !== 0 && (classes & WordClass.common) === 0 && cased));
  if (!ambiguous || imaging || length < 3) return ambiguous;
  const inProse = token.shape === 'title' && (classes & STRONG_NAME) !== 0 && token.index > 0 && reading.isProse;
  if (inProse && !/[.!?]\s*$/.test(reading.text.slice(Math.max(0, token.start - 4), token.start))) ambiguous = false;
  const leads = token.index === 0 && (classes & WordClass.dicom) === 0 && cased && reading.tokens.length > 1;
  if (leads && parts.some(({ person, kind }) => person.keyword === 'PatientName' && kind === 'family'))
    ambiguous = false;
  const before = reading.wordBefore(token.index);
  if (before !== undefined && TITLES.has(before.folded)) ambiguous = false;
  return ambiguous;
}

/** Looks for another part of the same person beside an ambiguous word, over separators and a middle initial. */
function hasCompanion(reading: Reading, index: HarvestIndex, token: Token, parts: readonly NamePart[]): boolean {
  const { tokens } = reading;
  for (const step of [1, -1]) {
    let at = token.index + step;
    while (tokens[at]?.kind === 'mark' && /[,^._-]/.test((tokens[at] as Token).text)) at += step;
    let beside = tokens[at];
    if (beside?.kind === 'word' && beside.folded.length === 1) {
      let beyond = at + step;
      while (tokens[beyond]?.text === '.') beyond += step;
      const far = tokens[beyond];
      if (far?.kind === 'word' && index.parts.has(far.folded) && Math.abs(beyond - token.index) <= 3) beside = far;
    }
    if (beside?.kind !== 'word') continue;
    const others = index.parts.get(beside.folded);
    if (others !== undefined && samePerson(parts, others)) return true;
    if (beside.folded.length !== 1 || others !== undefined || beside.shape !== 'upper') continue;
    const gap = reading.text.slice(Math.min(token.end, beside.end), Math.max(token.start, beside.start));
    if (/^[\s.,^_]{1,2}$/.test(gap) && beginsOtherPart(parts, beside.folded)) return true;
  }
  return false;
}

/** `DEXA/Sharp/20040422`: the patient's surname alone between separators. */
function fillsSegment(reading: Reading, token: Token, parts: readonly NamePart[]): boolean {
  if (token.shape === 'lower' && !reading.isAllLower) return false;
  if (!parts.some(({ person, kind }) => person.keyword === 'PatientName' && kind === 'family')) return false;
  const previous = reading.tokens[token.index - 1];
  const next = reading.tokens[token.index + 1];
  // `Wood, Barium Swallow` and `Rib Detail^Le`: whatever else the word may be.
  if (previous === undefined && next?.text === ',' && token.folded.length >= 2) return true;
  if (previous?.text === '^' && next === undefined && token.folded.length >= 2) return true;
  if (((reading.classes[token.index] as number) & WordClass.imaging) !== 0) return false;
  const separates = (mark: Token | undefined): boolean => mark?.kind === 'mark' && '/|_;^'.includes(mark.text);
  // Smith_CT ABD and CT ABD_Smith: an underscore or a caret that touches the first or the last word.
  const glued = (mark: Token | undefined): boolean => mark?.kind === 'mark' && '_^'.includes(mark.text);
  if (previous === undefined && (glued(next) || separates(next)) && next?.start === token.end) return true;
  return separates(previous) && (next === undefined || separates(next));
}

/** `M. Dupont`: Monsieur, unless a given name begins with M. */
const isMonsieur = (initial: Token, parts: readonly NamePart[]): boolean =>
  initial.folded === 'm' &&
  !parts.some(({ person }) => [...person.given, ...person.middle].some(word => word.startsWith('m')));

/** Marks a harvested name with the particles, initials and full stops that belong to it. */
function markName(
  reading: Reading,
  index: HarvestIndex,
  token: Token,
  parts: readonly NamePart[],
  reason: string,
): void {
  const { tokens } = reading;
  let { start, end } = token;
  let at = token.index - 1;
  const particle = (t: Token | undefined): boolean =>
    t?.kind === 'word' &&
    PARTICLES.has(t.folded) &&
    parts.some(({ person }) => person.family.includes(t.folded) || person.given.includes(t.folded));
  if (tokens[at]?.text === '-' && particle(tokens[at - 1])) at--;
  // St. Pierre
  if (tokens[at]?.text === '.' && tokens[at - 1]?.folded === 'st' && particle(tokens[at - 1])) at--;
  while (particle(tokens[at])) start = (tokens[at--] as Token).start;
  const dot = tokens[at];
  const initial = tokens[at - 1];
  if (dot?.text === '.' && initial?.kind === 'word' && initial.folded.length === 1 && dot.start === initial.end)
    if ((initial.shape === 'upper' || token.shape === 'lower') && !isMonsieur(initial, parts)) start = initial.start;

  const next = tokens[token.index + 1];
  const afterNext = tokens[token.index + 2];
  const isInitial = (t: Token | undefined): t is Token => t?.kind === 'word' && t.folded.length === 1;
  const glued = (t: Token, following: Token | undefined): boolean =>
    following?.kind === 'number' && following.start === t.end;
  if (isInitial(next) && next.shape === 'upper' && afterNext?.text === '.') end = afterNext.end;
  else if (isInitial(next) && next.shape === 'upper' && afterNext?.kind === 'word' && index.parts.has(afterNext.folded))
    end = next.end;
  else if (isInitial(next) && next.shape === 'upper' && next.start - end <= 1 && !glued(next, afterNext)) {
    const closes = afterNext === undefined || afterNext.kind !== 'mark' || afterNext.text === ',';
    if (closes && middleFits(reading, token, parts, next.folded)) end = next.end;
  } else if (next !== undefined && /^[,^_]$/.test(next.text) && isInitial(afterNext) && afterNext.shape !== 'lower') {
    const fits = parts.some(({ person }) => person.given[0]?.charAt(0) === afterNext.folded);
    if (fits && !glued(afterNext, tokens[token.index + 3])) end = afterNext.end;
  }
  end = generationEnd(reading, token) ?? end;
  reading.mark(start, end, 'name', `harvest.${parts[0]?.person.keyword ?? 'name'}`, reason);
  reading.noteHarvestedName(token.index);
}

function middleFits(reading: Reading, token: Token, parts: readonly NamePart[], letter: string): boolean {
  let at = token.index - 1;
  while (reading.tokens[at]?.kind === 'mark') at--;
  const before = reading.tokens[at]?.folded ?? '';
  return parts.some(({ person, kind }) => {
    if (person.middle[0]?.charAt(0) === letter) return true;
    return kind === 'family' && person.given[0]?.charAt(0) === letter && !person.given.includes(before);
  });
}

/** A word outside every vocabulary that is one typing error away from a known name. */
function misspelled(reading: Reading, index: HarvestIndex, token: Token): string | undefined {
  const word = token.folded;
  if (word.length < 5 || token.shape === 'mixed' || reading.gluedToDigit(token.index)) return undefined;
  if (((reading.classes[token.index] as number) & (VOCABULARY | WordClass.eponym)) !== 0) return undefined;
  for (const name of index.misspellable) {
    const limit = Math.min(name.length, word.length) >= 9 ? 2 : 1;
    if (Math.abs(name.length - word.length) > limit || name === word) continue;
    if (name.charCodeAt(0) !== word.charCodeAt(0) && name.length < 7) continue;
    if (editDistance(name, word, limit) <= limit) return name;
  }
  return undefined;
}

/** The last word of a value that was cut: the beginning of a known name. */
function isCutName(reading: Reading, index: HarvestIndex, token: Token): boolean {
  if (!reading.cut || token.index !== reading.tokens.length - 1) return false;
  const before = reading.tokens[token.index - 1];
  if (before?.kind === 'word' && reading.isHarvestedName(before.index)) {
    const parts = index.parts.get(before.folded) ?? [];
    const continues = parts.some(({ person }) =>
      [...person.family, ...person.given, ...person.middle].some(
        w => w !== before.folded && w.startsWith(token.folded),
      ),
    );
    if (continues) return true;
  }
  const ordinary = ((reading.classes[token.index] as number) & (WordClass.imaging | WordClass.common)) !== 0;
  return token.folded.length >= 3 && !ordinary && index.misspellable.some(name => name.startsWith(token.folded));
}

function findSubstrings(reading: Reading, index: HarvestIndex): void {
  for (const { text, keyword } of index.substrings) {
    let at = reading.text.indexOf(text);
    while (at >= 0) {
      reading.mark(at, at + text.length, 'name', `harvest.${keyword}`, REASON);
      at = reading.text.indexOf(text, at + text.length);
    }
  }
}

/** A middle initial between two recognized names goes with them. */
function bridgeInitials(reading: Reading): void {
  const { tokens } = reading;
  for (let i = 1; i + 1 < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || token.folded.length !== 1 || !reading.isHarvestedName(i - 1)) continue;
    const next = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
    const following = tokens[next];
    if (following !== undefined && reading.isHarvestedName(next) && following.start - token.end <= 5)
      reading.mark((tokens[i - 1] as Token).start, following.end, 'name', 'harvest.middleInitial', REASON);
  }
}

/** Finds the persons of the header: exact, joined, misspelled and cut; leaves ambiguous words to the context. */
export function findHarvestedNames(reading: Reading, index: HarvestIndex): void {
  findSubstrings(reading, index);
  if (index.parts.size === 0) return;
  for (const token of reading.tokens) {
    if (token.kind !== 'word') continue;
    const word = token.folded;
    const parts = index.parts.get(word);
    if (parts !== undefined) {
      if (!isAmbiguous(reading, token, parts)) markName(reading, index, token, parts, REASON);
      else if (hasCompanion(reading, index, token, parts))
        markName(reading, index, token, parts, 'whole name of the header');
      else if (fillsSegment(reading, token, parts)) markName(reading, index, token, parts, REASON);
      else reading.noteAmbiguousName(token.index);
    } else if (index.isJoinedName(word)) {
      if (((reading.classes[token.index] as number) & (WordClass.imaging | WordClass.common)) === 0)
        reading.mark(token.start, token.end, 'name', 'harvest.joinedName', 'name of the header written as one word');
    } else if (misspelled(reading, index, token) !== undefined) {
      reading.mark(token.start, token.end, 'name', 'harvest.misspelled', 'name of the header with a typing error');
      reading.noteHarvestedName(token.index);
    } else if (isCutName(reading, index, token)) {
      reading.mark(token.start, token.end, 'name', 'harvest.cutName', 'name of the header, cut by the length limit');
      reading.noteHarvestedName(token.index);
    }
  }
  bridgeInitials(reading);
}

/**
 * `AX T2 FSE Rich 10AUG2002`: a surname of the patient that is also an ordinary word, with a capital and a date or number
 * of a person right behind it. Called when dates and numbers have been found.
 */
export function settleAmbiguousNames(reading: Reading, index: HarvestIndex): void {
  for (const token of reading.tokens) {
    if (!reading.isAmbiguousName(token.index) || token.shape === 'lower' || reading.isMarked(token.start)) continue;
    if (((reading.classes[token.index] as number) & WordClass.imaging) !== 0) continue;
    const next = reading.tokens[token.index + 1];
    if (next === undefined || next.start - token.end > 2) continue;
    if (!reading.isMarkedAs(next.start, 'date') && !reading.isMarkedAs(next.start, 'identifier')) continue;
    const parts = index.parts.get(token.folded) ?? [];
    if (parts.some(({ person, kind }) => person.keyword === 'PatientName' && kind === 'family'))
      markName(reading, index, token, parts, REASON);
  }
}
