import { PY_SPACE, PY_WORD, splitSpace } from '../python/text';
import type { TokenizerProfile } from './profiles';
import { splitSentences } from './punkt';

const S = `[${PY_SPACE}]`;
const W = `[${PY_WORD}]`;
const BOUNDARY = `(?:(?<=${W})(?!${W})|(?<!${W})(?=${W}))`;
const END = '(?=\\n?(?![\\s\\S]))';

/** A replacement, and texts of which a sentence must hold one for it to do anything: looking for them costs far less. */
interface Rule {
  readonly pattern: RegExp;
  readonly replacement: string;
  readonly needs: readonly string[];
}
const rule = (needs: string | readonly string[], source: string, replacement: string, flags = 'gu'): Rule => ({
  pattern: new RegExp(source, flags),
  replacement,
  needs: typeof needs === 'string' ? [...needs] : needs,
});

/** The Treebank rules of NLTK's word tokenizer, in their order, for one profile. */
function rules(profile: TokenizerProfile): { before: Rule[]; after: Rule[] } {
  const recent = profile === '3.10.3';
  const before: Rule[] = [
    // starting quotes
    rule('«“‘„`', '([«“‘„]|`+)', ' $1 '),
    rule('"', '^"', '``', 'u'),
    rule(['``'], '(``)', ' $1 '),
    rule(['"', "''"], '([ (\\[{<])("|\'{2})', '$1 `` '),
    recent
      ? rule("'", `(?<!${W})'(?!(?:re|ve|ll|m|t|s|d|n)${BOUNDARY})(?=${W})`, "' ", 'giu')
      : rule("'", `'(?!re|ve|ll|m|t|s|d|n)(${W})${BOUNDARY}`, "' $1", 'giu'),
    // punctuation
    rule('.', `([^.])(\\.)([\\])}>"'»”’ ]*)${S}*${END}`, '$1 $2 $3 '),
    rule(':,', '([:,])([^\\p{Nd}])', ' $1 $2'),
    rule(':,', `([:,])${END}`, ' $1 '),
    rule(['..'], '\\.{2,}', ' $& '),
    rule(';@#$%&', '[;@#$%&]', ' $& '),
    ...(recent ? [rule('\u2012\u2013\u2014\u2015', '[\u2012-\u2015]', ' $& ')] : []),
    rule('.', `([^.])(\\.)([\\])}>"']*)${S}*${END}`, '$1 $2$3 '),
    rule('?!', '[?!]', ' $& '),
    rule(["' "], "([^'])' ", "$1 ' "),
    rule('*', '[*]', ' $& '),
    rule('][(){}<>', '[\\]\\[(){}<>]', ' $& '),
    rule(['--'], '--', ' -- '),
  ];
  const contraction = (a: string, b: string, needs: string, tail = BOUNDARY): Rule =>
    rule([needs], `${BOUNDARY}(${a})(${b})${tail}`, ' $1 $2 ', 'giu');
  const after: Rule[] = [
    // ending quotes
    rule('»”’', '([»”’])', ' $1 '),
    rule(["''"], "''", " '' "),
    rule('"', '"', " '' "),
    ...(recent ? [rule(' ', `${S}+`, ' ')] : []),
    rule("'", "([^' ])('[sS]|'[mM]|'[dD]|') ", '$1 $2 '),
    rule("'", "([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ", '$1 $2 '),
    contraction('can', 'not', 'cannot'),
    contraction('d', "'ye", "d'ye"),
    contraction('gim', 'me', 'gimme'),
    contraction('gon', 'na', 'gonna'),
    contraction('got', 'ta', 'gotta'),
    contraction('lem', 'me', 'lemme'),
    contraction('more', "'n", "more'n"),
    contraction('wan', 'na', 'wanna', `(?=${S})`),
    rule(["'t"], ` ('t)(is)${BOUNDARY}`, ' $1 $2 ', 'giu'),
    rule(["'t"], ` ('t)(was)${BOUNDARY}`, ' $1 $2 ', 'giu'),
  ];
  return { before, after };
}

const RULES: Record<TokenizerProfile, ReturnType<typeof rules>> = { '3.8': rules('3.8'), '3.10.3': rules('3.10.3') };

/** Text of letters, digits and a few signs that no rule touches: one token per run between blanks. */
const PLAIN = /^[a-z0-9/\-_^=+~|\\ ]*$/;
const CONTRACTS = /--|cannot|gimme|gonna|gotta|lemme|wanna/;

/** Tokens of lower-case text as NLTK's `word_tokenize` gives them: sentences first, then the Treebank rules. */
export function wordTokens(text: string, profile: TokenizerProfile): string[] {
  if (PLAIN.test(text) && !CONTRACTS.test(text)) return splitSpace(text);
  return splitSentences(text, profile).flatMap(sentence => treebankTokens(sentence, profile));
}

function treebankTokens(sentence: string, profile: TokenizerProfile): string[] {
  const { before, after } = RULES[profile];
  let text = sentence;
  for (const each of before) text = applied(each, text);
  text = ` ${text} `;
  for (const each of after) text = applied(each, text);
  return splitSpace(text);
}

function applied({ pattern, replacement, needs }: Rule, text: string): string {
  for (const need of needs) if (text.includes(need)) return text.replace(pattern, replacement);
  return text;
}
