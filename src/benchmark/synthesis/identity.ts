import { type Faker } from '@faker-js/faker';
import { dateOfDay, dayNumber } from './calendar';
import type { Random } from './random';

/** A person as DICOM and free text write one. */
export interface Person {
  readonly family: string;
  readonly given: string;
  /** PN value: `FAMILY^GIVEN`. */
  readonly pn: string;
  /** As in running text: `Given Family`. */
  readonly text: string;
}

export interface PatientIdentity {
  /** Six to ten digits, no leading zero: the key keeps Patient ID in an integer column. */
  readonly patientId: string;
  readonly person: Person;
  readonly motherFamily: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly ssn: string;
  readonly street: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly otherIds: readonly string[];
}

export interface InstitutionIdentity {
  readonly name: string;
  readonly address: string;
  /** First letters of the words, `and` counts: MLASGH for Malone, Lloyd and Sharp General Hospital. */
  readonly acronym: string;
}

export interface StudyIdentity {
  readonly accession: string;
  readonly studyId: string;
  readonly date: string;
  readonly referring: Person;
  readonly requesting: Person;
  readonly reading: Person;
  readonly record: Person;
  /** Named in texts only. */
  readonly colleague: Person;
  readonly relative: Person;
  readonly institution: InstitutionIdentity;
}

export interface SeriesIdentity {
  readonly performing: Person;
  readonly operators: readonly Person[];
  readonly stationName: string;
  readonly deviceSerial: string;
}

/** Letters that every character repertoire of DICOM can write; the others are for data sets that declare Unicode. */
const LATIN1 = /^[\u0020-\u007e\u00c0-\u00ff]+$/;

function clean(text: string): string {
  return text.replace(/[\\^=]/g, ' ').trim();
}

function word(make: () => string, fallback: string): string {
  for (let i = 0; i < 20; i++) {
    const text = clean(make());
    if (text.length >= 3 && LATIN1.test(text)) return text;
  }
  return fallback;
}

/** A person of the faker's locale; names outside Latin-1 fall back to the next draw, so that every data set can hold them. */
export function makePerson(faker: Faker, sex?: 'F' | 'M'): Person {
  const family = word(() => faker.person.lastName(), 'Miller');
  const given = word(
    () => faker.person.firstName(sex === undefined ? undefined : sex === 'F' ? 'female' : 'male'),
    'Robin',
  );
  return { family, given, pn: `${family}^${given}`.toUpperCase(), text: `${given} ${family}` };
}

/** North American number with a real area code's form, in one of the forms met in the data. */
function makePhone(random: Random): string {
  const a = String(random.int(201, 989));
  const b = String(random.int(201, 989));
  const c = String(random.int(1000, 9999));
  const forms = [`(${a}) ${b}-${c}`, `${a}.${b}.${c}`, `${a}-${b}-${c}`, `(${a})${b}-${c}`];
  return random.pick(forms);
}

function makeAddress(faker: Faker, random: Random): { street: string; full: string } {
  const street = `${random.int(100, 9899)} ${word(() => faker.location.street(), 'Jenkins Via')}`;
  const city = word(() => faker.location.city(), 'Danielborough');
  const state = random.pick(['AK', 'MA', 'OR', 'TX', 'WI', 'VT', 'NM', 'GA', 'OH', 'PA']);
  return { street, full: `${street} ${city}, ${state} ${random.int(10001, 99899)}` };
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

/** The identity of one synthetic patient. `faker` is already seeded for this patient. */
export function makePatient(faker: Faker, random: Random): PatientIdentity {
  const sex = random.pick(['F', 'M'] as const);
  const person = makePerson(faker, sex);
  const { street, full } = makeAddress(faker, random);
  return {
    patientId: random.digits(random.int(8, 10)),
    person,
    motherFamily: word(() => faker.person.lastName(), 'Porter'),
    sex,
    birthDate: dateOfDay(dayNumber(random.int(1934, 1999), 1, 1) + random.int(0, 364)),
    // 900 to 999 is never issued as the first part of a real number.
    ssn: `${random.int(900, 999)}-${random.int(10, 99)}-${random.int(1000, 9999)}`,
    street,
    address: full,
    phone: makePhone(random),
    email: `${folded(person.given)}.${folded(person.family)}@example.${random.pick(['com', 'org', 'net'])}`,
    otherIds: [`MRN${random.digits(7)}`, random.digits(6)],
  };
}

/** An institution in the manner of the challenge's data: families' names and a kind of house. */
export function makeInstitution(faker: Faker, random: Random): InstitutionIdentity {
  const family = (): string => word(() => faker.person.lastName(), 'Sharp');
  const kind = random.pick(['Medical Center', 'General Hospital', 'Clinic', 'Health Center', 'Memorial Hospital']);
  const name = random.chance(0.5)
    ? `${family()}, ${family()} and ${family()} ${kind}`
    : `${family()}-${family()} ${kind}`;
  const cut = name.length > 64 ? `${family().slice(0, 20)} ${kind}` : name;
  const acronym = cut
    .split(/[\s,-]+/)
    .map(part => part.charAt(0).toUpperCase())
    .join('');
  return { name: cut, address: makeAddress(faker, random).full, acronym };
}

/** What belongs to one study. `born` keeps the study after the patient's birth. */
export function makeStudy(faker: Faker, random: Random, born: string): StudyIdentity {
  const first = Math.max(2001, Number(born.slice(0, 4)) + 18);
  return {
    accession: random.digits(random.int(8, 12)),
    studyId: random.digits(5),
    date: dateOfDay(dayNumber(random.int(first, 2022), 1, 1) + random.int(0, 364)),
    referring: makePerson(faker),
    requesting: makePerson(faker),
    reading: makePerson(faker),
    record: makePerson(faker),
    institution: makeInstitution(faker, random),
    colleague: makePerson(faker),
    relative: makePerson(faker),
  };
}

/** What belongs to one series: people and the machine. */
export function makeSeries(faker: Faker, random: Random): SeriesIdentity {
  return {
    performing: makePerson(faker),
    operators: random.chance(0.3) ? [makePerson(faker), makePerson(faker)] : [makePerson(faker)],
    stationName: `STN${random.digits(4)}`,
    deviceSerial: random.digits(random.int(6, 8)),
  };
}
