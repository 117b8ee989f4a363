import type { Fix, Severity } from './diagnostic';
import type { LintView } from './lintView';
import type { SourceRange } from './model';

/** Something a rule found. */
export interface Finding {
  readonly range: SourceRange;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly range: SourceRange; readonly message: string }[];
  /** Where it differs from the severity of the rule. */
  readonly severity?: Severity;
}

/** One diagnostic of the linter. */
export interface LintRule {
  /** `DEID012`; never reused. */
  readonly code: string;
  /** What it is about, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /**
   * What an attached sample adds: `needed` where nothing can be said without one, `helps` where more can be said with one.
   */
  readonly sample?: 'needed' | 'helps';
  check(view: LintView): Iterable<Finding>;
}
