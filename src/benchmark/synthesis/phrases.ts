import type { Random } from './random';

/** What kind of identifier a piece of text is; decides the category in the key. */
export type PhiKind =
  | 'name'
  | 'physician'
  | 'patientId'
  | 'ssn'
  | 'date'
  | 'institution'
  | 'address'
  | 'phone'
  | 'email'
  | 'otherId'
  | 'initials';

/** What a phrase may draw on. */
export interface PhiSource {
  readonly name: string;
  readonly physicianFamily: string;
  readonly physicianInitials: string;
  readonly patientId: string;
  readonly ssn: string;
  readonly date: string;
  readonly acronym: string;
  readonly institution: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly otherId: string;
  /** People that no attribute of the header names: only context tells that they are people. */
  readonly colleague: string;
  readonly relative: string;
}

export interface Piece {
  readonly text: string;
  /** Absent for words that carry no identity. */
  readonly kind?: PhiKind;
}

/** A value with identifiers in it: the pieces joined are the value. */
export interface Phrase {
  readonly text: string;
  /** What must be gone, one entry per identifier. */
  readonly removed: readonly { readonly text: string; readonly kind: PhiKind }[];
  /** What must stay: the words that were there before the infusion. */
  readonly retained: string;
  /** The value as an ideal tool leaves it. */
  readonly cleaned: string;
}

type Form = (base: string, phi: PhiSource, random: Random) => Piece[];
const w = (text: string): Piece => ({ text });
const p = (kind: PhiKind, text: string): Piece => ({ kind, text });
const who = (phi: PhiSource, random: Random): Piece =>
  random.pick([p('name', phi.name), p('patientId', phi.patientId), p('ssn', phi.ssn)]);

/** The forms met in the challenge's data. */
const KNOWN: readonly Form[] = [
  (b, phi, r) => [w(b), w(' for '), who(phi, r)],
  (b, phi) => [w(b), w(' '), p('date', phi.date)],
  (b, phi) => [w(b), w(' Performed '), p('date', phi.date)],
  (b, phi) => [w(b), w(' at '), p('institution', phi.acronym)],
  (b, phi) => [w(b), w(' Performed at '), p('institution', phi.acronym)],
  (b, phi, r) => [w(b), w(' Ordered for '), who(phi, r), w(' by Dr. '), p('physician', phi.physicianFamily)],
  (b, phi, r) => [w(b), w(' Ordered for '), who(phi, r), w(' by '), p('initials', phi.physicianInitials)],
];

/** Longer forms, for attributes with room: admissions, addresses, telephone numbers. */
const KNOWN_LONG: readonly Form[] = [
  (b, phi) => [w(b), w(' Admitted to '), p('institution', phi.institution), w(' on '), p('date', phi.date)],
  (b, phi) => [w(b), w(' Patient lives at '), p('address', phi.address)],
  (b, phi) => [w(b), w(' Patient phone '), p('phone', phi.phone)],
];

/** Other wordings, other languages and clinical sentences (`--wide`). */
const WIDE: readonly Form[] = [
  (b, phi) => [p('name', phi.name), w(': '), w(b)],
  (b, phi) => [w(b), w(' (MRN '), p('otherId', phi.otherId), w(')')],
  (b, phi) => [w(b), w(' - Dr. '), p('physician', phi.physicianFamily)],
  (b, phi) => [w(b), w(', Pat. '), p('name', phi.name), w(', geb. '), p('date', phi.date)],
  (b, phi) => [w(b), w(' pour M. '), p('name', phi.name)],
  (b, phi) => [w(b), w(' del paciente '), p('name', phi.name)],
  (b, phi) => [p('date', phi.date), w(' '), w(b)],
];
const WIDE_LONG: readonly Form[] = [
  (b, phi) => [w(b), w('. Findings called to Dr. '), p('physician', phi.colleague), w(' at 14:20')],
  (b, phi) => [w(b), w('. Accompanied by daughter '), p('name', phi.relative)],
  (b, phi) => [w(b), w('. Read by '), p('physician', phi.colleague), w(', MD')],
  (b, phi) => [w(b), w('. Ehefrau '), p('name', phi.relative), w(' informiert')],
  (b, phi) => [w(b), w('. Contrast given by nurse '), p('name', phi.relative), w(', no reaction')],
  (b, phi) => [
    w(b),
    w('. Discussed with Dr. '),
    p('physician', phi.physicianFamily),
    w(' by phone '),
    p('phone', phi.phone),
  ],
  (b, phi) => [w(b), w('. Contact: '), p('email', phi.email)],
  (b, phi) => [w(b), w('. Mrs. '), p('name', phi.name), w(' could not lie flat')],
  (b, phi) => [w(b), w('. Previous study at '), p('institution', phi.institution), w(', SSN '), p('ssn', phi.ssn)],
  (b, phi) => [w(b), w('. Wohnhaft '), p('address', phi.address)],
];

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.-]+/u)
    .map(token => token.replace(/^[.-]+|[.-]+$/g, ''))
    .filter(token => token.length > 0);

/** Short words the benchmark does not count (initials and acronyms can look like them): a check on them would be empty. */
const NOT_COUNTED = new Set(
  'i me my we he it is am be do an or as of at by to in up on so no s t d m o y if can not and the for was are has had did'.split(
    ' ',
  ),
);

/**
 * True if a tool that removes exactly the identifiers can satisfy the benchmark's comparison: every identifier has a token
 * that counts, and no token of it is part of what stays.
 */
export function separable(removed: readonly { readonly text: string }[], stays: string): boolean {
  const rest = stays.toLowerCase();
  return removed.every(r => {
    const counted = words(r.text).filter(token => !NOT_COUNTED.has(token));
    return counted.length > 0 && counted.every(token => !rest.includes(token));
  });
}

/** `base` with an identifier put into it, at most `max` characters, or undefined if no form fits. */
export function infusePhrase(
  base: string,
  phi: PhiSource,
  random: Random,
  max: number,
  wide: boolean,
): Phrase | undefined {
  const long = max > 64;
  const all = [...KNOWN, ...(long ? KNOWN_LONG : []), ...(wide ? WIDE : []), ...(wide && long ? WIDE_LONG : [])];
  const forms = wide && long && random.chance(0.6) ? WIDE_LONG : all;
  for (let attempt = 0; attempt < 12; attempt++) {
    const pieces = random.pick(forms)(base, phi, random);
    const text = pieces.map(piece => piece.text).join('');
    if (text.length > max) continue;
    const removed = pieces.filter((piece): piece is Required<Piece> => piece.kind !== undefined);
    const cleaned = pieces
      .map(piece => (piece.kind === undefined ? piece.text : ''))
      .join('')
      .trim();
    if (!separable(removed, cleaned)) continue;
    return { text, removed, retained: base, cleaned };
  }
  return undefined;
}
