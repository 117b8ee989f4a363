import type { Lexicon } from './lexicon';
import { tokenize, type Token } from './tokens';

/** What a stretch of text was recognized as; recognizers that look at their neighbours ask for it. */
export type Category =
  'name' | 'address' | 'phone' | 'date' | 'identifier' | 'institution' | 'contact' | 'age' | 'word';

export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly category: Category;
  /** Which recognizer, for example `harvest.PatientName` or `date.ymd`. */
  readonly recognizer: string;
  readonly reason: string;
  /** What stands in its place; nothing if absent. */
  readonly replacement?: string;
}

const CODES: Readonly<Record<Category, number>> = {
  name: 1,
  address: 2,
  phone: 3,
  date: 4,
  identifier: 5,
  institution: 6,
  contact: 7,
  age: 8,
  word: 9,
};

/** What may be noted about a token. */
const KEPT = 1;
const HARVESTED_NAME = 2;
const AMBIGUOUS_NAME = 4;

/** Plain arrays: for texts of some fifty characters they cost less than typed ones. */
const zeros = (count: number): number[] => new Array<number>(count).fill(0);

/** Function words of two letters, as far as they make prose. */
const SHORT_WORDS = new Set(['at', 'of', 'to', 'in', 'on', 'is', 'as', 'by', 'it', 'we', 'he', 'an', 'be']);

/** One text while it is being read: its tokens, their word classes, and what has been recognized so far. */
export class Reading {
  readonly tokens: readonly Token[];
  /** Word classes of each token (`WordClass` bits). */
  readonly classes: readonly number[];
  readonly findings: Finding[] = [];
  /** Words longer than one letter by shape. */
  readonly upperWords: number;
  readonly lowerWords: number;
  readonly titleWords: number;
  readonly hasDigit: boolean;
  /** How many digits there are, and in the longest number: most texts have too few for most recognizers. */
  readonly digitCount: number;
  readonly longestNumber: number;
  /** Length of the longest stretch of letters and digits. */
  readonly longestRun: number;
  readonly markCount: number;
  /** True if one of `-./_` stands between two numbers, as in a date. */
  readonly hasDateMark: boolean;
  /** True if one or two letters follow a single digit without a blank, as in the postal codes of some countries. */
  readonly hasLettersBehindDigit: boolean;
  /** Which ASCII characters occur, 32 to a number. */
  private readonly present: readonly [number, number, number, number];
  /** Of each character, the code of what it was recognized as; absent until something is. */
  private marked: number[] | undefined;
  /** Notes on each token; absent until there is one. */
  private notes: number[] | undefined;

