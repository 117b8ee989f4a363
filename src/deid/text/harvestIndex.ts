import { fold, foldAlphanumeric } from './fold';
import type { Fact } from './harvest';
import { WordClass, type Lexicon } from './lexicon';
import { INSTITUTION_GENERIC, INSTITUTION_WORDS, STREET_TYPES, WEAK_STREET_TYPES, STATE_NAMES } from './places';
import { tokenize, type Token } from './tokens';
import { PARTICLES } from './wordClasses';

export interface Person {
  readonly keyword: string;
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly middle: readonly string[];
  /** All words of the family name and of the given names as one, as accounts are named. */
  readonly last: string;
  readonly first: string;
  /** First letters as written, which differ from those of the words behind a prefix. */
  readonly written: string;
}

export type PartKind = 'family' | 'given' | 'middle';
/** One word of a person's name. */
export interface NamePart {
  readonly person: Person;
  readonly kind: PartKind;
}

export interface KnownIdentifier {
  /** Folded letters and digits. */
  readonly folded: string;
  readonly digits: number;
  readonly keyword: string;
  /** Too short to be told from an ordinary number without a word beside it. */
  readonly short: boolean;
}

export interface KnownPhrase {
  readonly words: readonly string[];
  readonly kind: 'address' | 'institution';
  readonly keyword: string;
}

