/** PS3.15 Table E.1-1a codes, compound codes included. */
export type ActionCode = 'K' | 'X' | 'Z' | 'D' | 'C' | 'U' | 'X/Z' | 'Z/D' | 'X/D' | 'X/Z/D' | 'X/Z/U*';

/** Every action code, in the order of Table E.1-1a. */
export const ACTION_CODES: readonly ActionCode[] = [
  'D',
  'Z',
  'X',
  'K',
  'C',
  'U',
  'Z/D',
  'X/Z',
  'X/D',
  'X/Z/D',
  'X/Z/U*',
];

/** The twelve options of PS3.15 E.3. */
export type OptionName =
  | 'CleanPixelData'
  | 'CleanRecognizableVisualFeatures'
  | 'CleanGraphics'
  | 'CleanStructuredContent'
  | 'CleanDescriptors'
  | 'RetainLongitudinalFullDates'
  | 'RetainLongitudinalModifiedDates'
  | 'RetainPatientCharacteristics'
  | 'RetainDeviceIdentity'
  | 'RetainUIDs'
  | 'RetainSafePrivate'
  | 'RetainInstitutionIdentity';

/** Every option, in the order of PS3.15 E.3. */
export const OPTION_NAMES: readonly OptionName[] = [
  'CleanPixelData',
  'CleanRecognizableVisualFeatures',
  'CleanGraphics',
  'CleanStructuredContent',
  'CleanDescriptors',
  'RetainLongitudinalFullDates',
  'RetainLongitudinalModifiedDates',
  'RetainPatientCharacteristics',
  'RetainDeviceIdentity',
  'RetainUIDs',
  'RetainSafePrivate',
  'RetainInstitutionIdentity',
];

/** Type of an attribute in an IOD (PS3.5 7.4). */
export type AttributeType = '1' | '1C' | '2' | '2C' | '3' | '3C';
