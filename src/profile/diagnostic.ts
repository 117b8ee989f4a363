import type { SourceRange } from './model';

export type Severity = 'error' | 'warning' | 'info';

/** One replacement in the text of a profile; offsets are UTF-16 code units of the text as it was. */
export interface TextEdit {
  readonly range: SourceRange;
  readonly newText: string;
}

/** A repair the author can apply with one click. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True for the repair that is almost certainly meant. */
  readonly preferred?: boolean;
}

/** Something the linter or the reader has to say about a profile. */
export interface Diagnostic {
  /** `DEID001` ... `DEID072`; `DEID000` for text that is not a profile at all (YAML errors, wrong kinds of values). */
  readonly code: string;
  readonly severity: Severity;
  readonly range: SourceRange;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly profile?: string; readonly range: SourceRange; readonly message: string }[];
  /** True where the rule needs a sample of data to decide and none (or too little) was attached. */
  readonly undecided?: boolean;
}

/** Anchor of a diagnostic in the documentation, for example `schemas/diagnostics.md#deid050`. */
export function documentationAnchor(code: string): string {
  return `schemas/diagnostics.md#${code.toLowerCase()}`;
}

/** `newText` of all edits put into `text`. Edits must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end))
    result = result.slice(0, edit.range.start) + edit.newText + result.slice(edit.range.end);
  return result;
}
