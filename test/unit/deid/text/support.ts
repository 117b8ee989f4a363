import { createTextCleaner, defaultTextSettings } from '../../../../src/deid/text/cleaner';
import { harvestFrom, type Harvest } from '../../../../src/deid/text/harvest';
import type { CleanedText, TextRequest } from '../../../../src/deid/textCleaner';

export const cleaner = createTextCleaner(defaultTextSettings);

const PERSON = /Name$|Physician|Operators/;

/** Harvest of a header written as keyword and value. */
export function harvestOf(header: Readonly<Record<string, string>>): Harvest {
  return harvestFrom(
    Object.entries(header).map(([keyword, value]) => ({
      keyword,
      vr: /Date$/.test(keyword) ? 'DA' : PERSON.test(keyword) && keyword !== 'InstitutionName' ? 'PN' : 'LO',
      values: value.split('\\'),
    })),
  );
}

export const noHarvest = harvestOf({});

export function clean(text: string, harvest = noHarvest, request: Partial<TextRequest> = {}): CleanedText {
  return cleaner.clean(text, { vr: 'LO', mode: 'surgical', multi: false, ...request }, harvest);
}

export const cleaned = (text: string, harvest = noHarvest, request: Partial<TextRequest> = {}): string =>
  clean(text, harvest, request).text;
