import type { TextSettings } from '../../profile/model';
import type { CleanedText, TextCleaner, TextRequest, TextSpan } from '../textCleaner';
import { recognize } from './cascade';
import { isDayFirst, type DatePolicy } from './dates';
import { withDiscoveredNames, type Harvest } from './harvest';
import { findHarvestedNames } from './harvested/names';
import { HarvestIndex } from './harvestIndex';
import { sharedLexicon, type Lexicon } from './lexicon';
import { Lru } from './lru';
import { removeTitles } from './names/titles';
import { isDoubtful, removeUnknown } from './modes';
import { Reading, type Finding } from './reading';
import { takeOut } from './tidy';
import { UserWords } from './userWords';

/** One free text of an instance, as the first sweep reads it. */
export interface TextValue {
  readonly text: string;
  readonly request: TextRequest;
}

/** A text cleaner that can also learn names from the texts themselves. */
export interface SweepingTextCleaner extends TextCleaner {
  /**
   * First sweep: reads the texts of an instance (or of all instances of a patient) and returns the harvest with the names
   * that context gave away. Cleaning with that harvest removes them where no context helps.
   */
  discover(values: Iterable<TextValue>, harvest: Harvest): Harvest;
}

const CACHED_TEXTS = 20_000;
const CACHED_INDEXES = 256;
/** Shortest text in which a name may stand twice. */
const SHORTEST_SWEPT = 80;
/** Longest text kept in the cache, in characters: reports seldom repeat. */
const LONGEST_CACHED = 4_000;

const NO_SPANS: readonly TextSpan[] = [];

/** What was read in one value. */
interface Result {
  readonly cleaned: CleanedText;
  readonly discovered: readonly string[];
}

/**
 * The free-text cleaner of a profile (PS3.15 E.3.5). Deterministic; linear in the length of the text.
 *
 * @throws Error if a pattern of `keep` or `remove` is not valid RE2 syntax.
 */
export function createTextCleaner(settings: TextSettings): SweepingTextCleaner {
  return new Cleaner(settings, sharedLexicon());
}

class Cleaner implements SweepingTextCleaner {
  private readonly keep: UserWords;
  private readonly remove: UserWords;
  private readonly policy: DatePolicy;
  private readonly results = new Lru<Result>(CACHED_TEXTS);
  private lastIndex: { readonly id: string; readonly index: HarvestIndex } | undefined;
  private readonly indexes = new Lru<HarvestIndex>(CACHED_INDEXES);

  constructor(
    private readonly settings: TextSettings,
    private readonly lexicon: Lexicon,
  ) {
    this.keep = new UserWords(settings.keep, 'text.keep');
    this.remove = new UserWords(settings.remove, 'text.remove');
    this.policy = { dates: settings.dates, dayFirst: isDayFirst(settings.locales) };
  }

  clean(text: string, request: TextRequest, harvest: Harvest): CleanedText {
    return this.read(text, request, harvest).cleaned;
  }

  discover(values: Iterable<TextValue>, harvest: Harvest): Harvest {
    const names = new Set<string>();
    for (const { text, request } of values)
      for (const name of this.read(text, request, harvest).discovered) names.add(name);
    return withDiscoveredNames(harvest, [...names]);
  }

  private read(text: string, request: TextRequest, harvest: Harvest): Result {
    if (text.length === 0) return { cleaned: { text, spans: [] }, discovered: [] };
    if (text.length > LONGEST_CACHED) return this.readAll(text, request, harvest);
    const key = `${harvest.id}|${request.mode}|${request.vr}|${request.maxLength ?? ''}|${request.dayShift ?? ''}|${request.multi ? 1 : 0}|${text}`;
    let result = this.results.get(key);
    if (result === undefined) {
      result = this.readAll(text, request, harvest);
      this.results.set(key, result);
    }
    return result;
  }

  /** Reads every value of a multi-valued text by itself; their number stays the same. */
  private readAll(text: string, request: TextRequest, harvest: Harvest): Result {
    const index = this.indexOf(harvest);
    if (!request.multi || !text.includes('\\')) return this.readValue(text, request, index);
    const texts: string[] = [];
    const spans: TextSpan[] = [];
    const discovered: string[] = [];
    let offset = 0;
    for (const value of text.split('\\')) {
      const result = this.readValue(value, request, index);
      texts.push(result.cleaned.text);
      for (const span of result.cleaned.spans)
        spans.push({ ...span, start: span.start + offset, end: span.end + offset });
      discovered.push(...result.discovered);
      offset += value.length + 1;
    }
    return { cleaned: { text: texts.join('\\'), spans }, discovered };
  }

