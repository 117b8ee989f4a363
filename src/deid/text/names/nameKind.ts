import { ANY_NAME, STRONG_NAME, VOCABULARY, WordClass } from '../lexicon';
import { isMonthAbbreviation } from './months';
import type { Reading } from '../reading';
import type { Token } from '../tokens';
import {
  CREDENTIALS,
  EPONYM_NOUNS,
  PARTICLES,
  isRole,
  isStopWord,
  RELATIONS,
  TITLE_TAILS,
  TITLES,
} from '../wordClasses';

/**
 * How well a word would do as part of a name, from its classes and shape alone.
 *
 * `strong`, `weak`: a name and nothing else. `rare…`: also a rare English word. `word…`: also a common one. `promoted`: an
 * ordinary word in a place where only a name stands. `jargon`: a name that is imaging jargon too. `unknown`: in no list,
 * but pronounceable; `odd`: in no list and not even that.
 */
export type NameKind =
  | 'strong'
  | 'weak'
  | 'rareStrong'
  | 'rareWeak'
  | 'wordStrong'
  | 'wordWeak'
  | 'eponym'
  | 'promoted'
  | 'jargon'
  | 'particle'
  | 'initial'
  | 'unknown'
  | 'odd';

const isPronounceable = (folded: string): boolean =>
  folded.length >= 3 && /[aeiouy]/.test(folded) && !/[bcdfghjklmnpqrstvwxz]{5,}/.test(folded);

/** Endings of medical terms: an unknown word that has one is no name. */
const MEDICAL =
  /(?:itis|osis|oses|ectomy|ostomy|otomy|plasty|graphy|gram|grams|scopy|scopic|pathy|megaly|emia|aemia|uria|algia|plegia|penia|cele|lysis|trophy|trophic|plasia|plastic|oma|omas|omata|tomic|logic|logical|logy|genic|tropic|phasia|pnea|rrhea|rrhage|rrhagic|sclerosis|stenosis|ectasis|iasis|graphie|grafie|grafia|gramm|gramma|gramme|skopie|scopia|scopie|tomie|tomia|ektomie|ectomia|plastik|plastie|plastia|pathie|patia|patie|logie|logia|karzinom|sarkom|aufnahme|untersuchung|sequenz|schicht|gelenk|knochen|gefass|gefasse|druse|muskel|fraktur|fractura|frattura|tumor|metastasen|befund|befunde|azole|mycin|cillin|statin|mab|pril|sartan)$/;
const MEDICAL_START =
  /^(?:hyper|hypo|peri|endo|intra|extra|inter|retro|supra|infra|sub|trans|ante|antero|postero|para|neuro|cardio|gastro|hepato|nephro|osteo|arthro|angio|cranio|thoraco|abdomin|pneumo|bronch|micro|macro|electro|radio|chemo|ultra|multi|post|pre|non|anti|pseudo|vaso|veno|myelo|cysto|chol|encephal|costo|sterno|spondyl)/;

/** True for words built like a medical term, in no list. */
export const isMedicalForm = (folded: string): boolean =>
  folded.length >= 7 && (MEDICAL.test(folded) || (folded.length >= 9 && MEDICAL_START.test(folded)));

const MIXED_NAME = /^(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|O['’]?|St|Al|El|Fitz|D['’])\p{Lu}/u;

/** True if the one-letter word can be an initial. */
function isInitial(reading: Reading, token: Token): boolean {
  const { tokens } = reading;
  const next = tokens[token.index + 1];
  const following = tokens[token.index + 2];
  if (next?.text === '/' || next?.text === '&') return false;
  // M.D., R.N.: credentials, not initials.
  if (next?.text === '.' && following?.kind === 'word' && following.folded.length === 1 && following.start === next.end)
    if (/^(?:md|do|pa|rn|np|dc)$/.test(token.folded + following.folded)) return false;
  return token.shape === 'upper' || (next?.text === '.' && next.start === token.end);
}

