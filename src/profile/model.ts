import type { ActionCode, OptionName } from '../standard/codes';

export type { ActionCode, OptionName };

/** Half-open range of UTF-16 offsets in the text of a profile. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** Where something in a resolved profile was written. */
export interface Origin {
  /** `builtin:ps3.15`, or the path or URI of the file. */
  readonly profile: string;
  readonly range: SourceRange;
}

export type ActionName =
  | 'keep'
  | 'remove'
  | 'empty'
  | 'dummy'
  | 'uid'
  | 'clean'
  | 'shift'
  | 'replace'
  | 'add'
  | 'pseudonym'
  | 'pattern'
  | 'age';

/** What a rule asks for: a named action, or a code of the standard (compound codes are resolved by Type, PS3.15 E.1). */
export type RuleAction =
  | { readonly kind: Exclude<ActionName, 'replace' | 'add' | 'pseudonym' | 'pattern'> }
  | { readonly kind: 'replace' | 'add'; readonly value: string }
  | { readonly kind: 'pseudonym'; readonly format: string }
  | { readonly kind: 'pattern'; readonly match: string; readonly with: string }
  | { readonly kind: 'code'; readonly code: ActionCode };

/** One step of a selector that names one attribute. */
export type AttributeSelector =
  | { readonly kind: 'tag'; readonly tag: number }
  /** Private attribute: creator + group + low byte of the element (PS3.5 7.8.1); the block number never matters. */
  | { readonly kind: 'private'; readonly group: number; readonly creator: string; readonly element: number };

/** What a rule applies to, from most to least specific. */
export type RuleSelector =
  /** Sequence path: every step but the last is a sequence; matches at that place only (any item), wherever the first step occurs. */
  | { readonly kind: 'path'; readonly steps: readonly AttributeSelector[] }
  | { readonly kind: 'attribute'; readonly attribute: AttributeSelector }
  /** `(60xx,3000)`, `(0018,10xx)`: a set bit in `mask` means the bit of the tag must equal that of `tag`. */
  | { readonly kind: 'wildcard'; readonly tag: number; readonly mask: number }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'vr'; readonly vr: string };

/** A test on the instance: attribute -> literal, list of literals, or `/re/flags`. All must hold. */
export interface Condition {
  readonly tag: number;
  /** Any of these; `pattern` entries are RE2 source text. */
  readonly anyOf: readonly (
    | { readonly kind: 'literal'; readonly value: string }
    | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  )[];
}

export interface Rule {
  readonly selector: RuleSelector;
  readonly when: readonly Condition[];
  readonly action: RuleAction;
  readonly reason?: string;
  readonly origin: Origin;
}

export type TextMode = 'surgical' | 'blankIfDoubt' | 'keepList';

export interface TextSettings {
  /** Words and phrases, or `/re/` patterns, that are kept. Files are already read in. */
  readonly keep: readonly string[];
  readonly remove: readonly string[];
  /** Keys: `default`, an attribute's tag as `(gggg,eeee)`, a VR, or `private:VR`. */
  readonly mode: Readonly<Record<string, TextMode>>;
  readonly dates: 'remove' | 'keepYear' | 'shift';
  /** Whether the title before a removed name (`Dr.`) goes with it. */
  readonly titles: 'keep' | 'remove';
  readonly locales: readonly string[];
}

export interface PixelRegionRecipe {
  readonly when: readonly Condition[];
  /** [x, y, width, height] in pixels, origin at the top left. */
  readonly blank: readonly (readonly [number, number, number, number])[];
  readonly origin: Origin;
}

export interface KnowledgeBaseReference {
  readonly path: string;
  readonly origin: Origin;
}

/** A profile with everything it extends merged in: what the engine compiles and the editor explains. */
export interface ResolvedProfile {
  readonly name: string;
  /** Edition of PS3.15 Table E.1-1 it was written against. */
  readonly standard: string;
  /** Lower-case hex SHA-256 over the canonical form of the resolved settings (not over layout and comments). */
  readonly hash: string;
  /** `ps3.15`: Table E.1-1 decides what no rule names. `none`: everything no rule names is kept (`builtin:keep-all`). */
  readonly base: 'ps3.15' | 'none';
  readonly options: ReadonlySet<OptionName>;
  readonly rules: readonly Rule[];
  readonly patient: {
    /** Template with `{hash:n}`, `{sequence:n}`. */
    readonly id: string;
    readonly name: string;
    /** Table of old -> new Patient IDs, already read in. */
    readonly table?: { readonly ids: ReadonlyMap<string, string>; readonly missing: 'quarantine' | 'pseudonym' };
  };
  readonly uids: { readonly root: string };
  readonly dates: { readonly shift: { readonly scope: 'patient' | 'study'; readonly days: readonly [number, number] } };
  readonly ages: { readonly capAt: number };
  readonly text: TextSettings;
  /** What is kept is still treated by its VR: text is cleaned, dates follow the date options, UIDs are mapped, names go. */
  readonly private: { readonly default: 'remove' | 'keep'; readonly knowledgeBase?: KnowledgeBaseReference };
  /** Free text (SH LO ST LT UT UC) that neither a rule nor Table E.1-1 names: kept and reported, cleaned, or removed. */
  readonly unlisted: { readonly text: 'keep' | 'clean' | 'remove' };
  readonly pixels: {
    readonly detect: 'auto' | 'off' | 'always';
    /** How much of the text found is hidden: what identifies, also what is not understood, or all of it. */
    readonly mode: 'balanced' | 'conservative' | 'allText';
    readonly regions: readonly PixelRegionRecipe[];
    readonly whenUndecodable: 'quarantine' | 'keep';
  };
  readonly files: {
    readonly quarantine: readonly { readonly when: readonly Condition[]; readonly origin: Origin }[];
    /** Template of `/`-separated segments over `{patient}`, `{study}`, `{series}`, `{instance}`, `{modality}`. */
    readonly path: string;
  };
}

/** The action that applies to one data element, and why. */
export interface EffectiveAction {
  readonly action: RuleAction;
  readonly source:
    | { readonly kind: 'rule'; readonly rule: Rule }
    | { readonly kind: 'option'; readonly options: readonly OptionName[]; readonly tableCode: ActionCode }
    | { readonly kind: 'table'; readonly tableCode: ActionCode }
    /** What no table lists: private default, VR sweep, unlisted instance UIDs, or plain keep. */
    | {
        readonly kind: 'default';
        readonly name: 'private' | 'safePrivate' | 'vrSweep' | 'instanceUid' | 'structuralUid' | 'unlisted' | 'base';
      };
}
