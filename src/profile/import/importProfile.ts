import { importCtp } from './importCtp';
import { importCtpPixels } from './importCtpPixels';
import { importKitware } from './importKitware';
import { importRecipe } from './importRecipe';
import type { Draft, ImportFormat, ImportResult } from './importResult';
import { writeDraft } from './writeDraft';

export const IMPORT_FORMATS: readonly ImportFormat[] = ['ctp', 'ctp-pixel', 'deid', 'kitware'];

/** What the formats are called. */
export const FORMAT_NAMES: Readonly<Record<ImportFormat, string>> = {
  ctp: 'CTP DicomAnonymizer script',
  'ctp-pixel': 'CTP DicomPixelAnonymizer script',
  deid: 'recipe of pydicom deid',
  kitware: "dictionary of Kitware's dicom-anonymizer",
};

/** The format of a text by its content; `undefined` if it is none that can be imported. */
export function detectFormat(text: string): ImportFormat | undefined {
  if (/<\s*script\b[\s\S]*<[pekr]\s/i.test(text) || /^[ \t]*#?(?:set|param)\.[^=\r\n]+=/m.test(text)) return 'ctp';
  if (/^\s*FORMAT\s+dicom/im.test(text) || /^\s*%(?:header|filter)\b/m.test(text)) return 'deid';
  if (/\(\s*0x[0-9A-Fa-f]{1,4}\s*,\s*0x[0-9A-Fa-f]{1,4}/.test(text)) return 'kitware';
  if (/\{[^{}]*\.\s*(?:equals|contains|matches|startsWith|endsWith)\w*\s*\([\s\S]*?\}\s*\(/.test(text))
    return 'ctp-pixel';
  return undefined;
}

export function draftOf(text: string, format: ImportFormat, forLint = false): Draft {
  switch (format) {
    case 'ctp':
      return importCtp(text, forLint);
    case 'ctp-pixel':
      return importCtpPixels(text);
    case 'deid':
      return importRecipe(text);
    case 'kitware':
      return importKitware(text);
  }
}

/**
 * A profile from the rules of another program, with a report of what could not be carried over. Never throws.
 * @param name of the profile, if the source has none of its own.
 */
export function importProfile(text: string, format: ImportFormat, name?: string): ImportResult {
  const draft = draftOf(text, format);
  if (name !== undefined && draft.settingRanges.name === undefined) draft.name = name;
  return writeDraft(draft, format);
}
