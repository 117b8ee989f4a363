import { floatOfDigits, isDigit } from './python/text';
import type { TokenizerProfile } from './tokenizer/profiles';
import { STOP_WORDS } from './tokenizer/punktTable';
import { wordTokens } from './tokenizer/words';

/** Outcome of a comparison; null where the official script fails on an exception (the check is then `Blank`). */
export interface TextVerdict {
  readonly passed: boolean;
  readonly score: number;
}

export type TextMethod = 'retain' | 'remove';

/** Tokens that do not count: ASCII punctuation, curly quotes, two backquotes and the bullet. */
const PUNCTUATION: ReadonlySet<string> = new Set([
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  '“',
  '”',
  '‘',
  '’',
  '``',
  '•',
]);

const PASS: TextVerdict = { passed: true, score: 1 };
const FAIL: TextVerdict = { passed: false, score: 0 };

/**
 * Compares the value of a file with the text of the answer key as the official scripts do: numbers by value, then as a
 * substring, then token by token. One validator keeps the tokens of every text it has seen.
 */
export class TextValidator {
  private readonly tokens = new Map<string, readonly string[]>();

  constructor(private readonly profile: TokenizerProfile = '3.8') {}

  /**
   * `fileValue` null: the attribute is not there. A null verdict: the comparison is impossible (no text to compare with,
   * no countable token, a digit that is no number).
   */
  validate(fileValue: string | null, actionText: string | null, method: TextMethod): TextVerdict | null {
    if (fileValue === null) return method === 'retain' ? FAIL : PASS;
    if (actionText === null) return null;
    // The common case: the very text, and one that cannot be taken for a number.
    if (fileValue === actionText && startsWithLetter(fileValue)) return method === 'retain' ? PASS : FAIL;
    const value = normalize(fileValue);
    const wanted = normalize(actionText);
    const same = method === 'retain' ? PASS : FAIL;
    const other = method === 'retain' ? FAIL : PASS;
    if (looksNumeric(value) && looksNumeric(wanted)) {
      const a = floatOfDigits(value);
      const b = floatOfDigits(wanted);
      if (a === null || b === null) return null;
      return a === b ? same : other;
    }
    if (value.includes(wanted)) return same;
    const tokens = this.countedTokens(wanted);
    if (tokens.length === 0) return null;
    let kept = 0;
    for (const token of tokens) if (value.includes(token)) kept++;
    const good = method === 'retain' ? kept : tokens.length - kept;
    return { passed: good === tokens.length, score: good / tokens.length };
  }

  private countedTokens(text: string): readonly string[] {
    let tokens = this.tokens.get(text);
    if (tokens === undefined) {
      tokens = wordTokens(text, this.profile).filter(token => !STOP_WORDS.has(token) && !PUNCTUATION.has(token));
      this.tokens.set(text, tokens);
    }
    return tokens;
  }
}

function normalize(text: string): string {
  const last = text.length - 1;
  // Nearly always the only brackets are the outer ones.
  const outer = text.charCodeAt(0) === 0x3c && text.indexOf('<', 1) < 0 && text.indexOf('>') === last;
  return (outer ? text.slice(1, last) : text.replace(/[<>]/g, '')).toLowerCase();
}

/** True for `<` and an ASCII letter. */
function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(1) | 0x20;
  return text.charCodeAt(0) === 0x3c && code >= 0x61 && code <= 0x7a;
}

function looksNumeric(text: string): boolean {
  const code = text.charCodeAt(0);
  // A letter or quote in front is the common case and never a number.
  if (code > 0x39 && code < 0x80) return false;
  return isDigit(text.replace('.', ''));
}
