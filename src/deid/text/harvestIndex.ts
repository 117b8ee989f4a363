import { fold, foldAlphanumeric } from './fold';
import type { Fact } from './harvest';
import { WordClass, type Lexicon } from './lexicon';
import { INSTITUTION_GENERIC, INSTITUTION_WORDS, STREET_TYPES, WEAK_STREET_TYPES, STATE_NAMES } from './places';
import { tokenize } from './tokens';
import { PARTICLES } from './wordClasses';

export interface Person {
  readonly keyword: string;
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly middle: readonly string[];
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
  if (/^[a-z]+$/.test(folded)) return [folded];
  return folded
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
}

/** A harvest made ready for searching. Building it costs about 0.1 ms; it is kept per harvest. */
export class HarvestIndex {
  readonly parts = new Map<string, NamePart[]>();
  /** Account-like joins of a name: jsmith, smithj, johnsmith. */
  readonly joined = new Set<string>();
  readonly initials = new Set<string>();
  readonly identifiers: KnownIdentifier[] = [];
  readonly phrases: KnownPhrase[] = [];
  /** Words only this person's address or institution would bring up. */
  readonly placeWords = new Map<string, KnownPhrase>();
  readonly acronyms = new Set<string>();
  /** Name parts long enough to be recognized with a typing error. */
  readonly misspellable: string[] = [];
  /** Names in scripts without word boundaries, searched as substrings. */
  readonly substrings: { readonly text: string; readonly keyword: string }[] = [];
  readonly dates: KnownDate[] = [];
  /** True if nothing is known; a quick way out. */
  readonly isEmpty: boolean;

  constructor(
    facts: readonly Fact[],
    private readonly lexicon: Lexicon,
  ) {
    for (const fact of facts) {
      if (fact.kind === 'person' || fact.kind === 'discovered') this.addPerson(fact);
      else if (fact.kind === 'identifier') this.addIdentifier(fact.value, fact.keyword);
      else if (fact.kind === 'date') this.addDate(fact);
      else this.addPlace(fact, fact.kind);
    }
    this.isEmpty = facts.length === 0;
  }

  /** Alphabetic, ideographic and phonetic groups of a PN value (PS3.5 6.2.1.1). */
  private addPerson(fact: Fact): void {
    for (const group of fact.value.split('=')) {
      if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/.test(group)) this.addSubstrings(group, fact.keyword);
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
    const components = group.split('^');
    let family = components[0] ?? '';
    let given = components[1] ?? '';
    const middle = components[2] ?? '';
    if (components.length === 1) {
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
    const person: Person = { keyword, family: words(family), given: words(given), middle: words(middle) };
    if (person.family.length === 0 && person.given.length === 0) return;
    for (const kind of ['family', 'given', 'middle'] as const) {
      for (const word of person[kind]) this.addPart(word, { person, kind });
    }
    this.addJoins(person, family, given);
  }

  private addPart(word: string, part: NamePart): void {
    if (word.length < 2 || (PARTICLES.has(word) && part.person[part.kind].length > 1)) return;
    const known = this.parts.get(word);
    if (known === undefined) this.parts.set(word, [part]);
    else known.push(part);
    if (word.length >= 5) this.misspellable.push(word);
  }

  private addJoins(person: Person, family: string, given: string): void {
    const last = person.family.join('');
    const first = person.given.join('');
    if (last.length < 2 || first.length < 2) return;
    for (const join of [
      first + last,
      last + first,
      first.charAt(0) + last,
      last + first.charAt(0),
      first + last.charAt(0),
    ])
      if (join.length >= 5) this.joined.add(join);
    const f = first.charAt(0);
    const l = last.charAt(0);
    this.initials.add(f + l);
    this.initials.add(l + f);
    this.initials.add(fold(given.trim().charAt(0)) + fold(family.trim().charAt(0)));
    const m = person.middle[0];
    if (m !== undefined) {
      this.initials.add(f + m.charAt(0) + l);
      this.initials.add(l + f + m.charAt(0));
    }
  }

  private addIdentifier(value: string, keyword: string): void {
    const folded = foldAlphanumeric(value);
    if (folded.length < 3 || (!/\d/.test(folded) && folded.length < 6)) return;
    this.identifiers.push({ folded, keyword, short: folded.length < 5 });
    const significant = folded.replace(/^0+/, '');
    if (significant !== folded && significant.length >= 5)
      this.identifiers.push({ folded: significant, keyword, short: false });
  }

  private addDate(fact: Fact): void {
    const match = /^((?:18|19|20)\d\d)(\d\d)(\d\d)/.exec(fact.value.replace(/[.-]/g, ''));
    if (match === null) return;
    const [, year, month, day] = match as unknown as [string, string, string, string];
    this.dates.push({ keyword: fact.keyword, year, month, day });
  }

  private addPlace(fact: Fact, kind: 'address' | 'institution'): void {
    if (fact.keyword === 'InstitutionalDepartmentName' && fact.value.length < 5) return;
    const parts = tokenize(fact.value)
      .filter(token => token.kind !== 'mark')
      .map(token => token.folded);
    if (parts.length === 0) return;
    const phrase: KnownPhrase = { words: parts, kind, keyword: fact.keyword };
    this.phrases.push(phrase);
    for (const word of parts) {
      if (/^\d+$/.test(word)) {
        if (kind === 'address' && word.length === 5)
          this.identifiers.push({ folded: word, keyword: fact.keyword, short: false });
      } else if (word.length >= 4 && this.isDistinctive(word)) this.placeWords.set(word, phrase);
    }
    if (kind === 'institution') this.addAcronyms(fact.value);
  }

  private isDistinctive(word: string): boolean {
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

  /** Malone, Lloyd and Sharp General Hospital: mlasgh and mlsgh. */
  private addAcronyms(name: string): void {
    if (/^[A-Z]{2,8}$/.test(name)) this.acronyms.add(name.toLowerCase());
    const parts = name.split(/[\s,\-/]+/).filter(part => /^[\p{L}&]/u.test(part));
    if (parts.length < 2) return;
    const initials = (list: readonly string[]): string => fold(list.map(part => part.charAt(0)).join(''));
    this.acronyms.add(initials(parts));
    const content = initials(parts.filter(part => !/^(?:and|of|the|&|for|de|der|des|du|et|und)$/i.test(part)));
    if (content.length >= 2) this.acronyms.add(content);
  }
}
