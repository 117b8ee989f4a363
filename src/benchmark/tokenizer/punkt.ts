import { PY_SPACE, rstrip, strip } from '../python/text';
import type { TokenizerProfile } from './profiles';
import { ABBREVIATIONS, COLLOCATIONS, LOWER_CASE_STARTERS } from './punktTable';

/**
 * Splits lower-case text into sentences as the Punkt algorithm (Kiss and Strunk 2006) does with NLTK's English model.
 * Rules that need upper case can never fire on lower-case text and are left out.
 */
export function splitSentences(text: string, profile: TokenizerProfile): string[] {
  if (!/[.?!]/.test(text)) {
    const only = rstrip(text);
    return only === '' ? [] : [only];
  }
  return realign(text, slices(text, PROFILES[profile]), PROFILES[profile]);
}

interface Patterns {
  readonly periodContext: RegExp;
  readonly words: RegExp;
  readonly realignment: RegExp;
}

interface Slice {
  start: number;
  stop: number;
}

const S = `[${PY_SPACE}]`;
const NOT_S = `[^${PY_SPACE}]`;
const END = '(?![\\s\\S])';

function patterns(quotes: string): Patterns {
  const nonWord = `[)";}\\]*:@'({\\[${quotes}?!]`;
  const multiChar = `(?:-{2,}|\\.{2,}|(?:\\.${S}){2,}\\.)`;
  const wordStart = '[^("`{\\[:;&#*@)}\\]\\-,]';
  const wordEnd = `(?:${S}|${END}|${nonWord}|${multiChar}|,(?:${END}|${S}|${nonWord}|${multiChar}))`;
  return {
    periodContext: new RegExp(`[.?!](?=(${nonWord}|${S}+(${NOT_S}+)))`, 'gu'),
    words: new RegExp(`${multiChar}|(?=${wordStart})${NOT_S}+?(?=${wordEnd})|${NOT_S}`, 'gu'),
    realignment: new RegExp(`^["')\\]}${quotes}]+?(?:${S}+|(?=--)|(?=\\n|${END}))`, 'u'),
  };
}

const PROFILES: Record<TokenizerProfile, Patterns> = {
  '3.8': patterns(''),
  '3.10.3': patterns('\u2018\u2019\u201c\u201d\u00ab\u00bb'),
};

interface EndContext {
  /** Offset of the character that may end a sentence. */
  readonly at: number;
  readonly afterToken: string;
  readonly nextToken: string | undefined;
}

/** Candidates for a sentence end, each with the word before it; of several in one word only the last counts. */
function* endContexts(text: string, patterns: Patterns): Generator<[EndContext, string]> {
  let previousSlice: Slice = { start: 0, stop: 0 };
  let previous: EndContext | undefined;
  const contextOf = (match: EndContext, slice: Slice): string =>
    text.slice(slice.start, slice.stop) + text[match.at] + match.afterToken;
  for (const match of text.matchAll(patterns.periodContext)) {
    const at = match.index;
    const before = text.slice(previousSlice.stop, at);
    const lastSpace = lastAsciiSpace(before);
    const slice = { start: lastSpace ? lastSpace + previousSlice.stop + 1 : previousSlice.start, stop: at };
    if (previous && previousSlice.stop <= slice.start) yield [previous, contextOf(previous, previousSlice)];
    previous = { at, afterToken: match[1] as string, nextToken: match[2] };
    previousSlice = slice;
  }
  if (previous) yield [previous, contextOf(previous, previousSlice)];
}

function lastAsciiSpace(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || (code >= 9 && code <= 13)) return i;
  }
  return 0;
}

function slices(text: string, patterns: Patterns): Slice[] {
  const found: Slice[] = [];
  let lastBreak = 0;
  for (const [match, context] of endContexts(text, patterns)) {
    if (!containsBreak(context, patterns)) continue;
    found.push({ start: lastBreak, stop: match.at + 1 });
    lastBreak = match.nextToken ? match.at + 1 + match.afterToken.length - match.nextToken.length : match.at + 1;
  }
  found.push({ start: lastBreak, stop: rstrip(text).length });
  return found;
}

/** Moves closing quotes and brackets from the start of a sentence to the end of the one before. */
function realign(text: string, found: readonly Slice[], patterns: Patterns): string[] {
  const sentences: string[] = [];
  let shift = 0;
  found.forEach((slice, i) => {
    const start = slice.start + shift;
    const next = found[i + 1];
    if (next) {
      const match = patterns.realignment.exec(text.slice(next.start, Math.max(next.start, next.stop)));
      if (match) {
        sentences.push(text.slice(start, next.start + rstrip(match[0]).length));
        shift = match[0].length;
        return;
      }
      shift = 0;
    }
    if (start < slice.stop) sentences.push(text.slice(start, slice.stop));
  });
  return sentences;
}

interface Token {
  readonly text: string;
  readonly type: string;
  readonly periodFinal: boolean;
  isBreak: boolean;
}

const NUMERIC = /^-?[.,]?\p{Nd}[\p{Nd},.-]*\.?$/u;
const INITIAL = /^(?!\p{Nd})[\p{L}\p{N}_]\.$/u;
const ELLIPSIS = /^\.\.+$/;
const STARTS_LOWER = /^\p{Lowercase}/u;

function tokensOf(text: string, patterns: Patterns): Token[] {
  const tokens: Token[] = [];
  for (const line of text.split('\n')) {
    if (strip(line) === '') continue;
    for (const [word] of line.matchAll(patterns.words)) {
      tokens.push({
        text: word,
        type: NUMERIC.test(word) ? '##number##' : word.toLowerCase(),
        periodFinal: word.endsWith('.'),
        isBreak: false,
      });
    }
  }
  return tokens;
}

/** True if a token other than the last ends a sentence. */
function containsBreak(context: string, patterns: Patterns): boolean {
  const tokens = tokensOf(context, patterns);
  for (const token of tokens) token.isBreak = breaksByType(token);
  for (let i = 0; i + 1 < tokens.length; i++) {
    refine(tokens[i] as Token, tokens[i + 1] as Token);
    if ((tokens[i] as Token).isBreak) return true;
  }
  return false;
}

function breaksByType(token: Token): boolean {
  if (token.text === '.' || token.text === '?' || token.text === '!') return true;
  if (ELLIPSIS.test(token.text) || !token.periodFinal || token.text.endsWith('..')) return false;
  const word = token.text.slice(0, -1).toLowerCase();
  return !ABBREVIATIONS.has(word) && !ABBREVIATIONS.has(word.slice(word.lastIndexOf('-') + 1));
}

/** Second pass: collocations, and initials and numbers before a word that starts no sentence. */
function refine(token: Token, next: Token): void {
  if (!token.periodFinal) return;
  const type = withoutPeriod(token.type);
  const nextType = next.isBreak ? withoutPeriod(next.type) : next.type;
  if (COLLOCATIONS.has(`${type} ${nextType}`)) token.isBreak = false;
  else if ((INITIAL.test(token.text) || type === '##number##') && neverStarts(next, nextType)) token.isBreak = false;
}

function withoutPeriod(type: string): string {
  return type.length > 1 && type.endsWith('.') ? type.slice(0, -1) : type;
}

function neverStarts(token: Token, type: string): boolean {
  if (/^[;:,.!?]$/.test(token.text)) return true;
  return STARTS_LOWER.test(token.text) && !LOWER_CASE_STARTERS.has(type);
}
