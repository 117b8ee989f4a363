import { ANY_NAME, VOCABULARY, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import {
  AFTER_TITLE_STOPS,
  AMBIGUOUS_TITLES,
  BY_VERBS,
  ALIASES,
  BY_WORDS,
  COLON_ROLES,
  COMMUNICATION_VERBS,
  LOOSE_ROLES,
  RELATIONS,
  ROLES,
  isProfession,
  isRole,
  isStopWord,
  TITLE_TAILS,
  TITLES,
  wordSet,
} from '../wordClasses';

export type CueKind = 'none' | 'title' | 'role' | 'by' | 'for' | 'weak' | 'adjacent';

/** What stands before a word and says that a person follows. */
export interface Cue {
  readonly kind: CueKind;
  readonly weight: number;
  /** A word of kinship: mother, neighbour. */
  readonly relation: boolean;
  /** A title with its full stop. */
  readonly dotted: boolean;
}

const cue = (kind: CueKind, weight: number, relation = false, dotted = false): Cue => ({
  kind,
  weight,
  relation,
  dotted,
});
const NONE = cue('none', 0);

/** Titles written out: a full stop behind one ends the sentence. */
const WHOLE_TITLES = wordSet('nurse doctor docteur doktor professor professeur profesor monsieur madame sir miss');
/** Verbs after which a person is named at once: ask Roe, page Roe. */
const ADDRESSED = wordSet(
  'sees ask tell page remind notify inform alert text email consult thank thanks dear estimado estimada liebe lieber cher chere beste querido gentile',
);
/** Verbs of telling that take only a person. */
const TOLD = wordSet('spoke talked discussed called paged notified informed relayed');

const READS = wordSet('prelim preliminary wet final over resident stat initial outside overnight second');
const AWAITED = wordSet('read review signature approval');
const NURSES = wordSet('rn lpn cna crna emt');
const BEFORE_NURSE = wordSet('by to with charge from floor triage icu');
const MESSAGES = wordSet('request order referral consult message call note letter requisition report');
/** Participles of what things do: limited by motion, supplied by the artery. Behind one of them no person is expected. */
const THING_PARTICIPLES = wordSet(`limited obscured degraded caused affected compromised complicated followed preceded
  surrounded indicated covered bounded divided multiplied replaced supplied fed drained compressed displaced triggered gated
  produced evidenced explained characterized characterised defined precipitated exacerbated relieved aggravated worsened
  improved overlain shadowed hindered impeded masked hidden contaminated corrupted distorted reduced increased decreased
  corrected encased invaded infiltrated traversed crossed separated occupied filled formed mimicked represented denoted
  mediated induced enhanced attenuated processed classified computed calculated generated blurred marred hampered driven powered fixed connected joined lined crowded deformed
  indented narrowed occluded outlined paralleled restricted shielded suppressed weighted derived`);
/** Words before `for` or `of` + a finding. */
const FINDING_WORDS =
  wordSet(`evaluate evaluation eval assess assessment evidence negative positive suspicious suspicion
  concern concerns concerning workup screening screen check look looking surveillance worrisome history hx signs sign features
  symptoms diagnosis findings rule treated treatment risk`);
/** True if the word at `index` stands behind `evidence of`, `suspicious for` and the like. */
export function isFindingIntroduced(reading: Reading, index: number): boolean {
  const link = reading.tokens[index - 1];
  if (link?.folded !== 'of' && link?.folded !== 'for') return false;
  return FINDING_WORDS.has(reading.wordBefore(index - 1)?.folded ?? '');
}
/** What has a name and is no person: trade name, file name, sequence name. */
const NAMED_THINGS = wordSet(`trade brand generic product file series protocol station device sequence model code domain
  system scanner site procedure study exam test drug chemical scientific manufacturer template folder image host server
  machine field coil program software plan structure roi organ department unit agent kernel filter preset channel`);
/** Past participles: `performed by`, `written by`. */
const PARTICIPLE = /(?:[a-z]{3}ed|[a-z]{2}ght|wn|ven|ken|sen|ten)$/;

/** The cue immediately before token `index`. */
export function cueBefore(reading: Reading, index: number): Cue {
  const { tokens, text } = reading;
  const token = tokens[index] as Token;
  let at = index - 1;
  let colon = false;
  for (let skipped = 0; tokens[at]?.kind === 'mark' && skipped < 4; skipped++, at--) {
    const mark = (tokens[at] as Token).text;
    if (mark === ':' || mark === '=') colon = true;
    else if (!'.,-#*([/"\''.includes(mark)) break;
  }
  const word = tokens[at];
  if (word?.kind !== 'word') return NONE;
  const gap = text.slice(word.end, token.start);
  const sentence = at < index - 1 && /[.:]\s/.test(gap) && word.folded.length > 2;
  if (reading.isMarkedAs(word.start, 'name') && gap.length <= 2 && !sentence && !/[/|;:]/.test(gap))
    return cue('adjacent', 2);
  if (TITLE_TAILS.has(word.folded) && followsTitle(reading, at)) return cue('title', 3, false, true);
  if (gap.length > 5 || (sentence && endsSentence(word, gap))) return NONE;
  if (word.folded === 'm' && gap.startsWith('.') && token.folded.length > 1 && token.shape !== 'lower')
    if (/^(?:de|par|a|et|le|monsieur)$/.test(reading.wordBefore(at)?.folded ?? '')) return cue('title', 3, false, true);
  if (TITLES.has(word.folded) && !(word.folded === 'sr' && !gap.includes('.')) && !reading.gluedToDigit(at))
    return titleCue(reading, word, token, gap);
  // Twin A, sibling B
  if (RELATIONS.has(word.folded) && token.folded.length === 1 && tokens[index + 1]?.text !== '.') return NONE;
  if (RELATIONS.has(word.folded)) return cue('role', token.shape === 'lower' ? 2.5 : 3, true);
  return otherCue(reading, word, token, colon);
}

/** A full stop and a blank after a whole word end the sentence; after `Dr` or `pt` they do not. */
const endsSentence = (word: Token, gap: string): boolean => word.folded.length > 5 && /^\.\s/.test(gap);

/** `Prof. Dr. med.`: walks back over the tail to the title. */
function followsTitle(reading: Reading, from: number): boolean {
  const { tokens } = reading;
  let at = from;
  for (let steps = 0; at > 0 && steps < 8; steps++, at--) {
    const token = tokens[at] as Token;
    if (token.kind !== 'mark' && !(TITLE_TAILS.has(token.folded) && !TITLES.has(token.folded))) break;
  }
  return at !== from && /^(?:dr|dra|prof|dott)$/.test(tokens[at]?.folded ?? '');
}

function titleCue(reading: Reading, title: Token, token: Token, gap: string): Cue {
  if (WHOLE_TITLES.has(title.folded) && /^\.\s/.test(gap)) return NONE;
  if (AFTER_TITLE_STOPS.has(token.folded) || (token.folded.length > 1 && isStopWord(token))) return NONE;
  const dotted = gap.includes('.');
  if (title.folded === 'nurse' && BEFORE_NURSE.has(reading.wordBefore(title.index)?.folded ?? ''))
    return cue('title', 2.5);
  if (AMBIGUOUS_TITLES.has(title.folded) && !dotted) {
    // Without any capital only a word that is nothing else is a name.
    if (title.folded === 'nurse' && reading.isAllLower)
      return ((reading.classes[token.index] as number) & VOCABULARY) === 0 && token.folded.length >= 4
        ? cue('title', 2.5)
        : NONE;
    const classes = reading.classes[token.index] as number;
    const ordinary = (classes & (WordClass.imaging | WordClass.dicom)) !== 0 && (classes & ANY_NAME) === 0;
    if (title.shape !== 'title' || token.shape !== 'title' || ordinary) {
      const capitals =
        title.shape === 'upper' && token.shape === 'upper' && /^(?:mrs|mr|miss|nurse)$/.test(title.folded);
      const plausible = (classes & ANY_NAME) !== 0 || (title.folded === 'nurse' && (classes & VOCABULARY) === 0);
      const sure = capitals && plausible && (classes & WordClass.imaging) === 0;
      return sure ? cue('title', 2.5) : NONE;
    }
  }
  if (title.folded === 'ms' && dotted && reading.isAllLower) return cue('title', 3, false, true);
  if (title.folded === 'ms' && token.shape !== 'title' && token.shape !== 'upper') return NONE;
  return cue('title', 3, false, dotted);
}

/** Words that may be a cue without a colon behind them. */
const CUE_WORDS = new Set(
  [
    ...[BY_WORDS, BY_VERBS, ALIASES, ADDRESSED, ROLES],
    ...'pending call rn lpn cna crna emt by read for as of is was named called from w i and und et to with per via about o c'.split(
      ' ',
    ),
  ].flatMap(words => (typeof words === 'string' ? [words] : [...words])),
);

function otherCue(reading: Reading, word: Token, token: Token, colon: boolean): Cue {
  const { folded } = word;
  if (!colon && !CUE_WORDS.has(folded) && !isProfession(folded)) return NONE;
  const before = reading.wordBefore(word.index);
  if (BY_WORDS.has(folded) && before !== undefined && BY_VERBS.has(before.folded)) return cue('by', 2.5);
  if (folded === 'by') {
    if (colon || (before !== undefined && BY_VERBS.has(before.folded))) return cue('by', 2.5);
    if (before === undefined || !PARTICIPLE.test(before.folded)) return cue('by', 1.5);
    // `limited by motion`: what a thing does to a thing.
    if (THING_PARTICIPLES.has(before.folded)) return cue('weak', 0.75);
    // `followed by embolization`: after any other participle an ordinary word, or one nobody knows, is what it is.
    const classes = reading.classes[token.index] as number;
    const ordinary = (classes & (WordClass.common | WordClass.dicom | WordClass.imaging)) !== 0;
    // `logged by A. Cotton`: an initial with its full stop.
    const initial = token.folded.length === 1 && reading.tokens[token.index + 1]?.text === '.';
    const given = initial || (classes & WordClass.given) !== 0;
    return cue('by', given || (!ordinary && (classes & ANY_NAME) !== 0) ? 2.5 : 2);
  }
  if (folded === 'read' && before !== undefined && READS.has(before.folded)) return cue('by', 2.5);
  // `evaluate for Crohn`, `evidence of Crohn`: what is looked for is a finding; a whole name still speaks for itself.
  if (folded === 'for')
    return before !== undefined && FINDING_WORDS.has(before.folded) ? cue('weak', 0.75) : cue('for', 2);
  if (ALIASES.has(folded) && !(folded === 'called' && before?.folded !== 'be')) return cue('by', 2.5);
  if (folded === 'as' && (before?.folded === 'known' || before?.folded === 'pt' || before?.folded === 'patient'))
    return cue('by', 2.5);
  if (folded === 'by' && before?.folded === 'goes') return cue('by', 2.5);
  if (folded === 'of' && before?.folded === 'presence') return cue('by', 2);
  if (folded === 'name' && before !== undefined && NAMED_THINGS.has(before.folded)) return NONE;
  if (isRole(folded)) return cue('role', colon ? 3 : LOOSE_ROLES.has(folded) ? 2 : 2.5);
  if (colon && (COLON_ROLES.has(folded) || (folded === 'call' && before?.folded === 'on'))) return cue('role', 3);
  if (folded === 'pending' && before !== undefined && AWAITED.has(before.folded)) return cue('by', 2);
  // RN Roe, np Roe; behind a name it is a credential.
  if (NURSES.has(folded) && word.shape !== 'title' && !reading.isMarkedAs(before?.start ?? -1, 'name'))
    return cue('role', 2);
  if (colon && BY_VERBS.has(folded)) return cue('by', 2.5);
  if (/^(?:is|was|named|called)$/.test(folded) && before !== undefined)
    if (RELATIONS.has(before.folded) || isRole(before.folded))
      return cue('role', LOOSE_ROLES.has(before.folded) ? 1.5 : 2.5);
  if (folded === 'from' && before !== undefined && MESSAGES.has(before.folded)) return cue('by', 2);
  // d/w: discussed with; s/w: spoke with.
  if (folded === 'w' && /(?<![A-Za-z])[ds]\/w\W*$/i.test(reading.text.slice(Math.max(0, token.start - 8), token.start)))
    return cue('by', 2.5);
  if (folded === 'i' && reading.tokens[word.index + 1]?.text === ',' && reading.startsSentence(word.start))
    return cue('by', 2.5);
  if (folded === 'and' || folded === 'und' || folded === 'et') return coordinateCue(reading, word);
  if (folded === 'to' && (colon || before?.folded === 'according')) return cue('by', colon ? 2.5 : 2);
  if ((folded === 'to' || folded === 'with' || folded === 'w') && before !== undefined)
    if (COMMUNICATION_VERBS.has(before.folded)) return cue('by', TOLD.has(before.folded) ? 2.5 : 2);
  if (folded === 'of' && before !== undefined && RELATIONS.has(before.folded)) return cue('role', 2.5, true);
  if (folded === 'per' || folded === 'via') return cue('by', 1.5);
  if (folded === 'w' && /w\/\s?$/i.test(reading.text.slice(Math.max(0, token.start - 3), token.start)))
    return cue('weak', 1.5);
  if (folded === 'with' || folded === 'from' || folded === 'to' || folded === 'about') return cue('weak', 0.75);
  if (
    (folded === 'o' || folded === 'c') &&
    /c\/o\s*$/i.test(reading.text.slice(Math.max(0, token.start - 8), token.start))
  )
    return cue('by', 1.5);
  if (colon && word.shape === 'mixed' && partsOf(word).some(part => isRole(part) || COLON_ROLES.has(part)))
    return cue('role', 3);
  if (ADDRESSED.has(folded) && token.shape !== 'lower') return cue('weak', 1.5);
  if (BY_VERBS.has(folded) && token.shape !== 'lower' && token.folded.length > 2) return cue('weak', 1.5);
  // Whatever stands before a colon or an equals sign: a name may follow, if the words say so themselves.
  return colon ? cue('weak', 1.5) : NONE;
}

/** RefPhys, ReqDoctor: the words a mixed word is made of. */
const partsOf = (word: Token): string[] => word.text.split(/(?<=[a-z])(?=[A-Z])/).map(part => part.toLowerCase());

/** `Drs. Roe and Doe`: the second name has the cue of the first. */
function coordinateCue(reading: Reading, and: Token): Cue {
  const { tokens } = reading;
  let at = and.index - 1;
  if (!reading.isMarkedAs(tokens[at]?.start ?? -1, 'name')) return NONE;
  for (let steps = 0; steps < 6 && at >= 0 && reading.isMarkedAs((tokens[at] as Token).start, 'name'); steps++) at--;
  if (tokens[at]?.text === '.') at--;
  const folded = tokens[at]?.folded ?? '';
  if (TITLES.has(folded) || isRole(folded)) return cue('by', 2.5);
  return folded === 'by' || folded === 'with' ? cue('by', 2) : NONE;
}