  private readValue(text: string, request: TextRequest, index: HarvestIndex): Result {
    if (text.trim() === '') return { cleaned: { text, spans: [] }, discovered: [] };
    const reading = this.newReading(text, request);
    const policy = request.dayShift === undefined ? this.policy : { ...this.policy, dayShift: request.dayShift };
    const search = recognize(reading, index, policy);
    const { discovered } = search;
    // Second sweep inside a longer text: a name given away by its context in one place is removed in all.
    if (discovered.length > 0 && text.length > SHORTEST_SWEPT) {
      const facts = discovered.map(value => ({ kind: 'discovered' as const, keyword: 'text', value }));
      findHarvestedNames(reading, new HarvestIndex(facts, this.lexicon));
    }
    this.remove.search(reading, (start, end) =>
      reading.mark(start, end, 'word', 'remove', "in the profile's text.remove"),
    );
    if (this.settings.titles === 'remove') removeTitles(reading);
    if (request.mode === 'keepList') removeUnknown(reading);
    const findings = this.keep.isEmpty ? inOrder(reading.findings, text) : withoutKept(reading);
    if (request.mode === 'blankIfDoubt' && (search.doubts > 0 || isDoubtful(reading))) {
      const spans = [
        { start: 0, end: text.length, recognizer: 'doubt', reason: 'something is left that may identify' },
      ];
      return { cleaned: { text: '', spans }, discovered };
    }
    if (findings.length === 0) return { cleaned: { text, spans: NO_SPANS }, discovered };
    return { cleaned: { text: rewrite(text, findings, request.maxLength), spans: findings.map(toSpan) }, discovered };
  }

  /** Tokens of kept words are settled before anything else looks at them. */
  private newReading(text: string, request: TextRequest): Reading {
    const reading = new Reading(text, this.lexicon, isCut(text, request));
    if (!this.keep.isEmpty)
      this.keep.search(reading, (start, end) => {
        for (let i = reading.tokenFrom(start); i < reading.tokens.length; i++) {
          if ((reading.tokens[i]?.start ?? end) >= end) break;
          reading.keep(i);
        }
      });
    return reading;
  }

  private indexOf(harvest: Harvest): HarvestIndex {
    if (this.lastIndex?.id === harvest.id) return this.lastIndex.index;
    let index = this.indexes.get(harvest.id);
    if (index === undefined) {
      index = new HarvestIndex(harvest.facts, this.lexicon);
      this.indexes.set(harvest.id, index);
    }
    this.lastIndex = { id: harvest.id, index };
    return index;
  }
}

/** Limits of the VRs whose values are cut in practice (PS3.5 6.2). */
const LIMITS: Readonly<Record<string, number>> = { SH: 16, LO: 64, PN: 64, CS: 16 };

/**
 * True if a value is about as long as its VR allows, so that its end may be missing. Systems that cut at 64 characters do
 * it whatever the VR says later.
 */
function isCut(text: string, request: TextRequest): boolean {
  const limit = request.maxLength ?? LIMITS[request.vr];
  if (limit !== undefined && limit <= 16) return text.length >= limit - 2 && text.length <= limit + 2;
  return (text.length >= 60 && text.length <= 66) || (limit !== undefined && text.length >= limit - 2);
}

/** Findings less what the profile keeps; a name or identifier of the header goes whatever the profile keeps. */
function withoutKept(reading: Reading): Finding[] {
  const { tokens } = reading;
  const result: Finding[] = [];
  for (const finding of reading.findings) {
    if (finding.recognizer.startsWith('harvest.') || finding.recognizer === 'remove') {
      result.push(finding);
      continue;
    }
    let start = finding.start;
    for (let i = reading.tokenFrom(finding.start); i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined || token.start >= finding.end) break;
      if (!reading.isKept(i)) continue;
      if (token.start > start) result.push({ ...finding, start, end: token.start });
      start = token.end;
    }
    if (start === finding.start) result.push(finding);
    else if (start < finding.end) result.push({ ...finding, start });
  }
  return inOrder(result, reading.text);
}

/** Findings by where they stand, without those of nothing but white space. */
function inOrder(findings: readonly Finding[], text: string): Finding[] {
  if (findings.length === 0) return [];
  return findings
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

const toSpan = ({ start, end, recognizer, reason }: Finding): TextSpan => ({ start, end, recognizer, reason });

/** The text without the findings; never longer than the VR allows. */
function rewrite(text: string, findings: readonly Finding[], maxLength: number | undefined): string {
  const result = takeOut(text, findings);
  if (maxLength === undefined || result.length <= maxLength) return result;
  // A shifted date may be longer than the old one; without it the text is shorter for certain.
  return takeOut(
    text,
    findings.map(({ start, end }) => ({ start, end })),
  );
}

/** Settings for showing what happens to a string outside any profile. */
export const defaultTextSettings: TextSettings = {
  keep: [],
  remove: [],
  mode: {},
  dates: 'remove',
  titles: 'keep',
  locales: [],
};
