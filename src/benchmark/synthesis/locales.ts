import { Faker, allLocales, type LocaleDefinition } from '@faker-js/faker';
import { hash32 } from './random';

/** `en-US` -> `en_US`, if faker has it. */
function localeKey(tag: string): string | undefined {
  const key = tag.trim().replace('-', '_');
  return Object.hasOwn(allLocales, key) ? key : undefined;
}

/** The tags of `list` that no locale is known for. */
export function unknownLocales(list: readonly string[]): string[] {
  return list.filter(tag => localeKey(tag) === undefined);
}

/**
 * A name and address generator of one locale, seeded from `text`. English and the basic data fill what a locale lacks.
 * Names are made up from lists of ordinary words and names (MIT licence); no real person is described.
 */
export function fakerFor(locale: string, seed: number, text: string): Faker {
  const locales = allLocales as Record<string, LocaleDefinition>;
  const own = localeKey(locale);
  const chain = [own === undefined ? undefined : locales[own], locales['en_US'], locales['en'], locales['base']];
  const faker = new Faker({ locale: chain.filter(l => l !== undefined), seed: hash32(text, seed) });
  return faker;
}
