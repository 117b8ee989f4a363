import { RE2JS } from 're2js';
import type { Reading } from './reading';
import { tokenize, type Token } from './tokens';

/** Words, phrases and patterns of the profile's `text.keep` or `text.remove`, made ready for searching. */
export class UserWords {
  /** First word of each phrase -> the phrases' words. */
  private readonly phrases = new Map<string, string[][]>();
  private readonly patterns: RE2JS[] = [];

  /** @throws Error naming the entry's position if a `/pattern/` is not valid RE2 syntax. */
  constructor(entries: readonly string[], setting: string) {
    entries.forEach((entry, i) => {
      const pattern = /^\/(.+)\/([imsu]*)$/s.exec(entry);
      if (pattern !== null) {
        this.patterns.push(compile(pattern[1] as string, pattern[2] as string, `${setting}, entry ${i + 1}`));
        return;
      }
      const words = tokenize(entry)
        .filter(token => token.kind !== 'mark')
        .map(token => token.folded);
      const [first] = words;
      if (first === undefined) return;
      const known = this.phrases.get(first);
      if (known === undefined) this.phrases.set(first, [words]);
      else known.push(words);
    });
  }

  get isEmpty(): boolean {
    return this.phrases.size === 0 && this.patterns.length === 0;
  }

  /** Calls `found` with every stretch of the text that one of the entries names. */
  search(reading: Reading, found: (start: number, end: number) => void): void {
    const { tokens, text } = reading;
    if (this.phrases.size > 0)
      for (const token of tokens) {
        for (const phrase of this.phrases.get(token.folded) ?? []) {
          const last = matchPhrase(tokens, token.index, phrase);
          if (last !== undefined) found(token.start, last.end);
        }
      }
    for (const pattern of this.patterns) {
      const matcher = pattern.matcher(text);
      while (matcher.find()) if (matcher.end() > matcher.start()) found(matcher.start(), matcher.end());
    }
  }
}

function compile(source: string, flags: string, where: string): RE2JS {
  let bits = RE2JS.CASE_INSENSITIVE;
  if (flags.includes('m')) bits |= RE2JS.MULTILINE;
  if (flags.includes('s')) bits |= RE2JS.DOTALL;
  try {
    return RE2JS.compile(source, bits);
  } catch {
    throw new Error(`${where}: the pattern is not valid RE2 syntax; correct it or write the words without slashes.`);
  }
}

function matchPhrase(tokens: readonly Token[], from: number, words: readonly string[]): Token | undefined {
  let at = from;
  let last: Token | undefined;
  for (const word of words) {
    while (tokens[at]?.kind === 'mark' && at > from) at++;
    const token = tokens[at];
    if (token === undefined || token.folded !== word) return undefined;
    last = token;
    at++;
  }
  return last;
}
