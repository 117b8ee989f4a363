import type { RuleFields } from '../edit';
import type { SourceRange } from '../model';
import type { SettingValue } from '../scalarText';

/** What an import says about one place of the source. */
export interface ImportNote {
  /** `lost`: not carried over. `changed`: carried over with another meaning. `note`: worth knowing. */
  readonly kind: 'lost' | 'changed' | 'note';
  /** What it is about, for example an attribute. */
  readonly subject: string;
  /** A sentence. */
  readonly message: string;
  readonly range: SourceRange;
}

/** A rule of the profile that is being made, and where it comes from. */
export interface DraftRule {
  readonly fields: RuleFields;
  readonly range: SourceRange;
}

export interface DraftRegion {
  readonly when: Readonly<Record<string, SettingValue>>;
  readonly blank: readonly (readonly number[])[];
  readonly label: string;
  readonly range: SourceRange;
}

/** A profile that is being made from the rules of another program. */
export interface Draft {
  name: string;
  /** Words about the source, for the head of the profile. */
  source: string;
  extends?: string;
  base?: 'none';
  options: string[];
  /** Further settings, in order; rules, pixels and files excluded. */
  settings: [key: string, value: SettingValue][];
  /** Where a setting comes from, by its key. */
  settingRanges: Record<string, SourceRange>;
  rules: DraftRule[];
  regions: DraftRegion[];
  quarantine: { readonly when: Readonly<Record<string, SettingValue>>; readonly range: SourceRange }[];
  notes: ImportNote[];
}

export function emptyDraft(source: string): Draft {
  return {
    name: '',
    source,
    options: [],
    settings: [],
    settingRanges: {},
    rules: [],
    regions: [],
    quarantine: [],
    notes: [],
  };
}

/** The program a text was written for. */
export type ImportFormat = 'ctp' | 'ctp-pixel' | 'deid' | 'kitware';

export interface ImportResult {
  readonly format: ImportFormat;
  /** The profile. */
  readonly text: string;
  readonly notes: readonly ImportNote[];
  readonly rules: number;
  readonly regions: number;
  /** For each place in `text` that comes from the source: [start, end) there and here. */
  readonly origins: readonly { readonly made: SourceRange; readonly range: SourceRange }[];
}

/** Number of the line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