  constructor(
    readonly text: string,
    readonly lexicon: Lexicon,
    /** True if the value fills its VR, so that its end may be cut off. */
    readonly cut: boolean,
  ) {
    this.tokens = tokenize(text);
    const count = this.tokens.length;
    const classes = zeros(count);
    let controls = 0;
    let marksAndDigits = 0;
    let capitals = 0;
    let small = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 96) {
        if (code < 128) small |= 1 << (code & 31);
      } else if (code >= 64) capitals |= 1 << (code & 31);
      else if (code >= 32) marksAndDigits |= 1 << (code & 31);
      else controls |= 1 << code;
    }
    this.present = [controls, marksAndDigits, capitals, small];
    let upper = 0;
    let lower = 0;
    let title = 0;
    let digits = 0;
    let longestNumber = 0;
    let longestRun = 0;
    let run = 0;
    let marks = 0;
    let dateMark = false;
    let lettersBehindDigit = false;
    let previous: Token | undefined;
    let beforePrevious: Token | undefined;
    for (const token of this.tokens) {
      if (token.kind === 'mark') {
        marks++;
        run = 0;
      } else {
        const length = token.end - token.start;
        run = previous?.end === token.start ? run + length : length;
        if (run > longestRun) longestRun = run;
        if (token.kind === 'number') {
          digits += length;
          if (length > longestNumber) longestNumber = length;
          if (!dateMark && previous?.kind === 'mark' && beforePrevious?.kind === 'number')
            dateMark = token.start - beforePrevious.end <= 3 && '-./_'.includes(previous.text);
        }
      }
      const glued = previous?.end === token.start ? previous : undefined;
      beforePrevious = previous;
      previous = token;
      if (token.kind !== 'word') continue;
      classes[token.index] = lexicon.classesOf(token.folded);
      if (glued?.kind === 'number' && glued.text.length === 1 && token.folded.length <= 2) lettersBehindDigit = true;
      if (token.folded.length < 2) continue;
      if (token.shape === 'upper') upper++;
      else if (token.shape === 'lower') lower++;
      else if (token.shape === 'title') title++;
    }
    this.classes = classes;
    this.upperWords = upper;
    this.lowerWords = lower;
    this.titleWords = title;
    this.hasDigit = digits > 0;
    this.digitCount = digits;
    this.longestNumber = longestNumber;
    this.longestRun = longestRun;
    this.markCount = marks;
    this.hasDateMark = dateMark;
    this.hasLettersBehindDigit = lettersBehindDigit;
  }

  /** Records that `[start, end)` identifies. What was already recognized keeps its first reason. */
  mark(start: number, end: number, category: Category, recognizer: string, reason: string, replacement?: string): void {
    const code = CODES[category];
    const marked = (this.marked ??= zeros(this.text.length));
    let fresh = false;
    for (let i = start; i < end; i++) {
      if (marked[i] === 0) {
        marked[i] = code;
        fresh = true;
      }
    }
    if (!fresh) return;
    this.findings.push({
      start,
      end,
      category,
      recognizer,
      reason,
      ...(replacement === undefined ? {} : { replacement }),
    });
  }

  /** True if one of these ASCII characters occurs: a cheap way for a recognizer to leave at once. */
  hasAny(characters: string): boolean {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      if (((this.present[code >> 5] as number) & (1 << (code & 31))) !== 0) return true;
    }
    return false;
  }

  isMarked(offset: number): boolean {
    return this.marked !== undefined && this.marked[offset] !== undefined && this.marked[offset] !== 0;
  }

  isMarkedAs(offset: number, category: Category): boolean {
    return this.marked !== undefined && this.marked[offset] === CODES[category];
  }

  /** True if some character of the range is not yet recognized. */
  isFree(start: number, end: number): boolean {
    if (this.marked === undefined) return start < end;
    for (let i = start; i < end; i++) if (this.marked[i] === 0) return true;
    return false;
  }

  /** Notes that the user wants a token kept. */
  keep(index: number): void {
    this.note(index, KEPT);
  }

  isKept(index: number): boolean {
    return this.hasNote(index, KEPT);
  }

  /** Notes that the harvest recognized a token as a name. */
  noteHarvestedName(index: number): void {
    this.note(index, HARVESTED_NAME);
  }

  isHarvestedName(index: number): boolean {
    return this.hasNote(index, HARVESTED_NAME);
  }

  /** Notes that a token is a harvested name but also an ordinary word, left for context to decide. */
  noteAmbiguousName(index: number): void {
    this.note(index, AMBIGUOUS_NAME);
  }

  isAmbiguousName(index: number): boolean {
    return this.hasNote(index, AMBIGUOUS_NAME);
  }

  private note(index: number, bit: number): void {
    this.notes ??= zeros(this.tokens.length);
    this.notes[index] = (this.notes[index] ?? 0) | bit;
  }

  private hasNote(index: number, bit: number): boolean {
    return this.notes !== undefined && ((this.notes[index] ?? 0) & bit) !== 0;
  }

  /** The token at `index`, if there is one. */
  token(index: number): Token | undefined {
    return this.tokens[index];
  }

  /** Index of the first token that starts at or after an offset. */
  tokenFrom(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle] as Token).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** True if a digit touches the word: `T1`, `3D`, `b1000`. */
  gluedToDigit(index: number): boolean {
    const token = this.tokens[index] as Token;
    const next = this.tokens[index + 1];
    const previous = this.tokens[index - 1];
    return (
      (next?.kind === 'number' && next.start === token.end) ||
      (previous?.kind === 'number' && previous.end === token.start)
    );
  }

  /** The word before token `index`, over punctuation that may stand between a cue and what it announces. */
  wordBefore(index: number): Token | undefined {
    let at = index - 1;
    while (at >= 0 && this.tokens[at]?.kind === 'mark' && /[.:=,#\-([/]/.test((this.tokens[at] as Token).text)) at--;
    const token = this.tokens[at];
    return token?.kind === 'word' ? token : undefined;
  }

  private proseKnown: boolean | undefined;
  /** True for running text: at least half of its longer words, and two of them, are in lower case. */
  get isProse(): boolean {
    if (this.proseKnown === undefined) {
      let lower = 0;
      let all = 0;
      for (const token of this.tokens) {
        if (token.kind !== 'word' || (token.folded.length <= 2 && !SHORT_WORDS.has(token.folded))) continue;
        all++;
        if (token.shape === 'lower') lower++;
      }
      this.proseKnown = lower >= 2 && lower * 2 >= all;
    }
    return this.proseKnown;
  }

  private allLowerKnown: boolean | undefined;
  /** True if no word has a capital. */
  get isAllLower(): boolean {
    this.allLowerKnown ??= !this.tokens.some(token => token.kind === 'word' && token.shape !== 'lower');
    return this.allLowerKnown;
  }

  /** True if nothing, or the end of a sentence, stands before `offset`. */
  startsSentence(offset: number): boolean {
    let at = offset - 1;
    while (at >= 0 && /\s/.test(this.text[at] as string)) at--;
    return at < 0 || '.!?:;'.includes(this.text[at] as string);
  }
}
