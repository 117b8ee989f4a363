/**
 * What crosses the boundaries of the header viewer: webview <-> extension host <-> the worker thread that holds the file.
 * Rows are asked for in pages, values one at a time; nothing here is kept when the editor is closed.
 */

/** Facts about the open file. */
export interface DocumentSummary {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly transferSyntax: { readonly uid: string; readonly name: string; readonly declared: boolean };
  readonly sopClass: { readonly uid: string; readonly name: string };
  readonly hasPreamble: boolean;
  /** Data elements, items and fragments, file meta information included. */
  readonly rowCount: number;
  readonly problems: readonly RowProblem[];
  /** Absent if the file has no pixel data. */
  readonly image?: ImageSummary;
}

export interface RowProblem {
  readonly code: string;
  readonly offset: number;
  readonly message: string;
  readonly severity: 'damage' | 'note';
}

export interface ImageSummary {
  readonly frames: number;
  readonly columns: number;
  readonly rows: number;
  readonly photometric: string;
  readonly bitsStored: number;
  /** True for floating point values (parametric maps): a window may then be as narrow as it likes. */
  readonly float: boolean;
  /** Overlay planes: with data of their own (60xx,3000), or in unused bits of the pixel data (retired). */
  readonly overlays: number;
  /** Presets written in the file (PS3.3 C.11.2.1.2), by name; then usual ones of the modality. */
  readonly presets: readonly WindowPreset[];
  /** Height of a pixel divided by its width: Pixel Aspect Ratio (0028,0034), else 1. */
  readonly pixelAspect: number;
  /** Frames per second the file recommends (PS3.3 C.7.6.5), else 10. */
  readonly frameRate: number;
}

export interface WindowPreset {
  readonly name: string;
  readonly window: DisplayWindow;
  /** True for windows that are usual for the modality and not written in the file. */
  readonly usual: boolean;
}

/** Window center and width as in (0028,1050) and (0028,1051). */
export interface DisplayWindow {
  readonly center: number;
  readonly width: number;
}

/** What the treegrid shows. The state a webview may keep is made of these and the scroll position. */
export interface RowQuery {
  /** Text in the filter language (`src/protocol/filter.ts`). */
  readonly filter: string;
  /** Paths of expanded sequences and items; of collapsed ones if `expandAll` is set. */
  readonly expanded: readonly string[];
  readonly expandAll: boolean;
  /** Profile whose effect is shown, `builtin:...` or a URI; empty: none. */
  readonly profile: string;
}

export interface RowPage {
  /** Rows in the whole view. */
  readonly total: number;
  /** Rows that match the filter themselves (the others are shown because they enclose a match). */
  readonly matches: number;
  readonly from: number;
  readonly rows: readonly RowView[];
}

export type RowKind = 'meta' | 'element' | 'item' | 'fragment';
/** How an element compares with the same element of the other file. */
export type RowChange = 'same' | 'changed' | 'added' | 'removed';

export interface RowView {
  /** Stable while the document does not change. */
  readonly id: number;
  readonly kind: RowKind;
  /** Tag path, for example `(0008,1140)[<0>](0008,1150)`. */
  readonly path: string;
  /** `(0008,1150)`, or `Item 1`. */
  readonly tag: string;
  readonly keyword: string;
  readonly name: string;
  readonly vr: string;
  readonly vm: number;
  /** Bytes of the value field; -1 if the length is undefined. */
  readonly length: number;
  /** Beginning of the value as text (capped), or a description such as `2 items`. */
  readonly value: string;
  /** True if `value` is a description in our words and not text of the file. */
  readonly described: boolean;
  /** 1 at the top. */
  readonly level: number;
  readonly setSize: number;
  readonly positionInSet: number;
  /** Index of the enclosing row in the view; -1 at the top. */
  readonly parentIndex: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
  readonly match: boolean;
  readonly problems: readonly RowProblem[];
  readonly effect?: RowEffect;
  readonly change?: RowChange;
  /** Value in the other file, when two files are compared. */
  readonly otherValue?: string;
}

