import { edition } from '../standard/tables/edition';
import { OPTION_NAMES } from '../standard/codes';
import { builtinText } from './builtins';
import type { Diagnostic } from './diagnostic';
import type { Located, ProfileDocument, WordEntry } from './document';
import { profileHash } from './hash';
import { parseIdTable } from './idTable';
import { issueDiagnostics } from './issueDiagnostics';
import type { OptionName, Origin, PixelRegionRecipe, ResolvedProfile, Rule, SourceRange, TextMode } from './model';
import { readProfile } from './read';
import { textModeKey } from './textModes';

/**
 * Gives the text behind a reference (`../lung.deid.yaml`, `words.txt`) written in the file `from`, and the name to know it by.
 * `undefined` if there is none. Built-in profiles never come here.
 */
export type ProfileLoader = (
  reference: string,
  from: string,
) => { readonly id: string; readonly text: string } | undefined;

/** A diagnostic and the file it stands in. */
export interface ResolveDiagnostic extends Diagnostic {
  readonly profile: string;
}

export interface Resolution {
  readonly profile: ResolvedProfile;
  /** Everything wrong in any of the files. A profile with errors here must not be run. */
  readonly diagnostics: readonly ResolveDiagnostic[];
  /** Every file that takes part, the entry last. */
  readonly documents: readonly ProfileDocument[];
}

/** What a profile gets where neither it nor what it extends says anything. */
const DEFAULT_DAYS: readonly [number, number] = [-3650, -30];
const DEFAULT_PATH = '{patient}/{study}/{series}/{instance}.dcm';

/**
 * Merges a profile with everything it extends: as if the rules of what it extends stood above its own; settings of its own
 * win; options add up, except that the two date options displace each other.
 * @param entry the document, or the name of a built-in profile.
 */
export function resolveProfile(entry: ProfileDocument | string, loader: ProfileLoader = () => undefined): Resolution {
  const diagnostics: ResolveDiagnostic[] = [];
  const documents: ProfileDocument[] = [];
  const start =
    typeof entry === 'string' ? readProfile(builtinText(entry) ?? loader(entry, '')?.text ?? '', entry) : entry;
  collect(start, [], loader, documents, diagnostics);
  for (const document of documents)
    for (const diagnostic of issueDiagnostics(document)) diagnostics.push({ ...diagnostic, profile: document.id });
  return { profile: merge(documents, loader, diagnostics), diagnostics, documents };
}

/** Depth first, so that what is extended comes before what extends it; a file that is reached twice counts once. */
function collect(
  document: ProfileDocument,
  above: readonly string[],
  loader: ProfileLoader,
  documents: ProfileDocument[],
  diagnostics: ResolveDiagnostic[],
): void {
  const chain = [...above, document.id];
  for (const reference of document.extends) {
    const fail = (message: string) => diagnostics.push(problem(document.id, reference.range, message));
    const builtin = builtinText(reference.value);
    const loaded =
      builtin === undefined ? loader(reference.value, document.id) : { id: reference.value, text: builtin };
    if (!loaded) fail(`The profile “${reference.value}” cannot be found or read.`);
    else if (chain.includes(loaded.id)) fail('This profile extends itself, directly or through others.');
    else if (!documents.some(d => d.id === loaded.id))
      collect(readLoaded(loaded.text, loaded.id), chain, loader, documents, diagnostics);
  }
  documents.push(document);
}

let recent: readonly ProfileDocument[] = [];

/** Files that are extended change seldom and are read with every keystroke in the file that extends them: the last ones are kept. */
function readLoaded(text: string, id: string): ProfileDocument {
  const known = recent.find(d => d.id === id && d.text === text);
  if (known) return known;
  const document = readProfile(text, id);
  recent = [document, ...recent.filter(d => d.id !== id)].slice(0, 8);
  return document;
}

function problem(profile: string, range: SourceRange, message: string, code = 'DEID000'): ResolveDiagnostic {
  return { code, severity: 'error', range, message, profile };
}

