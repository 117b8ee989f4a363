/** Attributes the engine knows by name. */
export const PATIENT_NAME = 0x00100010;
export const PATIENT_ID = 0x00100020;
export const SOP_CLASS_UID = 0x00080016;
export const SOP_INSTANCE_UID = 0x00080018;
export const MODALITY = 0x00080060;
export const STUDY_INSTANCE_UID = 0x0020000d;
export const SERIES_INSTANCE_UID = 0x0020000e;
export const SPECIFIC_CHARACTER_SET = 0x00080005;
export const TIMEZONE_OFFSET = 0x00080201;
export const PRIVATE_DATA_CHARACTERISTICS = 0x00080300;
export const REFERENCED_SERIES_SEQUENCE = 0x00081115;
export const BURNED_IN_ANNOTATION = 0x00280301;
export const RECOGNIZABLE_VISUAL_FEATURES = 0x00280302;
export const LONGITUDINAL_TEMPORAL = 0x00280303;
export const PATIENT_IDENTITY_REMOVED = 0x00120062;
export const DEIDENTIFICATION_METHOD = 0x00120063;
export const DEIDENTIFICATION_METHOD_CODES = 0x00120064;
export const ENCAPSULATED_DOCUMENT = 0x00420011;
export const ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;
export const MIME_TYPE = 0x00420012;
export const GRAPHIC_DATA = 0x00700022;
export const PIXEL_DATA = 0x7fe00010;
export const DIRECTORY_RECORDS = 0x00041220;
export const CONTENT_SEQUENCE = 0x0040a730;
export const CONCEPT_NAME_SEQUENCE = 0x0040a043;
export const CONCEPT_CODE_SEQUENCE = 0x0040a168;
export const REFERENCED_CONTENT_ITEM = 0x0040db73;
export const TEXT_VALUE = 0x0040a160;
export const UID = 0x0040a124;
export const CODE_VALUE = 0x00080100;
export const CODING_SCHEME = 0x00080102;
export const CODE_MEANING = 0x00080104;
export const LONG_CODE_VALUE = 0x00080119;
export const URN_CODE_VALUE = 0x00080120;

/** Attributes at the top of the data set that say what was done to it (PS3.15 E.1.1). */
export const MARKERS: ReadonlySet<number> = new Set([
  PATIENT_IDENTITY_REMOVED,
  DEIDENTIFICATION_METHOD,
  DEIDENTIFICATION_METHOD_CODES,
  LONGITUDINAL_TEMPORAL,
  BURNED_IN_ANNOTATION,
  RECOGNIZABLE_VISUAL_FEATURES,
]);

/** What holds the value of a content item that is not a code, a number or a reference (PS3.3 C.17.3.2.1). */
export const CONTENT_VALUES: ReadonlySet<number> = new Set([
  TEXT_VALUE,
  0x0040a120,
  0x0040a121,
  0x0040a122,
  0x0040a123,
  UID,
]);

/** Parts of a code that name it (PS3.3 8): text cleaning would make another code of it. */
export const CODE_IDENTIFIERS: ReadonlySet<number> = new Set([
  CODE_VALUE,
  CODING_SCHEME,
  0x00080103,
  LONG_CODE_VALUE,
  URN_CODE_VALUE,
]);

/** Sequences whose items are content items with a concept name (PS3.15 E.3.4). */
export function isContentSequence(tag: number): boolean {
  return tag === CONTENT_SEQUENCE || tag === 0x00400555 || tag === 0x00400612 || tag === 0x00400440;
}

/** Overlay planes: even groups 6000 to 601E (PS3.5 7.6). */
export function isOverlayGroup(group: number): boolean {
  return (group & 0xffe1) === 0x6000;
}

/** Overlay planes and curves: even groups 5000 to 501E and 6000 to 601E. */
export function isRepeatingGroup(group: number): boolean {
  return isOverlayGroup(group) || (group & 0xffe1) === 0x5000;
}

/** Overlay Data (60xx,3000). */
export function isOverlayData(tag: number): boolean {
  return isOverlayGroup(tag >>> 16) && (tag & 0xffff) === 0x3000;
}

/** Overlay Label, Overlay Data and Overlay Comments. */
const OVERLAY_GRAPHICS: readonly number[] = [0x1500, 0x3000, 0x4000];

/** Curves, and what overlay planes draw and what people wrote beside it. */
export function isGraphics(tag: number): boolean {
  const group = tag >>> 16;
  return isOverlayGroup(group) ? OVERLAY_GRAPHICS.includes(tag & 0xffff) : isRepeatingGroup(group);
}

/**
 * Why an element has no place in a de-identified file whatever the profile says; undefined for all others. Command and meta
 * elements, directory records outside a DICOMDIR and group lengths (PS3.15 E.1.1, PS3.5 7.2), and odd groups that are not
 * even private (PS3.5 7.1).
 */
export function structuralReason(tag: number, keepDirectory: boolean): string | undefined {
  const group = tag >>> 16;
  if ((tag & 0xffff) === 0) return 'group length (PS3.5 7.2)';
  if (group === 0) return 'command element (PS3.7) in a file';
  if (group === 2) return 'file meta element in the data set';
  if (group === 4 && !keepDirectory) return 'directory element outside a DICOMDIR (PS3.15 E.1.1)';
  if (group & 1 && (group <= 7 || group === 0xffff)) return 'group that can not be private (PS3.5 7.8)';
  if (group === 0xfffe) return 'stray delimiter';
  return undefined;
}