/** What the chosen profile does to an element. */
export interface RowEffect {
  readonly action: string;
  /** Rule, option, table cell or default that decided. */
  readonly reason: string;
  readonly outcome: 'kept' | 'changed' | 'removed' | 'added';
  /** Resulting value (capped); empty if removed. */
  readonly result: string;
  /** Kept, but of a VR that holds free text: a person should look. */
  readonly freeText: boolean;
  /** Where the rule is written, if a rule decided. */
  readonly origin?: RuleOrigin;
}

/** Why an element is treated as it is, and what would change that. */
export interface WhyDetail {
  readonly id: number;
  readonly effect: RowEffect;
  /** Type of the attribute in the IOD of this file (`1`, `1C`, `2`, ...), empty if it is not in the IOD. */
  readonly type: string;
  /** Row of PS3.15 Table E.1-1; absent if the attribute has none. */
  readonly table?: {
    readonly basic: string;
    readonly cells: readonly { readonly option: string; readonly code: string; readonly on: boolean }[];
  };
  /** Options of PS3.15 E.3 that would treat this element in another way if they were switched. */
  readonly changes: readonly OptionChange[];
  /** Why this file would not be published at all with this profile; empty if it would. */
  readonly refused: string;
}

export interface OptionChange {
  readonly option: string;
  /** Whether the profile has it now. */
  readonly on: boolean;
  /** What the element would then be. */
  readonly effect: RowEffect;
}

/** A place in the standard. Made of tags, section numbers and registered UIDs only, never of a value of the file. */
export interface StandardLink {
  readonly label: string;
  readonly href: string;
}

/** A rectangle of the image that holds text, or that a profile blanks. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** First frame, and the frame after the last one (0-based). */
  readonly frames: readonly [number, number];
  /** `region`: named by the profile (`pixels.regions`); `ocr`: found in the image. */
  readonly found: 'region' | 'ocr';
  /** One sentence: why it was found. */
  readonly reason: string;
  /** What was read, for the screen only. */
  readonly text: string;
  /** Whether the chosen profile hides it. */
  readonly hidden: boolean;
  /** One sentence: why it is hidden or stays. */
  readonly fate: string;
  /** Where the region is written. */
  readonly origin?: RuleOrigin;
}

export interface TextReport {
  readonly boxes: readonly TextBox[];
  /** Frames that were looked at, of all. */
  readonly looked: number;
  readonly frames: number;
  /** What the profile does to the pixels of this file, in one sentence. */
  readonly summary: string;
}

/** Where a rule is written: a profile and a range of its text in UTF-16 units. */
export interface RuleOrigin {
  readonly profile: string;
  readonly start: number;
  readonly end: number;
}

/** Widths in pixels and hidden columns of the treegrid, by the id of the column. */
export interface ColumnSettings {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
}

export interface ValueDetail {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly keyword: string;
  readonly vr: string;
  /** Value multiplicity as in the dictionary, or empty. */
  readonly dictionaryVm: string;
  readonly retired: boolean;
  readonly creator: string;
  readonly creatorMeaning: string;
  /** Text of the value, capped at `VALUE_CAP` characters. */
  readonly text: string;
  readonly truncated: boolean;
  /** Registered name if the value is a UID of PS3.6 Annex A. */
  readonly uidName: string;
  /** Byte offset of the value in the data set's bytes. */
  readonly offset: number;
  readonly length: number;
  readonly effect?: RowEffect;
}

export interface HexPage {
  /** Offset in the value. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Length of the whole value. */
  readonly length: number;
}

/** A frame ready to be drawn. */
export interface FrameImage {
  readonly frame: number;
  readonly columns: number;
  readonly rows: number;
  /** RGBA, 8 bits each, rows from the top. */
  readonly rgba: Uint8Array;
  /** Window that was used; absent for colour images. */
  readonly window?: DisplayWindow;
}

export interface ProfileChoice {
  readonly id: string;
  readonly label: string;
}

export interface RuleEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type CopyFormat = 'path' | 'keyword' | 'value' | 'json' | 'csv' | 'tag';