function merge(
  documents: readonly ProfileDocument[],
  loader: ProfileLoader,
  diagnostics: ResolveDiagnostic[],
): ResolvedProfile {
  /** The value of a setting in the last file that has it. */
  const last = <T>(pick: (d: ProfileDocument) => Located<T> | undefined): (Located<T> & { id: string }) | undefined => {
    for (let i = documents.length - 1; i >= 0; i--) {
      const document = documents[i];
      const found = document && pick(document);
      if (document && found) return { ...found, id: document.id };
    }
    return undefined;
  };
  const value = <T>(pick: (d: ProfileDocument) => Located<T> | undefined, otherwise: T): T =>
    last(pick)?.value ?? otherwise;
  const origin = (document: ProfileDocument, range: SourceRange): Origin => ({ profile: document.id, range });
  const words = (pick: (d: ProfileDocument) => readonly WordEntry[]) =>
    documents.flatMap(d => pick(d).flatMap(w => readWords(w, d.id, loader, diagnostics)));
  const knowledgeBase = last(d => d.settings.knowledgeBase);
  const days = value(d => d.settings.shiftDays, DEFAULT_DAYS);
  const scope = value(d => d.settings.shiftScope, 'patient');
  const content: Omit<ResolvedProfile, 'hash'> = {
    name: documents[documents.length - 1]?.settings.name?.value ?? '',
    standard: value(d => d.settings.standard, edition),
    base: value(d => d.settings.base, 'ps3.15'),
    options: mergeOptions(documents, diagnostics),
    rules: documents.flatMap(d => rulesOf(d)),
    patient: {
      id: value(d => d.settings.patientId, '{hash:10}'),
      name: value(d => d.settings.patientName, '{id}'),
      ...patientTable(documents, loader, diagnostics),
    },
    uids: { root: value(d => d.settings.uidRoot, '2.25') },
    dates: { shift: { scope: scope === 'study' ? 'study' : 'patient', days: dayRange(days) } },
    ages: { capAt: value(d => d.settings.capAt, 89) },
    text: {
      keep: words(d => d.settings.keep),
      remove: words(d => d.settings.remove),
      mode: textModes(documents),
      dates: value(d => d.settings.textDates, 'remove'),
      titles: value(d => d.settings.textTitles, 'keep'),
      locales: value(d => d.settings.locales, ['en']),
    },
    private: {
      default: value(d => d.settings.privateDefault, 'remove'),
      ...(knowledgeBase
        ? {
            knowledgeBase: {
              path: knowledgeBase.value,
              origin: { profile: knowledgeBase.id, range: knowledgeBase.range },
            },
          }
        : {}),
    },
    unlisted: { text: value(d => d.settings.unlistedText, 'keep') },
    pixels: {
      detect: value(d => d.settings.detect, 'auto'),
      mode: value(d => d.settings.pixelMode, 'balanced'),
      regions: documents.flatMap(d =>
        d.recipes.map((r): PixelRegionRecipe => ({
          when: r.when,
          blank: r.blank.flatMap(b => (isBox(b.value) ? [b.value] : [])),
          origin: origin(d, r.range),
        })),
      ),
      whenUndecodable: value(d => d.settings.whenUndecodable, 'quarantine'),
    },
    files: {
      quarantine: documents.flatMap(d => d.quarantine.map(q => ({ when: q.when, origin: origin(d, q.range) }))),
      path: value(d => d.settings.path, DEFAULT_PATH),
    },
  };
  // The linter resolves with every keystroke and never looks at the hash.
  let hash: string | undefined;
  return {
    ...content,
    get hash() {
      return (hash ??= profileHash(plainConditions(content)));
    },
  };
}

/** Conditions of a document carry ranges; the hash must not see them. */
function plainConditions(content: Omit<ResolvedProfile, 'hash'>): Omit<ResolvedProfile, 'hash'> {
  const plain = <T extends { readonly when: Rule['when'] }>(x: T): T => ({
    ...x,
    when: x.when.map(({ tag, anyOf }) => ({ tag, anyOf })),
  });
  return {
    ...content,
    rules: content.rules.map(plain),
    pixels: { ...content.pixels, regions: content.pixels.regions.map(plain) },
    files: { ...content.files, quarantine: content.files.quarantine.map(plain) },
  };
}

