import type { HarvestIndex, KnownPhrase } from '../harvestIndex';
import { VOCABULARY, WordClass } from '../lexicon';
import type { Reading } from '../reading';
import type { Token } from '../tokens';

/** How far a known address or institution is repeated from word `from` of the phrase at token `at`. */
function follow(reading: Reading, index: HarvestIndex, phrase: KnownPhrase, at: number, from: number) {
  const { tokens } = reading;
  let token = at;
  let word = from;
  let matched = 0;
  let distinctive = 0;
  let last = at;
  while (token < tokens.length && word < phrase.words.length) {
    const current = tokens[token];
    const expected = phrase.words[word] as string;
    if (current === undefined) break;
    if (current.kind === 'mark') {
      token++;
    } else if (current.folded === expected) {
      matched++;
      if (index.placeWords.has(expected) || /^\d{3,}$/.test(expected)) distinctive++;
      last = token;
      token++;
      word++;
    } else if (current.folded === 'and') {
      token++;
    } else if (expected === 'and') {
      word++;
    } else {
      const cutOff = token === tokens.length - 1 && expected.startsWith(current.folded);
      if (cutOff && (current.folded.length >= 2 || (reading.cut && matched >= 1))) {
        matched++;
        last = token;
      }
      break;
    }
  }
  return { matched, distinctive, last };
}

function findPhrase(reading: Reading, index: HarvestIndex, phrase: KnownPhrase): void {
  const { tokens, text } = reading;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') continue;
    const from = phrase.words.indexOf(token.folded);
    if (from < 0) continue;
    const { matched, distinctive, last } = follow(reading, index, phrase, i, from);
    const enough = matched === phrase.words.length || (matched >= 2 && distinctive >= 1) || matched >= 3;
    const single = phrase.words[0] as string;
    const ordinary =
      (reading.lexicon.classesOf(single) & (WordClass.imaging | WordClass.common | WordClass.dicom)) !== 0;
    if (!enough || (matched < 2 && !(phrase.words.length === 1 && single.length >= 4 && !ordinary))) continue;
    let end = tokens[last]?.end ?? token.end;
    const rest = text.length - end;
    if (reading.cut && phrase.kind === 'address' && matched >= 3 && matched < phrase.words.length && rest <= 6)
      end = text.length;
    reading.mark(token.start, end, phrase.kind, `harvest.${phrase.keyword}`, `${phrase.kind} of the header`);
    i = last;
  }
}

/** Finds addresses and institutions of the header, whole, in part, by a distinctive word, or by acronym. */
export function findHarvestedPlaces(reading: Reading, index: HarvestIndex): void {
  for (const phrase of index.phrasesFor(reading.tokens)) findPhrase(reading, index, phrase);
  for (const token of reading.tokens) {
    if (token.kind !== 'word') continue;
    const phrase = index.placeWords.get(token.folded);
    if (phrase !== undefined)
      reading.mark(
        token.start,
        token.end,
        phrase.kind,
        `harvest.${phrase.keyword}`,
        `word of the header's ${phrase.kind}`,
      );
    else if (token.folded.length <= 12 && mayBeAcronym(reading, token.index) && index.acronyms.has(token.folded))
      reading.mark(token.start, token.end, 'institution', 'harvest.acronym', "acronym of the header's institution");
  }
}

/** True where an acronym of an institution would be one: nobody knows the word, or it stands behind `at`. */
function mayBeAcronym(reading: Reading, index: number): boolean {
  if (reading.isHarvestedName(index)) return false;
  const token = reading.tokens[index] as Token;
  if (token.folded.length >= 3 && ((reading.classes[index] as number) & VOCABULARY) === 0) return true;
  const before = reading.wordBefore(index)?.folded;
  return before === 'at' || before === 'to' || before === 'from' || before === 'site' || before === 'facility';
}
