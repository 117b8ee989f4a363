import type { SourceRange } from '../model';

/** One proposal; the place where it goes is common to the list. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'attribute' | 'action' | 'option' | 'value' | 'profile' | 'reference' | 'vr';
  /** What is written; `$1` marks and `\$` escapes as in snippets if `snippet` is set. */
  readonly insert: string;
  readonly snippet?: boolean;
  /** Short, beside the label. */
  readonly detail?: string;
  /** Sentences, in Markdown. */
  readonly documentation?: string;
  /** True if choosing it should ask for the next proposals at once. */
  readonly more?: boolean;
}

export interface CompletionList {
  readonly range: SourceRange;
  readonly items: readonly CompletionItem[];
  /** True if more typing gives other items. */
  readonly incomplete: boolean;
}
