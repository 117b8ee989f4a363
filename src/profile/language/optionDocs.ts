import { confidentialityRows } from '../../standard/confidentiality';
import type { OptionName } from '../../standard/codes';

const DOCS: Readonly<Record<OptionName, string>> = {
  CleanPixelData: 'E.3.1: text burned into the pixels is found and hidden.',
  CleanRecognizableVisualFeatures:
    'E.3.2: faces and the like are made unrecognizable. The program cannot do that and never claims it.',
  CleanGraphics: 'E.3.3: graphics, overlays and annotations are cleaned.',
  CleanStructuredContent: 'E.3.4: content of structured reports is cleaned item by item.',
  CleanDescriptors: 'E.3.5: descriptions and comments are cleaned instead of removed.',
  RetainLongitudinalFullDates: 'E.3.6: dates and times stay as they are.',
  RetainLongitudinalModifiedDates: 'E.3.6: dates are moved by the offset of the patient; intervals stay right.',
  RetainPatientCharacteristics: 'E.3.7: sex, age, size, weight and the like stay or are cleaned.',
  RetainDeviceIdentity: 'E.3.8: serial numbers and other identifiers of devices stay.',
  RetainUIDs: 'E.3.9: UIDs stay, so that instances can be traced back.',
  RetainSafePrivate: 'E.3.10: private attributes that are known to be safe stay.',
  RetainInstitutionIdentity: 'E.3.11: name and address of the institution stay.',
};

/** What an option does, with the number of rows of Table E.1-1 it changes. */
export function optionDoc(name: string): string {
  const doc = (DOCS as Readonly<Record<string, string | undefined>>)[name];
  if (doc === undefined) return '';
  const cells = confidentialityRows().map(row => row.options[name as OptionName]);
  const keep = cells.filter(c => c === 'K').length;
  const clean = cells.filter(c => c === 'C').length;
  if (keep + clean === 0) return `PS3.15 ${doc}`;
  const parts = [...(keep > 0 ? [`${keep} attributes are kept`] : []), ...(clean > 0 ? [`${clean} are cleaned`] : [])];
  return `PS3.15 ${doc} In Table E.1-1 ${parts.join(' and ')}.`;
}
