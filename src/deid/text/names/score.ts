import { ANY_NAME, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import { CREDENTIALS, RELATIONS, SURE_CREDENTIALS, wordSet } from '../wordClasses';
import { isFindingIntroduced, type Cue } from './cue';
import { evidenceOf, type NameKind } from './nameKind';
import { isCapitalised, type Run } from './run';

/** Scores from which a run is a name. */
const WITH_CUE = 4;
const WITHOUT_CUE = 5;
/** From here a run that is not a name leaves a doubt. */
const DOUBT = 2.5;

export interface Verdict {
  readonly isName: boolean;
  readonly isDoubtful: boolean;
  readonly score: number;
}

/** What a run is made of. */
interface Composition {
  strong: number;
  weak: number;
  unknown: number;
  ordinary: number;
  initials: number;
}

const ORDINARY = new Set<NameKind>(['wordStrong', 'wordWeak', 'eponym', 'jargon', 'promoted']);

function compose(reading: Reading, run: Run, cue: Cue): { parts: Composition; evidence: number } {
  const parts: Composition = { strong: 0, weak: 0, unknown: 0, ordinary: 0, initials: 0 };
  let evidence = 0;
  run.kinds.forEach((kind, i) => {
    const token = reading.tokens[run.words[i] as number] as Token;
    evidence += evidenceOf(kind, cue.weight, token.shape !== 'lower');
    // A word nobody knows, with a capital, right behind `reported by`.
    if (kind === 'unknown' && i === 0 && cue.weight >= 2.5 && token.shape !== 'lower' && token.folded.length >= 4)
      evidence += 0.5;
    if (kind === 'strong' || kind === 'rareStrong') parts.strong++;
    else if (kind === 'weak') parts.weak++;
    else if (kind === 'rareWeak') parts.weak += 0.75;
    else if (kind === 'unknown') parts.unknown++;
    else if (ORDINARY.has(kind)) parts.ordinary++;
    else if (kind === 'initial') parts.initials++;
  });
  return { parts, evidence };
}

/** 2.5 if a credential follows the run. */
function credentialEvidence(reading: Reading, last: Token, named: boolean): number {
  const { tokens } = reading;
  let at = last.index + 1;
  while (tokens[at]?.kind === 'mark' && ',.'.includes((tokens[at] as Token).text)) at++;
  const token = tokens[at];
  if (token?.kind !== 'word' || token.start - last.end > 3 || !named) return 0;
  const capitals = reading.upperWords + reading.titleWords > 0;
  const sure =
    token.shape === 'upper' || token.folded.length > 2 || (!capitals && /^(?:md|rn|np|do|pa|rt)$/.test(token.folded));
  const degree = token.folded === 'm' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.folded === 'd';
  if (degree || (SURE_CREDENTIALS.has(token.folded) && token.shape === 'upper')) return 3;
  return CREDENTIALS.has(token.folded) && sure ? 2.5 : 0;
}

const TELEPHONE_LINKS = /^(?:on|at|tel|phone|ph|cell|mobile|fax|pager|home|work)$/;
const BIRTH = /^(?:dob|born|geb|geboren|ur)$/;

const PEOPLE_OF_ONE = wordSet('team staff colleagues family');
const POSSESSIVES = wordSet('his her their the my patients pts');

/** What follows a name often: a telephone, a kinship in brackets, a birth date. */
function followerEvidence(reading: Reading, last: Token): number {
  const { tokens } = reading;
  let at = last.index + 1;
  // `Erin, his wife,` and `Roe and team`
  if (
    tokens[at]?.text === ',' &&
    RELATIONS.has(tokens[at + 2]?.folded ?? '') &&
    POSSESSIVES.has(tokens[at + 1]?.folded ?? '')
  )
    return 2.5;
  if (tokens[at]?.folded === 'and' && PEOPLE_OF_ONE.has(tokens[at + 1]?.folded ?? '')) return 1.5;
  let linked = false;
  for (let steps = 0; steps < 3; steps++, at++) {
    const token = tokens[at];
    if (token === undefined || reading.isMarked(token.start)) break;
    if (token.kind === 'mark' ? !'(,:-/'.includes(token.text) : !TELEPHONE_LINKS.test(token.folded)) break;
    linked = true;
  }
  const token = tokens[at];
  if (token === undefined || token.start - last.end > 12) return 0;
  if (reading.isMarkedAs(token.start, 'phone') || reading.isMarkedAs(token.start, 'contact')) return 2.5;
  if (reading.isMarkedAs(token.start, 'address') && tokens[token.index - 1]?.text === ',') return 2.5;
  if (token.kind !== 'word') return 0;
  if (linked && RELATIONS.has(token.folded) && tokens[at - 1]?.text === '(') return 2.5;
  return BIRTH.test(token.folded) ? 1.5 : 0;
}

/** What letter case says: a name stands out from the case of the text around it. */
function caseEvidence(reading: Reading, run: Run, cue: Cue): number {
  const first = reading.tokens[run.words[0] as number] as Token;
  const { upperWords, lowerWords, titleWords } = reading;
  const count = run.words.length;
  let evidence = 0;
  if (first.shape === 'title' && upperWords >= 2 && titleWords <= count && upperWords > titleWords) evidence += 1;
  else if (first.shape === 'upper' && lowerWords >= 2 && upperWords <= count && first.folded.length > 2)
    evidence += 0.5;
  else if (first.shape === 'title' && lowerWords >= 1 && titleWords <= count && cue.weight > 0) evidence += 0.5;
  if (first.shape === 'lower' && lowerWords < upperWords + titleWords) evidence -= 0.5;
  return evidence;
}

/** `A^B`, `A, B`, `A_B`. */
function separatorEvidence(reading: Reading, run: Run, parts: Composition): number {
  if (run.words.length < 2) return 0;
  const first = reading.tokens[run.words[0] as number] as Token;
  const second = reading.tokens[run.words[1] as number] as Token;
  const gap = reading.text.slice(first.end, second.start);
  if (parts.strong + parts.weak < 1) return 0;
  if (gap === '^') return 1;
  if (/^,\s?$/.test(gap)) return 0.75;
  return gap === '_' ? 0.5 : 0;
}

/** Decides whether a run is a name, by its words, the cue in front, what follows, and the writing around it. */
export function judge(reading: Reading, run: Run, cue: Cue): Verdict {
  const { parts, evidence } = compose(reading, run, cue);
  const { strong, weak, unknown, ordinary, initials } = parts;
  const named = strong + weak + unknown;
  if (named + ordinary === 0) return { isName: false, isDoubtful: false, score: 0 };
  const count = run.words.length;
  const first = reading.tokens[run.words[0] as number] as Token;
  const last = reading.tokens[run.words[count - 1] as number] as Token;
  let score = cue.weight + evidence;
  const size = named + ordinary + initials;
  if (count >= 2 && size >= 2 && size <= 4) score += 1;
  if (count > 4 && !run.kinds.includes('particle')) score -= 1;
  const words =
    named > 0 ||
    cue.weight >= 2 ||
    (run.kinds.includes('wordStrong') && (first.shape !== 'lower' || reading.isAllLower));
  const credential = credentialEvidence(reading, last, words) || (named > 0 ? followerEvidence(reading, last) : 0);
  score += credential + caseEvidence(reading, run, cue) + separatorEvidence(reading, run, parts);
  const titledProse = reading.isProse && first.shape === 'title';
  const insideProse = titledProse && first.index > 0 && !reading.startsSentence(first.start);
  if (insideProse && named > 0 && !(count === 1 && isFindingIntroduced(reading, first.index))) score += 1.5;

  if (count === 1 && unknown === 1 && isApposition(reading, first, cue)) score += 1;

  const announced = cue.weight >= 1.5 || credential > 0;
  let isName = score >= (announced ? WITH_CUE : WITHOUT_CUE);
  let byCase = false;
  if (
    !isName &&
    titledProse &&
    (insideProse || count >= 2) &&
    count >= 2 &&
    count <= 4 &&
    isCapitalised(reading, run)
  ) {
    byCase = namesByCase(reading, run, unknown, insideProse);
    isName = byCase;
  }
  if (!isName && insideProse && count === 1 && last.folded.length >= 4 && score >= 3.5)
    if (run.kinds[0] === 'strong' || (run.kinds[0] === 'unknown' && cue.weight > 0)) {
      isName = true;
      byCase = true;
    }
  if (isName && !byCase && !announced && !(insideProse && strong + weak >= 1 && count >= 2))
    isName = standsAlone(reading, run, parts, first);
  if (isName) isName = !isVetoed(reading, run, cue, parts, score, credential > 0);
  return { isName, isDoubtful: !isName && score >= DOUBT && (cue.weight > 0 || strong + weak > 0), score };
}

function namesByCase(reading: Reading, run: Run, unknown: number, insideProse: boolean): boolean {
  const classesOf = (index: number): number => reading.classes[index] as number;
  const start = run.words[0] as number;
  const opens = start === 0 || reading.startsSentence((reading.tokens[start] as Token).start);
  const names = run.words.filter(i => {
    if ((classesOf(i) & ANY_NAME) === 0 || (classesOf(i) & WordClass.imaging) !== 0) return false;
    // The first word of a sentence has its capital for that.
    return !(i === start && opens && (classesOf(i) & WordClass.common) !== 0 && (classesOf(i) & WordClass.given) === 0);
  });
  const given = run.words.some(i => (classesOf(i) & WordClass.given) !== 0 && (classesOf(i) & WordClass.imaging) === 0);
  return (names.length >= 2 && given) || (names.length >= 1 && unknown >= 1 && insideProse);
}

/** Without any cue: at least a given name and a surname that are nothing else. */
function standsAlone(reading: Reading, run: Run, parts: Composition, first: Token): boolean {
  const { strong, weak, unknown, ordinary } = parts;
  const count = run.words.length;
  if (!((strong >= 1 && strong + weak + unknown >= 2) || (weak >= 2 && count === 2))) return false;
  if (ordinary > 0 && (strong < 1 || strong + weak < 2)) return false;
  if (first.shape === 'lower') return false;
  const short = run.words.some((index, i) => {
    const length = (reading.tokens[index] as Token).folded.length;
    return length < 3 && run.kinds[i] !== 'initial' && run.kinds[i] !== 'particle';
  });
  if (short && !reading.isProse) return false;
  const allCapitals = reading.upperWords > 0 && reading.titleWords === 0 && reading.lowerWords === 0;
  if (allCapitals && !(strong >= 2 || (strong >= 1 && weak >= 1 && count === 2))) return false;
  return run.words.some((index, i) => {
    const kind = run.kinds[i];
    const name = kind === 'strong' || kind === 'weak' || kind === 'rareStrong';
    return name && ((reading.classes[index] as number) & WordClass.given) !== 0;
  });
}

/** `the wife, harpreet, about`: a word between commas behind a word of kinship. */
function isApposition(reading: Reading, first: Token, cue: Cue): boolean {
  return cue.relation && reading.tokens[first.index - 1]?.text === ',' && reading.tokens[first.index + 1]?.text === ',';
}

/** Weak cues need better words. */
function isVetoed(
  reading: Reading,
  run: Run,
  cue: Cue,
  { strong, weak, unknown, ordinary }: Composition,
  score: number,
  credential: boolean,
): boolean {
  const count = run.words.length;
  const first = reading.tokens[run.words[0] as number] as Token;
  const named = strong + weak;
  // Among words with capitals a name has one.
  if (first.shape === 'lower' && reading.isProse && reading.titleWords + reading.upperWords > 0)
    if (cue.kind !== 'title' && !(cue.kind === 'by' && cue.weight >= 2.5)) return true;
  if (
    cue.kind === 'none' &&
    !credential &&
    run.words.every(i => ((reading.classes[i] as number) & WordClass.eponym) !== 0)
  )
    return true;
  if (cue.kind === 'for' && count === 1 && named === 0)
    if (!(first.shape === 'title' && reading.upperWords >= 2)) return true;
  if (cue.kind === 'for' && ordinary > 0 && named === 0 && unknown === 0) {
    const [a = 0, b = 0] = run.words.map(index => reading.classes[index] as number);
    const second = reading.tokens[run.words[1] ?? -1];
    const given = (a & WordClass.given) !== 0 && (b & ANY_NAME) !== 0 && ((a | b) & WordClass.imaging) === 0;
    if (!(count >= 2 && given && first.shape !== 'lower' && second?.shape !== 'lower')) return true;
  }
  if (cue.kind === 'by' && cue.weight < 2.5 && first.shape === 'lower' && ORDINARY.has(run.kinds[0] as NameKind))
    return true;
  // `marked by round white areas`: without a verb for what persons do, ordinary words in one case are no name.
  if (cue.kind === 'by' && cue.weight <= 2 && named === 0 && unknown === 0 && first.shape !== 'title')
    if (run.words.every(i => ((reading.classes[i] as number) & WordClass.given) === 0)) return true;
  // The last word of a cut value is the beginning of some other word more often than a name.
  const cutOff = reading.cut && count === 1 && first.index === reading.tokens.length - 1;
  // MODIC CHANG: the same behind nothing but ordinary words.
  const lastWord = run.words[count - 1] as number;
  if (reading.cut && cue.kind === 'none' && count >= 2 && lastWord === reading.tokens.length - 1)
    if (run.kinds.slice(0, -1).every(kind => ORDINARY.has(kind))) return true;
  if (cutOff && first.shape === 'lower' && (cue.kind === 'for' || cue.kind === 'weak' || cue.kind === 'adjacent'))
    return true;
  if (cue.kind === 'weak' && !credential && named === 0) return true;
  if (cue.kind === 'adjacent') {
    const flat = first.shape === 'upper' && reading.titleWords === 0;
    if (named === 0 && (unknown === 0 || score < 4 || first.shape === 'lower' || flat)) return true;
    if (first.shape === 'lower' && strong === 0) return true;
  }
  if (isApposition(reading, first, cue)) return false;
  // `pt hard stick`: behind such a word only a name that is nothing else, or one with a capital of its own.
  if (cue.kind === 'role' && cue.weight < 2.5 && named === 0 && unknown === 0 && first.shape !== 'title') return true;
  return cue.kind === 'role' && count === 1 && run.kinds[0] === 'unknown' && first.shape === 'lower';
}
