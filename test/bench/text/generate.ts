import type { Sample } from './evaluate';
import { Random } from './random';
import { compact, type Day } from './splits/split';

export interface Person {
  readonly given: string;
  readonly family: string;
  /** Which list the name is from, for the report. */
  readonly pool: string;
}

/** What a set of generated strings is made of: wordings, words that identify nobody, and what identifies. */
export interface Source {
  readonly templates: Readonly<Record<string, readonly string[]>>;
  readonly plain: readonly string[];
  readonly sentences: readonly string[];
  readonly prefixes: readonly string[];
  readonly foreignAddresses: readonly string[];
  readonly person: (random: Random) => Person;
  /** The institution of the header, and one that the header does not name. */
  readonly institution: (random: Random) => string;
  readonly otherInstitution: (random: Random) => string;
  readonly address: (random: Random) => string;
  readonly town: (random: Random) => string;
  readonly date: (random: Random, day: Day) => string;
  readonly phone: (random: Random) => string;
  readonly identifier: (random: Random) => string;
  /** Share of strings in capitals, and in small letters. */
  readonly upper: number;
  readonly lower: number;
}

const day = (random: Random, from: number, to: number): Day => ({
  y: from + random.below(to - from),
  m: 1 + random.below(12),
  d: 1 + random.below(28),
});

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

function world(source: Source, random: Random): World {
  const patient = source.person(random);
  const referring = source.person(random);
  const operator = source.person(random);
  const reader = source.person(random);
  const institution = source.institution(random);
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
  if (random.chance(0.5)) header.PatientAddress = source.address(random);
  if (random.chance(0.4)) header.PatientTelephoneNumbers = source.phone(random);
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
function fill(source: Source, name: string, w: World, absent: Person, random: Random): Piece {
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
        text: source.identifier(random),
        type: 'ID',
        src: 'absent',
      };
    case 'ssn':
      return { text: `${random.digits(3)}-${random.digits(2)}-${random.digits(4)}`, type: 'SSN', src: 'absent' };
    case 'birth':
      return { text: source.date(random, w.birth), type: 'DATE', src: 'header' };
    case 'study':
      return { text: source.date(random, w.study), type: 'DATE', src: 'header' };
    case 'studyCompact':
      return { text: compact(w.study), type: 'DATE', src: 'header' };
    case 'date':
      return { text: source.date(random, day(random, 1990, 2024)), type: 'DATE', src: 'absent' };
    case 'phone':
      return { text: source.phone(random), type: 'PHONE', src: 'absent' };
    case 'address':
      return {
        text: w.header.PatientAddress ?? source.address(random),
        type: 'ADDRESS',
        src: w.header.PatientAddress ? 'header' : 'absent',
      };
    case 'usAddress':
      return { text: source.address(random), type: 'ADDRESS', src: 'absent' };
    case 'foreignAddress':
      return { text: random.pick(source.foreignAddresses), type: 'ADDRESS', src: 'foreign' };
    case 'townState':
      return { text: source.town(random), type: 'ADDRESS', src: 'absent' };
    case 'institution':
      return { text: w.institution, type: 'INSTITUTION', src: 'header' };
    case 'otherInstitution':
      return {
        text: source.otherInstitution(random),
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
      return { text: random.pick(source.plain) };
    case 'prefix':
      return { text: random.pick(source.prefixes) };
    case 'sentence':
      return { text: random.pick(source.sentences) };
    default:
      throw new Error(`unknown placeholder ${name}`);
  }
}

function compose(
  source: Source,
  template: string,
  w: World,
  random: Random,
): Pick<Sample, 'text' | 'spans'> & { pool: string } {
  // One further person per string: whoever is named twice is the same.
  const absent = source.person(random);
  let text = '';
  let pool = '';
  const spans: { s: number; e: number; type: string; src?: string }[] = [];
  for (const part of template.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      text += part;
      continue;
    }
    const piece = fill(source, name, w, absent, random);
    if (piece.type !== undefined) {
      spans.push({ s: text.length, e: text.length + piece.text.length, type: piece.type, src: piece.src ?? '' });
      pool = piece.pool ?? pool;
    }
    text += piece.text;
  }
  return { text, spans, pool };
}

/** Builds `count` strings; the same seed gives the same set. */
export function generate(source: Source, count: number, seed: number): Sample[] {
  const random = new Random(seed);
  const groups = Object.entries(source.templates);
  const samples: Sample[] = [];
  for (let i = 0; i < count; i++) {
    const w = world(source, random);
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
    const composed = compose(source, templates[index] as string, w, random);
    let { text } = composed;
    let spans = composed.spans;
    const letterCase = random.next();
    // Case folding must keep the length, or the spans would be off.
    if (letterCase < source.upper && text.toUpperCase().length === text.length) text = text.toUpperCase();
    else if (letterCase < source.upper + source.lower && text.toLowerCase().length === text.length)
      text = text.toLowerCase();
    const comment = /^(?:narrative|people|languages|comment)/.test(group as string);
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
