import {
  base,
  cs_CZ,
  da,
  de,
  en,
  en_GB,
  en_US,
  es,
  Faker,
  fi,
  fr,
  hr,
  hu,
  it,
  nb_NO,
  nl,
  pl,
  pt_BR,
  pt_PT,
  ro,
  sv,
  tr,
  type LocaleDefinition,
} from '@faker-js/faker';
import { hash32 } from './random';

/** Locales written in Latin letters, which every character repertoire of DICOM can at least fold. */
const LOCALES: Readonly<Record<string, LocaleDefinition>> = {
  'en-US': en_US,
  'en-GB': en_GB,
  'cs-CZ': cs_CZ,
  'da-DK': da,
  'de-DE': de,
  'es-ES': es,
  'fi-FI': fi,
  'fr-FR': fr,
  'hr-HR': hr,
  'hu-HU': hu,
  'it-IT': it,
  'nb-NO': nb_NO,
  'nl-NL': nl,
  'pl-PL': pl,
  'pt-BR': pt_BR,
  'pt-PT': pt_PT,
  'ro-RO': ro,
  'sv-SE': sv,
  'tr-TR': tr,
};

/** Locales that may be asked for. */
export const knownLocales: readonly string[] = Object.keys(LOCALES);

/**
 * A name and address generator of one locale, seeded from `text`. English and the basic data fill what a locale lacks.
 * Names are made up from lists of ordinary words and names; no real person is described.
 * @param locale one of `knownLocales`; others are taken as `en-US`.
 */
export function fakerFor(locale: string, seed: number, text: string): Faker {
  const own = LOCALES[locale];
  return new Faker({
    locale: own === undefined ? [en_US, en, base] : [own, en_US, en, base],
    seed: hash32(text, seed),
  });
}
