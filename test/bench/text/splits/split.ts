import type { Source } from '../generate';
import type { Random } from '../random';

/** A calendar day as the generator draws it. */
export interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

/** Everything a set of generated strings is made of: wordings, words that identify nobody, and what identifies. */
export interface Split {
  /** Wordings by kind; `{placeholder}` stands for a drawn value. Kinds whose name begins with `comment` are not cut. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
  /** Descriptors, sentences and short descriptors that identify nobody. */
  readonly plain: readonly string[];
  readonly sentences: readonly string[];
  readonly prefixes: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Whole names of other shapes, given names first, a bar before the family name. */
  readonly otherNames: readonly string[];
  readonly institutions: readonly string[];
  readonly addresses: (random: Random) => string;
  readonly foreignAddresses: readonly string[];
  readonly towns: readonly string[];
  readonly date: (random: Random, day: Day) => string;
  readonly phone: (random: Random) => string;
  readonly identifier: (random: Random) => string;
  /** Share of strings in capitals, and in small letters. */
  readonly upper: number;
  readonly lower: number;
}

/** Items between bars. */
export const list = (text: string): readonly string[] =>
  text
    .split('|')
    .map(item => item.trim().replace(/\s*\n\s*/g, ' '))
    .filter(item => item !== '');

export const pad = (n: number): string => String(n).padStart(2, '0');

export const compact = ({ y, m, d }: Day): string => `${y}${pad(m)}${pad(d)}`;

/** The split as a source of strings: any given name goes with any family name. */
export const sourceOf = (split: Split): Source => ({
  ...split,
  person: random => {
    if (random.chance(0.08)) {
      const [given, family] = random.pick(split.otherNames).split('|') as [string, string];
      return { given, family, pool: 'other' };
    }
    return { given: random.pick(split.given), family: random.pick(split.family), pool: 'list' };
  },
  institution: random => random.pick(split.institutions),
  otherInstitution: random => random.pick(split.institutions),
  address: split.addresses,
  town: random => random.pick(split.towns),
});