/** Longest text of a value that is sent to the webview. */
export const VALUE_CAP = 65_536;
/** Longest text of a value in a row. */
export const PREVIEW_CAP = 200;
/** Bytes in one page of the hex view. */
export const HEX_PAGE = 4096;

/** Answered by the worker thread that holds the file. */
export interface ViewerModelCalls {
  summary(params: null): DocumentSummary;
  rows(params: { query: RowQuery; from: number; to: number }): RowPage;
  /** Where the next or previous match is; -1 if there is none. */
  findMatch(params: { query: RowQuery; from: number; backwards: boolean }): number;
  /**
   * The list `expanded` with which a tag, keyword or path is seen, and where it then is; index -1 if there is no such
   * element or the filter hides it.
   */
  reveal(params: { query: RowQuery; target: string }): { expanded: string[]; index: number; id: number };
  value(params: { id: number; profile: string }): ValueDetail;
  hex(params: { id: number; offset: number }): HexPage;
  /** Why a profile does to a row what it does; null where it does nothing (file meta information, items). */
  why(params: { id: number; profile: string }): WhyDetail | null;
  /** Where the standard speaks of a row. */
  links(params: { id: number }): readonly StandardLink[];
  /** One row as text, for the clipboard. */
  copy(params: { id: number; format: CopyFormat }): string;
  /** The whole view as a file's text. */
  exportText(params: { query: RowQuery; format: 'json' | 'csv' }): string;
  /** Minimal edits that add a rule for an element to the text of a profile; offsets are UTF-16 units. */
  ruleEdits(params: { id: number; action: string; profileText: string }): readonly RuleEdit[];
  /** Starts or ends (null) the comparison with another file. */
  compare(params: { other: FileReference | null }): null;
}

/** Where the worker finds a file: on disk, or bytes already read from a virtual file system. */
export type FileReference = { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

/** Answered by the extension host: everything of the model, and what needs VS Code. */
export interface ViewerHostCalls extends ViewerModelCalls {
  profiles(params: null): readonly ProfileChoice[];
  frame(params: { frame: number; window: DisplayWindow | null; overlays: boolean; other: boolean }): FrameImage;
  copyToClipboard(params: { id: number; format: CopyFormat }): null;
  exportFile(params: { query: RowQuery; format: 'json' | 'csv' }): null;
  chooseOther(params: null): { name: string } | null;
  stopComparing(params: null): null;
  /** Asks what should happen to an element from now on and writes it into a profile of the workspace. */
  addRule(params: { id: number; profile: string }): null;
  openOrigin(params: RuleOrigin): null;
  /** Looks for burned-in text in a child process; ends when the call is cancelled. */
  findText(params: { profile: string }): TextReport;
  /** Keeps the filter as long as the tab lives, hidden or not; it may quote a value, so it is stored nowhere. */
  keepFilter(params: { filter: string }): null;
  saveColumns(params: ColumnSettings): null;
  reopenAsText(params: null): null;
  /** Presentation settings and what the editor was opened for. */
  hello(params: null): ViewerSetup;
}

export interface ViewerSetup {
  /** Name of the file this one is compared with, or empty. */
  readonly comparedWith: string;
  /** Tag path to go to, or empty. */
  readonly reveal: string;
  /** Profile whose effect the editor was opened for; absent if the user chooses. */
  readonly profile?: string;
  readonly columns: ColumnSettings;
  /** The filter the tab had before it was hidden; absent when the tab is new. */
  readonly filter?: string;
}

/** Answered by the webview. */
export interface ViewerPageCalls {
  /** The file changed on disk and was read again. */
  reloaded(params: null): null;
  compared(params: { name: string }): null;
  /** Go to an element. */
  reveal(params: { tag: string }): null;
  focusFilter(params: null): null;
  /** Shows why the profile does what it does to a row. */
  showWhy(params: { id: number }): null;
  /** How far the search for burned-in text is. */
  textProgress(params: { done: number; total: number }): null;
  /** A profile of the workspace was saved: what it does may have changed. */
  profileSaved(params: null): null;
  /** Shows the effect of this profile. */
  showProfile(params: { profile: string }): null;
}