/** A month and a day, and how years may follow: the forms a known date can take. */
export interface KnownDate {
  readonly keyword: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function words(text: string): string[] {
  if (text === '') return [];
  const folded = fold(text);
  if (isPlainWord(folded)) return [folded];
  return folded
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
}

function isPlainWord(folded: string): boolean {
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** An address or institution of the header, compiled once a text shares a word with it. */
interface Place {
  readonly fact: Fact;
  readonly kind: 'address' | 'institution';
  readonly folded: string;
  phrase: KnownPhrase | undefined;
}

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/**
 * A harvest made ready for searching, as far as texts ask for it: what a header says is compiled when the first text comes
 * that could repeat it. Most texts repeat nothing, and most headers of a run are seen with a few short texts only.
 */
export class HarvestIndex {
  readonly parts = new Map<string, NamePart[]>();
  /** Name parts long enough to be recognized with a typing error. */
  readonly misspellable: string[] = [];
  /** Names in scripts without word boundaries, searched as substrings. */
  readonly substrings: { readonly text: string; readonly keyword: string }[] = [];
  /** Words only this person's address or institution would bring up; those of the places compiled so far. */
  readonly placeWords = new Map<string, KnownPhrase>();
  /** True if nothing is known; a quick way out. */
  readonly isEmpty: boolean;
  private readonly persons: Person[] = [];
  private readonly places: Place[] = [];
  private readonly identifierFacts: Fact[] = [];
  private readonly dateFacts: Fact[] = [];
  private knownIdentifiers: KnownIdentifier[] | undefined;
  private knownDates: KnownDate[] | undefined;
  private knownAcronyms: Set<string> | undefined;

  constructor(
    facts: readonly Fact[],
    private readonly lexicon: Lexicon,
  ) {
    for (const fact of facts) {
      if (fact.kind === 'person' || fact.kind === 'discovered') this.addPerson(fact);
      else if (fact.kind === 'identifier') this.identifierFacts.push(fact);
      else if (fact.kind === 'date') this.dateFacts.push(fact);
      else this.addPlace(fact, fact.kind);
    }
    this.isEmpty = facts.length === 0;
  }

  /** Alphabetic, ideographic and phonetic groups of a PN value (PS3.5 6.2.1.1). */
  private addPerson(fact: Fact): void {
    if (!fact.value.includes('=')) {
      if (CJK.test(fact.value)) this.addSubstrings(fact.value, fact.keyword);
      else this.addName(fact.value, fact.keyword);
      return;
    }
    for (const group of fact.value.split('=')) {
      if (CJK.test(group)) this.addSubstrings(group, fact.keyword);
      else this.addName(group, fact.keyword);
    }
  }

  private addSubstrings(group: string, keyword: string): void {
    const components = group
      .split('^')
      .flatMap(component => component.split(/[\s\u3000・]+/))
      .filter(Boolean);
    const add = (text: string): void => {
      if (text.length >= 2) this.substrings.push({ text, keyword });
    };
    const [family = '', given = ''] = components;
    if (family !== '' && given !== '') add(family + given);
    for (const component of components) add(component);
  }

  private addName(group: string, keyword: string): void {
    let family = group;
    let given = '';
    let middle = '';
    if (group.includes('^')) {
      const components = group.split('^');
      family = components[0] as string;
      given = components[1] ?? '';
      middle = components[2] ?? '';
    } else {
      const comma = family.indexOf(',');
      if (comma > 0) {
        given = family.slice(comma + 1);
        family = family.slice(0, comma);
      } else {
        const written = family.trim().split(/\s+/);
        family = written.length > 0 ? (written[written.length - 1] as string) : '';
        given = written.slice(0, -1).join(' ');
      }
    }
    const familyWords = words(family);
    const givenWords = words(given);
    if (familyWords.length === 0 && givenWords.length === 0) return;
    const person: Person = {
      keyword,
      family: familyWords,
      given: givenWords,
      middle: words(middle),
      last: familyWords.length === 1 ? (familyWords[0] as string) : familyWords.join(''),
      first: givenWords.length === 1 ? (givenWords[0] as string) : givenWords.join(''),
      written: given.trim().charAt(0) + family.trim().charAt(0),
    };
    this.addParts(person, 'family');
    this.addParts(person, 'given');
    this.addParts(person, 'middle');
    if (person.last.length >= 2 && person.first.length >= 2) this.persons.push(person);
  }

  private addParts(person: Person, kind: PartKind): void {
    const list = person[kind];
    for (const word of list) {
      if (word.length < 2 || (list.length > 1 && PARTICLES.has(word))) continue;
      const known = this.parts.get(word);
      if (known === undefined) this.parts.set(word, [{ person, kind }]);
      else known.push({ person, kind });
      if (word.length >= 5) this.misspellable.push(word);
    }
  }

  /** True for an account-like join of a person's name: jsmith, smithj, johnsmith, smithjohn, johns. */
  isJoinedName(word: string): boolean {
    const { length } = word;
    if (length < 5) return false;
    return this.persons.some(({ first, last }) => {
      if (length === first.length + last.length)
        if ((word.startsWith(first) && word.endsWith(last)) || (word.startsWith(last) && word.endsWith(first)))
          return true;
      if (length === last.length + 1) {
        const initial = first.charCodeAt(0);
        if (word.charCodeAt(0) === initial && word.endsWith(last)) return true;
        if (word.charCodeAt(length - 1) === initial && word.startsWith(last)) return true;
      }
      return (
        length === first.length + 1 && word.charCodeAt(length - 1) === last.charCodeAt(0) && word.startsWith(first)
      );
    });
  }

  /** True for the initials of a person, in either order, with or without the middle one. */
  isInitials(word: string): boolean {
    return this.persons.some(({ first, last, middle, written }) => {
      const f = first.charAt(0);
      const l = last.charAt(0);
      if (word.length === 2) return word === f + l || word === l + f || word === fold(written);
      const m = middle[0]?.charAt(0);
      return m !== undefined && (word === f + m + l || word === l + f + m);
    });
  }

  get identifiers(): readonly KnownIdentifier[] {
    if (this.knownIdentifiers === undefined) {
      this.knownIdentifiers = [];
      for (const fact of this.identifierFacts) this.addIdentifier(fact.value, fact.keyword, this.knownIdentifiers);
      // The code of the address alone gives the town away.
      for (const { fact, kind } of this.places) {
        if (kind !== 'address') continue;
        for (const code of fact.value.match(/(?<!\d)\d{5}(?!\d)/g) ?? [])
          this.knownIdentifiers.push({ folded: code, digits: 5, keyword: fact.keyword, short: false });
      }
    }
    return this.knownIdentifiers;
  }

  private addIdentifier(value: string, keyword: string, known: KnownIdentifier[]): void {
    const folded = foldAlphanumeric(value);
    const digits = countDigits(folded);
    if (folded.length < 3 || (digits === 0 && folded.length < 6)) return;
    known.push({ folded, digits, keyword, short: folded.length < 5 });
    if (folded.charCodeAt(0) !== 48) return;
    const significant = folded.replace(/^0+/, '');
    if (significant.length >= 5)
      known.push({ folded: significant, digits: countDigits(significant), keyword, short: false });
  }

  get dates(): readonly KnownDate[] {
    if (this.knownDates === undefined) {
      this.knownDates = [];
      for (const { keyword, value } of this.dateFacts) {
        const match = /^((?:18|19|20)\d\d)(\d\d)(\d\d)/.exec(value.replace(/[.-]/g, ''));
        if (match === null) continue;
        const [, year, month, day] = match as unknown as [string, string, string, string];
        this.knownDates.push({ keyword, year, month, day });
      }
    }
    return this.knownDates;
  }

  private addPlace(fact: Fact, kind: 'address' | 'institution'): void {
    if (fact.keyword === 'InstitutionalDepartmentName' && fact.value.length < 5) return;
    let folded = fold(fact.value);
    if (/['’]/.test(folded)) folded = folded.replace(/['’]/g, '');
    this.places.push({ fact, kind, folded, phrase: undefined });
  }

  /** The addresses and institutions that share a number or a word of three letters with the text, compiled. */
  phrasesFor(tokens: readonly Token[]): readonly KnownPhrase[] {
    const found: KnownPhrase[] = [];
    for (const place of this.places) {
      if (place.phrase === undefined && tokens.some(token => isShared(token, place.folded)))
        place.phrase = this.compile(place);
      if (place.phrase !== undefined) found.push(place.phrase);
    }
    return found;
  }

  private compile({ fact, kind }: Place): KnownPhrase {
    const parts = tokenize(fact.value)
      .filter(token => token.kind !== 'mark')
      .map(token => token.folded);
    const phrase: KnownPhrase = { words: parts, kind, keyword: fact.keyword };
    for (const word of parts) if (word.length >= 4 && this.isDistinctive(word)) this.placeWords.set(word, phrase);
    return phrase;
  }

  private isDistinctive(word: string): boolean {
    const first = word.charCodeAt(0);
    if (first >= 48 && first <= 57) return false;
    const classes = this.lexicon.classesOf(word);
    return (
      (classes & (WordClass.imaging | WordClass.common | WordClass.dicom)) === 0 &&
      !INSTITUTION_GENERIC.has(word) &&
      !INSTITUTION_WORDS.has(word) &&
      !WEAK_STREET_TYPES.has(word) &&
      !STREET_TYPES.has(word) &&
      !STATE_NAMES.has(word)
    );
  }

  /** Acronyms of the institutions. */
  get acronyms(): ReadonlySet<string> {
    if (this.knownAcronyms === undefined) {
      this.knownAcronyms = new Set();
      for (const { fact, kind } of this.places) if (kind === 'institution') addAcronyms(fact.value, this.knownAcronyms);
    }
    return this.knownAcronyms;
  }
}

const isShared = (token: Token, folded: string): boolean =>
  (token.kind === 'number' || (token.kind === 'word' && token.folded.length >= 3)) && folded.includes(token.folded);

const SMALL_WORDS = new Set(['and', 'of', 'the', '&', 'for', 'de', 'der', 'des', 'du', 'et', 'und']);

/** Malone, Lloyd and Sharp General Hospital: mlasgh and mlsgh. */
function addAcronyms(name: string, known: Set<string>): void {
  let all = '';
  let content = '';
  let parts = 0;
  for (const part of name.split(/[\s,\-/]+/)) {
    const first = part.charAt(0);
    if (first === '' || (first !== '&' && first.toLowerCase() === first.toUpperCase())) continue;
    parts++;
    all += first;
    if (part.length > 3 || !SMALL_WORDS.has(part.toLowerCase())) content += first;
  }
  if (parts === 1 && /^[A-Z]{2,8}$/.test(name)) known.add(name.toLowerCase());
  if (parts < 2) return;
  known.add(fold(all));
  if (content.length >= 2) known.add(fold(content));
}
