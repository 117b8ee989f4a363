import { fold } from './fold';

/** One attribute of a header, as the harvest takes it. */
export interface HeaderEntry {
  readonly keyword: string;
  readonly vr: string;
  readonly values: readonly string[];
}

export type FactKind = 'person' | 'identifier' | 'address' | 'institution' | 'date' | 'discovered';

/** One thing known about the patient or the people and places around: what, and from which attribute. */
export interface Fact {
  readonly kind: FactKind;
  readonly keyword: string;
  readonly value: string;
}

/** What headers say about who and where: plain data, sorted and without repeats, so it can be merged, sent and stored. */
export interface Harvest {
  /** Fingerprint of the facts; equal for equal facts. Not for security. */
  readonly id: string;
  readonly facts: readonly Fact[];
}

const PERSONS = new Set([
  'PatientName',
  'OtherPatientNames',
  'PatientBirthName',
  'PatientMotherBirthName',
  'ReferringPhysicianName',
  'ConsultingPhysicianName',
  'PerformingPhysicianName',
  'NameOfPhysiciansReadingStudy',
  'OperatorsName',
  'PhysiciansOfRecord',
  'RequestingPhysician',
  'PersonName',
  'VerifyingObserverName',
  'ContentCreatorName',
  'ReviewerName',
  'ResponsiblePerson',
  'ScheduledPerformingPhysicianName',
  'NamesOfIntendedRecipientsOfResults',
  'OrderEnteredBy',
  'HumanPerformerName',
]);

const IDENTIFIERS = new Set([
  'PatientID',
  'OtherPatientIDs',
  'AccessionNumber',
  'StudyID',
  'AdmissionID',
  'IssuerOfPatientID',
  'PlacerOrderNumberImagingServiceRequest',
  'FillerOrderNumberImagingServiceRequest',
  'RequestedProcedureID',
  'ScheduledProcedureStepID',
  'PerformedProcedureStepID',
  'DeviceSerialNumber',
  'ClinicalTrialSubjectID',
  'ClinicalTrialSubjectReadingID',
  'InsurancePlanIdentification',
  'MedicalRecordLocator',
  'GantryID',
  'DetectorID',
  'PlateID',
  'CassetteID',
  'DeviceID',
  'ServiceEpisodeID',
  'PatientTelephoneNumbers',
  'PatientTelecomInformation',
  'ReferringPhysicianTelephoneNumbers',
  'PersonTelephoneNumbers',
  'PersonTelecomInformation',
  'OrderCallbackPhoneNumber',
  'StationName',
]);

const ADDRESSES = new Set([
  'PatientAddress',
  'InstitutionAddress',
  'ReferringPhysicianAddress',
  'PersonAddress',
  'RegionOfResidence',
  'CountryOfResidence',
]);

const INSTITUTIONS = new Set([
  'InstitutionName',
  'ClinicalTrialSiteName',
  'ClinicalTrialCoordinatingCenterName',
  'ResponsibleOrganization',
  'VerifyingOrganization',
  'CustodialOrganizationName',
  'InstitutionalDepartmentName',
]);

/** Dates of people. Study and series dates come with VR DA and are taken as well. */
const TEXT_DATES = new Set(['PatientBirthDateInAlternativeCalendar']);

/** True if the harvest would learn something from this attribute; lets a reader skip decoding the others. */
export function isHarvested(keyword: string, vr: string): boolean {
  return kindOf(keyword, vr) !== undefined;
}

function kindOf(keyword: string, vr: string): FactKind | undefined {
  if (vr === 'PN' || PERSONS.has(keyword)) return 'person';
  if (IDENTIFIERS.has(keyword)) return 'identifier';
  if (ADDRESSES.has(keyword)) return 'address';
  if (INSTITUTIONS.has(keyword)) return 'institution';
  if (vr === 'DA' || vr === 'DT' || TEXT_DATES.has(keyword)) return 'date';
  return undefined;
}

function fingerprint(facts: readonly Fact[]): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (const fact of facts) {
    const text = `${fact.kind}\u0000${fact.keyword}\u0000${fact.value}\u0001`;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
    }
  }
  return `${(low >>> 0).toString(16).padStart(8, '0')}${(high >>> 0).toString(16).padStart(8, '0')}`;
}

/** Which of two ways to write the same fact stays: the same one whatever the order they come in. */
const comesBefore = (a: Fact, b: Fact): boolean =>
  a.keyword < b.keyword || (a.keyword === b.keyword && a.value < b.value);

function harvestOf(facts: Iterable<Fact>): Harvest {
  const unique = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.kind}\u0000${fold(fact.value)}`;
    const known = unique.get(key);
    if (known === undefined || comesBefore(fact, known)) unique.set(key, fact);
  }
  const sorted = [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, fact]) => fact);
  return { id: fingerprint(sorted), facts: sorted };
}

/** A harvest that knows nothing. */
export const emptyHarvest: Harvest = harvestOf([]);

/** Harvests identifiers from the attributes of one instance, items of sequences included. */
export function harvestFrom(entries: Iterable<HeaderEntry>): Harvest {
  const facts: Fact[] = [];
  for (const { keyword, vr, values } of entries) {
    const kind = kindOf(keyword, vr);
    if (kind === undefined) continue;
    for (const raw of values) {
      const value = raw.replace(/\0/g, '').trim();
      if (value !== '') facts.push({ kind, keyword, value });
    }
  }
  return harvestOf(facts);
}

/** Everything any of the harvests knows; the order of the arguments does not matter. */
export function mergeHarvests(...harvests: readonly Harvest[]): Harvest {
  return harvestOf(harvests.flatMap(harvest => harvest.facts));
}

/** Adds names that cleaning itself discovered (each as it was written), so that a second sweep finds them everywhere. */
export function withDiscoveredNames(harvest: Harvest, names: readonly string[]): Harvest {
  if (names.length === 0) return harvest;
  return harvestOf([
    ...harvest.facts,
    ...names.map(value => ({ kind: 'discovered' as const, keyword: 'text', value })),
  ]);
}
