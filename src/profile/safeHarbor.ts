import { confidentialityRow, confidentialityRows } from '../standard/confidentiality';
import { attributeByKeyword, attributeByTag } from '../standard/dictionary';

/** One of the identifiers of HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i). */
export interface SafeHarborItem {
  readonly letter: string;
  readonly what: string;
}

const ITEMS: Readonly<Record<string, string>> = {
  A: 'names',
  B: 'places smaller than a state',
  C: 'dates other than the year',
  D: 'telephone and fax numbers and addresses of messages',
  H: 'medical record numbers',
  I: 'health plan numbers',
  M: 'device identifiers and serial numbers',
  N: 'web addresses',
  R: 'other numbers and codes of one person or case',
};

/** Attributes whose kind their VR does not tell. Sequences are left out: what is kept of one is looked into (PS3.15 E.1.1). */
const BY_ITEM: Readonly<Record<string, string>> = {
  A: 'OtherPatientNames PatientBirthName PatientMotherBirthName ResponsiblePerson HumanPerformerName OrderEnteredBy',
  B:
    'PatientAddress RegionOfResidence PatientInstitutionResidence CurrentPatientLocation InstitutionAddress PersonAddress ' +
    'ReferringPhysicianAddress ScheduledPatientInstitutionResidence DistributionAddress',
  D:
    'PatientTelephoneNumbers PatientTelecomInformation ReferringPhysicianTelephoneNumbers PersonTelephoneNumbers ' +
    'PersonTelecomInformation OrderCallbackPhoneNumber OrderCallbackTelecomInformation',
  H: 'PatientID OtherPatientIDs MedicalRecordLocator',
  I: 'InsurancePlanIdentification',
  M:
    'DeviceSerialNumber DetectorID GantryID PlateID CassetteID GeneratorID UniqueDeviceIdentifier ' +
    'SourceSerialNumber DeviceAlternateIdentifier',
  N: 'RetrieveURL RetrieveURI PixelDataProviderURL ContactURI',
  R:
    'AccessionNumber StudyID AdmissionID ServiceEpisodeID RequestedProcedureID ScheduledProcedureStepID ' +
    'PerformedProcedureStepID PlacerOrderNumberImagingServiceRequest FillerOrderNumberImagingServiceRequest',
};

/** Birth date and age have diagnostics of their own. */
const OTHERWISE: ReadonlySet<number> = new Set([0x00100030, 0x00101010]);

let byTag: ReadonlyMap<number, SafeHarborItem> | undefined;

function table(): ReadonlyMap<number, SafeHarborItem> {
  if (byTag) return byTag;
  const made = new Map<number, SafeHarborItem>();
  const add = (tag: number, letter: string) => made.set(tag, { letter, what: ITEMS[letter] ?? '' });
  for (const { tag, mask } of confidentialityRows()) {
    if (mask >>> 0 !== 0xffffffff || OTHERWISE.has(tag >>> 0)) continue;
    const vr = attributeByTag(tag)?.vr;
    if (vr === 'PN') add(tag >>> 0, 'A');
    else if (vr === 'DA' || vr === 'DT') add(tag >>> 0, 'C');
    else if (vr === 'UR') add(tag >>> 0, 'N');
  }
  for (const [letter, keywords] of Object.entries(BY_ITEM))
    for (const keyword of keywords.split(' ')) {
      const attribute = attributeByKeyword(keyword);
      if (attribute && confidentialityRow(attribute.tag)) add(attribute.tag >>> 0, letter);
    }
  return (byTag = made);
}

/** The item an attribute of PS3.15 Table E.1-1 falls under; `undefined` for those that are no direct identifier. */
export function safeHarborItem(tag: number): SafeHarborItem | undefined {
  return table().get(tag >>> 0);
}

/** All attributes that fall under an item. */
export function safeHarborTags(): readonly number[] {
  return [...table().keys()];
}