function isBox(values: readonly number[]): values is readonly [number, number, number, number] {
  return values.length === 4 && values.every(Number.isInteger);
}

function dayRange(days: readonly number[] | string): readonly [number, number] {
  if (typeof days === 'string') return DEFAULT_DAYS;
  const [a = 0, b = a] = days;
  return a <= b ? [a, b] : [b, a];
}

/** The rules of one file that could be understood completely. */
export function rulesOf(document: ProfileDocument): Rule[] {
  return document.rules.flatMap((rule): Rule[] => {
    if (!rule.selector || !rule.action) return [];
    return [
      {
        selector: rule.selector,
        when: rule.when,
        action: rule.action,
        ...(rule.reason === undefined ? {} : { reason: rule.reason }),
        origin: { profile: document.id, range: rule.range },
      },
    ];
  });
}

const FULL = 'RetainLongitudinalFullDates';
const MODIFIED = 'RetainLongitudinalModifiedDates';

function mergeOptions(documents: readonly ProfileDocument[], diagnostics: ResolveDiagnostic[]): Set<OptionName> {
  const options = new Set<OptionName>();
  for (const document of documents) {
    const own = document.options.filter(o => (OPTION_NAMES as readonly string[]).includes(o.value));
    const names = own.map(o => o.value as OptionName);
    if (names.includes(FULL) && names.includes(MODIFIED)) {
      const at = own.find(o => o.value === FULL)?.range ?? { start: 0, end: 0 };
      diagnostics.push(
        problem(
          document.id,
          at,
          'Full dates and modified dates exclude each other (PS3.15 E.3.6); keep one.',
          'DEID014',
        ),
      );
    }
    if (names.includes(FULL)) options.delete(MODIFIED);
    if (names.includes(MODIFIED)) options.delete(FULL);
    for (const name of names) options.add(name);
  }
  // Both in one file is an error; what moves dates is the safer of the two.
  if (options.has(FULL) && options.has(MODIFIED)) options.delete(FULL);
  return options;
}

function textModes(documents: readonly ProfileDocument[]): Record<string, TextMode> {
  const modes: Record<string, TextMode> = { default: 'surgical' };
  for (const { key, mode } of documents.flatMap(d => d.settings.textModes))
    modes[textModeKey(key.value) ?? key.value] = mode;
  return modes;
}

function readWords(
  entry: WordEntry,
  from: string,
  loader: ProfileLoader,
  diagnostics: ResolveDiagnostic[],
): readonly string[] {
  if ('word' in entry.value) return [entry.value.word];
  const loaded = loader(entry.value.file, from);
  if (!loaded) {
    diagnostics.push(problem(from, entry.range, `The word list “${entry.value.file}” cannot be found or read.`));
    return [];
  }
  return loaded.text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
}

function patientTable(
  documents: readonly ProfileDocument[],
  loader: ProfileLoader,
  diagnostics: ResolveDiagnostic[],
): Pick<ResolvedProfile['patient'], 'table'> {
  for (let i = documents.length - 1; i >= 0; i--) {
    const document = documents[i];
    const table = document?.settings.patientTable;
    if (!document || (!table && !document.settings.patientId)) continue;
    if (!table) return {};
    const loaded = loader(table.value.file, document.id);
    const ids = loaded && parseIdTable(loaded.text);
    if (!ids) {
      const message = loaded
        ? 'The table of Patient IDs needs a header with the columns id_old and id_new.'
        : 'The table of Patient IDs cannot be found or read.';
      diagnostics.push(problem(document.id, table.range, message));
      return { table: { ids: new Map(), missing: 'quarantine' } };
    }
    return { table: { ids, missing: table.value.missing } };
  }
  return {};
}
