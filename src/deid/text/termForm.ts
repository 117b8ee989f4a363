import { TERM_BEGINNINGS, TERM_ENDINGS } from './lexiconData';

const SHORTEST_WORD = 7;
const ENDINGS = [2, 3, 4, 5, 6];
const BEGINNINGS = [3, 4, 5, 6, 7];

let endings: ReadonlySet<string> | undefined;
let beginnings: ReadonlySet<string> | undefined;

/**
 * True if a folded word begins or ends as words of the vocabulary do and names hardly ever: `palmitoylation`,
 * `transmural`. The beginnings and endings are counted over the lexicon when it is built.
 */
export function hasTermForm(folded: string): boolean {
  if (folded.length < SHORTEST_WORD) return false;
  endings ??= new Set(TERM_ENDINGS.split(' '));
  for (const length of ENDINGS) if (endings.has(folded.slice(-length))) return true;
  beginnings ??= new Set(TERM_BEGINNINGS.split(' '));
  return BEGINNINGS.some(length => folded.length >= length + 3 && (beginnings?.has(folded.slice(0, length)) ?? false));
}
