import type { LineCounter, ParsedNode } from 'yaml';
import type { ActionName, Condition, RuleAction, RuleSelector, SourceRange, TextMode } from './model';

/** A value and where it was written. */
export interface Located<T> {
  readonly value: T;
  readonly range: SourceRange;
}

/** `key: value` in a mapping. */
export interface Entry {
  readonly key: SourceRange;
  readonly value: SourceRange;
  /** The value as text, where it is a scalar. */
  readonly text?: string;
}

/** Something the reader could not take as it stands. Each kind is reported by one lint rule. */
export interface ReadIssue {
  readonly kind:
    | 'syntax'
    | 'shape'
    | 'missing'
    | 'unknownKey'
    | 'unknownValue'
    | 'unknownKeyword'
    | 'badTag'
    | 'unknownAction'
    | 'missingParameter'
    | 'badPattern';
  readonly range: SourceRange;
  readonly message: string;
  /** Texts that could replace the range. */
  readonly suggestions: readonly string[];
}

export interface LocatedCondition extends Condition {
  readonly key: SourceRange;
  readonly value: SourceRange;
  /** One range per entry of `anyOf`. */
  readonly ranges: readonly SourceRange[];
}

/** A rule as written: what could be understood of it, and where each part stands. */
export interface DocumentRule {
  /** The whole mapping. */
  readonly range: SourceRange;
  /** Entries by key, known keys only. */
  readonly entries: Readonly<Partial<Record<string, Entry>>>;
  readonly selector?: RuleSelector;
  /** Range of the selector's text. */
  readonly selectorRange: SourceRange;
  /** The selector as written. */
  readonly selectorText: string;
  readonly when: readonly LocatedCondition[];
  readonly action?: RuleAction;
  readonly actionName?: ActionName | 'code';
  readonly actionRange: SourceRange;
  readonly reason?: string;
}

export interface DocumentRecipe {
  readonly range: SourceRange;
  readonly when: readonly LocatedCondition[];
  readonly blank: readonly Located<readonly number[]>[];
}

/** A word of `text.keep` or `text.remove`, or a file of them. */
export type WordEntry = Located<{ readonly word: string } | { readonly file: string }>;

/** The settings of one file, each present only if written and understood. */
export interface DocumentSettings {
  version?: Located<number>;
  name?: Located<string>;
  standard?: Located<string>;
  base?: Located<'ps3.15' | 'none'>;
  patientId?: Located<string>;
  patientTable?: Located<{ readonly file: string; readonly missing: 'quarantine' | 'pseudonym' }>;
  patientName?: Located<string>;
  uidRoot?: Located<string>;
  shiftScope?: Located<string>;
  /** Two bounds, or one number if the offset is a constant. */
  shiftDays?: Located<readonly number[] | string>;
  capAt?: Located<number>;
  textDates?: Located<'remove' | 'keepYear' | 'shift'>;
  textTitles?: Located<'keep' | 'remove'>;
  locales?: Located<readonly string[]>;
  textModes: { readonly key: Located<string>; readonly mode: TextMode }[];
  keep: WordEntry[];
  remove: WordEntry[];
  privateDefault?: Located<'remove' | 'keep'>;
  knowledgeBase?: Located<string>;
  unlistedText?: Located<'keep' | 'clean' | 'remove'>;
  detect?: Located<'auto' | 'off' | 'always'>;
  pixelMode?: Located<'balanced' | 'conservative' | 'allText'>;
  whenUndecodable?: Located<'quarantine' | 'keep'>;
  path?: Located<string>;
}

/** One profile file as read: tolerant of errors, with the place of everything. */
export interface ProfileDocument {
  /** `builtin:ps3.15`, or the path or URI of the file. */
  readonly id: string;
  readonly text: string;
  readonly lines: LineCounter;
  /** The YAML tree, for edits; null if the text is empty. */
  readonly root: ParsedNode | null;
  readonly issues: readonly ReadIssue[];
  readonly extends: readonly Located<string>[];
  readonly options: readonly Located<string>[];
  readonly settings: DocumentSettings;
  readonly rules: readonly DocumentRule[];
  readonly recipes: readonly DocumentRecipe[];
  readonly quarantine: readonly { readonly range: SourceRange; readonly when: readonly LocatedCondition[] }[];
  /** Top-level entries by key. */
  readonly sections: Readonly<Partial<Record<string, Entry>>>;
}