/** What the word at `index` would be in a name; undefined if it cannot be part of one. */
export function nameKindOf(reading: Reading, index: number): NameKind | undefined {
  const token = reading.tokens[index];
  if (token?.kind !== 'word' || reading.isMarked(token.start) || reading.isKept(index)) return undefined;
  if (reading.gluedToDigit(index)) return undefined;
  const { folded, shape } = token;
  if (folded.length === 1) return isInitial(reading, token) ? 'initial' : undefined;
  const classes = reading.classes[index] as number;
  const own = byClasses(classes, folded, shape !== 'lower');
  if (own === undefined && folded !== 'an' && !PARTICLES.has(folded)) return undefined;
  const previous = reading.tokens[index - 1];
  const next = reading.tokens[index + 1];
  if (folded === 'an' && previous?.kind === 'word' && PARTICLES.has(previous.folded)) return 'particle';
  if (next !== undefined && (RELATIONS.has(folded) || isRole(folded) || /^(?:cell|mobile|pager)$/.test(folded)))
    return undefined;
  if (isStopWord(token)) return undefined;
  if (next?.kind === 'word' && next.start - token.end === 1 && EPONYM_NOUNS.has(next.folded)) {
    // Haller cells; but Mr. Haller
    const title = previous?.text === '.' ? reading.tokens[index - 2] : previous;
    if (title === undefined || !TITLES.has(title.folded)) return undefined;
  }
  if (isMonthAbbreviation(folded) && !(folded === 'may' && next?.kind !== 'number' && shape !== 'lower'))
    return undefined;
  if (CREDENTIALS.has(folded) && shape !== 'title' && folded !== 'do' && folded !== 'pa') return undefined;
  if (TITLES.has(folded) && folded !== 'pan' && folded !== 'sir') return undefined;
  if (TITLE_TAILS.has(folded)) return undefined;
  if (shape === 'mixed' && !MIXED_NAME.test(token.text)) return undefined;
  if (PARTICLES.has(folded)) {
    const name = (classes & STRONG_NAME) !== 0 && shape === 'title';
    const at = next?.text === '-' ? index + 2 : index + 1;
    const leads = reading.tokens[at]?.kind === 'word' && reading.tokens[at]?.shape !== 'lower';
    if (!name || ((classes & WordClass.imaging) !== 0 && leads)) return 'particle';
  }
  return own;
}

function byClasses(classes: number, folded: string, cased: boolean): NameKind | undefined {
  const strong = (classes & STRONG_NAME) !== 0;
  const any = (classes & ANY_NAME) !== 0;
  if ((classes & WordClass.imaging) !== 0) return any && cased ? 'jargon' : undefined;
  // Huffman coding and Randall plaques stand in the standard, but no dictionary of English has the words.
  if ((classes & (VOCABULARY | WordClass.eponym)) === WordClass.dicom && strong) return 'rareStrong';
  if ((classes & (WordClass.common | WordClass.dicom)) !== 0)
    return strong ? 'wordStrong' : any ? 'wordWeak' : undefined;
  if ((classes & WordClass.eponym) !== 0) return any ? 'wordStrong' : 'eponym';
  if ((classes & WordClass.rare) !== 0) return strong ? 'rareStrong' : any ? 'rareWeak' : 'promoted';
  if (strong) return 'strong';
  if (any) return 'weak';
  if (isMedicalForm(folded)) return undefined;
  return isPronounceable(folded) ? 'unknown' : 'odd';
}

/** Score a word adds to its run, given the weight of the cue in front. */
export function evidenceOf(kind: NameKind, cue: number, cased: boolean): number {
  switch (kind) {
    case 'strong':
      return 3;
    case 'weak':
    case 'rareStrong':
      return 2;
    case 'wordStrong':
      return cue >= 2.5 && cased ? 2 : 1;
    case 'wordWeak':
    case 'eponym':
      return cue >= 3 ? 1.5 : 0.5;
    case 'rareWeak':
      return cue >= 1.5 ? 1.5 : 1;
    case 'promoted':
      return cue >= 3 ? 1.2 : 0.4;
    case 'jargon':
      return cue >= 3 ? 1.5 : 0;
    case 'initial':
      return 0.5;
    case 'unknown':
      return 1;
    case 'odd':
      return 0.2;
    case 'particle':
      return 0;
  }
}
