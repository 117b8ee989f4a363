import type { PatientIdentity, SeriesIdentity, StudyIdentity } from './identity';
import type { PhiSource } from './phrases';

/** A top-level attribute that gets a synthetic value. */
export interface IdentityValue {
  readonly tag: number;
  readonly vr: string;
  /** Values separated by a backslash. */
  readonly text: string;
  /** True: also where the source lacks the attribute. */
  readonly insert: boolean;
}

const cut = (text: string, max: number): string => text.slice(0, max).trim();

/** Patient Module and friends (PS3.3 C.7.1.1, C.2.2, C.2.3). */
export function patientValues(p: PatientIdentity): IdentityValue[] {
  const even = Number(p.patientId.at(-1)) % 2 === 0;
  return [
    { tag: 0x00100010, vr: 'PN', text: p.person.pn, insert: true },
    { tag: 0x00100020, vr: 'LO', text: p.patientId, insert: true },
    { tag: 0x00100030, vr: 'DA', text: p.birthDate, insert: true },
    { tag: 0x00101000, vr: 'LO', text: p.otherIds.join('\\'), insert: even },
    { tag: 0x00101001, vr: 'PN', text: `${p.motherFamily}^${p.person.given}`.toUpperCase(), insert: !even },
    { tag: 0x00101005, vr: 'PN', text: `${p.motherFamily}^${p.person.given}`.toUpperCase(), insert: false },
    { tag: 0x00101040, vr: 'LO', text: cut(p.address, 64), insert: true },
    { tag: 0x00101060, vr: 'PN', text: `${p.motherFamily}^`.toUpperCase().replace(/\^$/, ''), insert: false },
    { tag: 0x00102154, vr: 'SH', text: cut(p.phone, 16), insert: true },
  ];
}

/** General Study and Patient Study (PS3.3 C.7.2.1, C.7.2.2); the institution stands at the study so that it agrees in it. */
export function studyValues(s: StudyIdentity): IdentityValue[] {
  return [
    { tag: 0x00080050, vr: 'SH', text: s.accession, insert: true },
    { tag: 0x00080080, vr: 'LO', text: s.institution.name, insert: true },
    { tag: 0x00080081, vr: 'ST', text: s.institution.address, insert: true },
    { tag: 0x00080090, vr: 'PN', text: `${s.referring.pn}^^DR.`, insert: true },
    { tag: 0x00081048, vr: 'PN', text: s.record.pn, insert: Number(s.studyId) % 3 === 0 },
    { tag: 0x00081060, vr: 'PN', text: s.reading.pn, insert: Number(s.studyId) % 2 === 0 },
    { tag: 0x00200010, vr: 'SH', text: s.studyId, insert: true },
    { tag: 0x00321032, vr: 'PN', text: s.requesting.pn, insert: Number(s.studyId) % 2 === 1 },
  ];
}

/** General Series and General Equipment (PS3.3 C.7.3.1, C.7.5.1). */
export function seriesValues(s: SeriesIdentity): IdentityValue[] {
  return [
    { tag: 0x00081010, vr: 'SH', text: s.stationName, insert: true },
    { tag: 0x00081050, vr: 'PN', text: s.performing.pn, insert: true },
    { tag: 0x00081070, vr: 'PN', text: s.operators.map(o => o.pn).join('\\'), insert: true },
    { tag: 0x00181000, vr: 'LO', text: s.deviceSerial, insert: true },
  ];
}

/** What phrases draw on. */
export function phiSource(p: PatientIdentity, s: StudyIdentity): PhiSource {
  return {
    name: p.person.text,
    physicianFamily: s.referring.family,
    physicianInitials: `${s.referring.given.charAt(0)}${s.referring.family.charAt(0)}`.toUpperCase(),
    patientId: p.patientId,
    ssn: p.ssn,
    date: s.date,
    acronym: s.institution.acronym,
    institution: s.institution.name,
    address: p.address,
    phone: p.phone,
    email: p.email,
    otherId: p.otherIds[0] ?? p.patientId,
    colleague: s.colleague.text,
    relative: s.relative.text,
  };
}
