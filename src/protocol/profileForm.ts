import type { FrameImage } from './headerViewer';

/** What crosses between the form editor of a profile and the extension host. */

export type FormValue = string | number | boolean | readonly FormValue[] | { readonly [key: string]: FormValue };

/** One change to the text of a profile, as the person meant it. */
export type FormOperation =
  | { readonly kind: 'addOption' | 'removeOption'; readonly option: string }
  | { readonly kind: 'addRule'; readonly rule: Readonly<Record<string, FormValue>> }
  /** `null` removes a key. */
  | {
      readonly kind: 'changeRule';
      readonly index: number;
      readonly set: Readonly<Record<string, FormValue | null>>;
    }
  | { readonly kind: 'removeRule'; readonly index: number }
  /** Keys from the root; digits count entries of lists. `null` removes the setting. */
  | { readonly kind: 'setSetting'; readonly path: readonly string[]; readonly value: FormValue | null }
  | { readonly kind: 'addItem'; readonly path: readonly string[]; readonly value: FormValue }
  | { readonly kind: 'removeItem'; readonly path: readonly string[]; readonly index: number };

export interface FormDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Where it belongs in the form: keys joined by `/`, with the number of the list entry, for example `rules/3`. */
  readonly place: string;
  /** Offsets of UTF-16 units in the text. */
  readonly start: number;
  readonly end: number;
}

export interface FormOption {
  readonly name: string;
  readonly doc: string;
  /** Rows of PS3.15 Table E.1-1 that the option keeps and cleans. */
  readonly keeps: number;
  readonly cleans: number;
  /** Written in this file. */
  readonly own: boolean;
  /** In force, by this file or by one it extends. */
  readonly active: boolean;
}

/** A test of `when`: the attribute as written and its values, one of which must hold. */
export interface FormCondition {
  readonly attribute: string;
  readonly values: readonly string[];
}

export interface FormRule {
  readonly index: number;
  readonly by: 'tag' | 'vr' | 'group';
  /** The selector as written. */
  readonly selector: string;
  /** Name of what is selected, in plain words. */
  readonly name: string;
  readonly when: readonly FormCondition[];
  readonly action: string;
  /** `value`, `format`, `match` and `with`, where written. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly reason: string;
  /** What really happens to what the rule names, and why; empty where that depends on more. */
  readonly effective: string;
  readonly because: string;
  /** True if this rule decides. */
  readonly decides: boolean;
  readonly diagnostics: readonly FormDiagnostic[];
  readonly start: number;
  readonly end: number;
}

/** An entry of a list of words: a word, or a file of them. */
export interface FormItem {
  readonly text: string;
  readonly file: boolean;
}

export type FormControl =
  | { readonly kind: 'text' | 'integer'; readonly value: string }
  | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly string[] }
  | { readonly kind: 'days'; readonly least: string; readonly greatest: string }
  | { readonly kind: 'list'; readonly items: readonly FormItem[]; readonly files: boolean }
  | {
      readonly kind: 'modes';
      readonly entries: readonly { readonly key: string; readonly value: string }[];
      readonly choices: readonly string[];
    };

export interface FormSetting {
  readonly path: readonly string[];
  readonly label: string;
  readonly doc: string;
  readonly control: FormControl;
  /** True if this file says it; otherwise the value is what holds without it. */
  readonly own: boolean;
}

export interface FormSection {
  readonly title: string;
  readonly settings: readonly FormSetting[];
}

/** Entry of `pixels.regions`. */
export interface FormRegion {
  readonly when: readonly FormCondition[];
  /** [x, y, width, height] in pixels from the top left. */
  readonly blank: readonly (readonly number[])[];
}

export interface FormModel {
  readonly name: string;
  readonly options: readonly FormOption[];
  readonly rules: readonly FormRule[];
  /** Rules that come from profiles this one extends. */
  readonly inheritedRules: number;
  /** Names of actions, then codes of the standard, that a rule may ask for. */
  readonly actions: readonly { readonly name: string; readonly doc: string }[];
  readonly sections: readonly FormSection[];
  readonly regions: readonly FormRegion[];
  readonly inheritedRegions: number;
  readonly quarantine: readonly (readonly FormCondition[])[];
}

/** What the form shows: one version of the text. */
export interface FormState {
  readonly version: number;
  /** The last version that could be read; missing if there was none. */
  readonly model?: FormModel;
  readonly diagnostics: readonly FormDiagnostic[];
  /** Why the text cannot be changed by the form now. */
  readonly locked?: { readonly message: string; readonly start: number };
}

/**
 * `stale`: the text is no longer the one the change was meant for; nothing was changed. `invalid`: the change cannot be made, and
 * why.
 */
export type EditOutcome =
  | { readonly kind: 'applied'; readonly version: number }
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'invalid'; readonly message: string };

/** A picture to draw rectangles on. */
export interface FormPicture {
  /** Name of the file. */
  readonly name: string;
  readonly frames: number;
  /** False if the file does not fulfil the conditions of the device. */
  readonly fits: boolean;
}

/** Which picture: the first or the next file of the sample that fits the device, or one the person chooses. */
export type PictureRequest = 'first' | 'next' | 'choose';

/** What the extension host answers to the form. */
export interface FormHostCalls {
  /** Opens a picture for a device; null if there is none that fits, or none was chosen. */
  picture(params: { readonly region: number; readonly which: PictureRequest }): FormPicture | null;
  /** A frame (0-based) of the picture opened last. */
  pictureFrame(params: { readonly frame: number }): FrameImage;
  state(params: null): FormState;
  edit(params: { readonly baseVersion: number; readonly operation: FormOperation }): EditOutcome;
  /** Shows a place of the text beside the form. */
  showInText(params: { readonly start: number; readonly end: number }): null;
  reopenAsText(params: null): null;
}

/** What the form answers to the extension host. */
export interface FormPageCalls {
  changed(state: FormState): null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isPath = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(key => typeof key === 'string' && key !== '');
const isValue = (value: unknown): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isValue);
  return isRecord(value) && Object.values(value).every(isValue);
};

/** True for a well-formed operation: what a webview sends is checked like any input. */
export function isFormOperation(value: unknown): value is FormOperation {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'addOption':
    case 'removeOption':
      return typeof value.option === 'string';
    case 'addRule':
      return isRecord(value.rule) && isValue(value.rule);
    case 'changeRule':
      return (
        isIndex(value.index) && isRecord(value.set) && Object.values(value.set).every(v => v === null || isValue(v))
      );
    case 'removeRule':
      return isIndex(value.index);
    case 'setSetting':
      return isPath(value.path) && (value.value === null || isValue(value.value));
    case 'addItem':
      return isPath(value.path) && isValue(value.value);
    case 'removeItem':
      return isPath(value.path) && isIndex(value.index);
    default:
      return false;
  }
}
