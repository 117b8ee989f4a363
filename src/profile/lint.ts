import type { Diagnostic, Severity } from './diagnostic';
import type { ProfileDocument } from './document';
import { createLintView } from './lintView';
import { resolveProfile, type ProfileLoader } from './resolve';
import { LINT_RULES } from './rules/registry';
import type { SampleSummary } from './sample';
import { withoutSuppressed } from './suppressions';

export interface LintContext {
  /** How to read what the profile refers to: profiles it extends, word lists, tables. */
  readonly loader?: ProfileLoader;
  /** What is known about the data the profile is for. */
  readonly sample?: SampleSummary;
  /** Folder that will be shared, for the rules about mapping files. */
  readonly outputFolder?: string;
  /** Severities by code that differ from the rules' own; `off` silences a rule. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

export interface LintReport {
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that could not be decided, or not completely, because no sample is attached. */
  readonly undecided: readonly { readonly code: string; readonly message: string }[];
}

/** All diagnostics of one profile file, in the order of its text. Pure: it reads nothing but what the loader gives. */
export function lint(document: ProfileDocument, context: LintContext = {}): Diagnostic[] {
  return [...lintReport(document, context).diagnostics];
}

/** Like `lint`, and says which rules need a sample to be decided. */
export function lintReport(document: ProfileDocument, context: LintContext = {}): LintReport {
  const loader = context.loader ?? (() => undefined);
  const resolution = resolveProfile(document, loader);
  const view = createLintView(document, resolution, {
    loader,
    ...(context.sample ? { sample: context.sample } : {}),
    ...(context.outputFolder === undefined ? {} : { outputFolder: context.outputFolder }),
  });
  const found: Diagnostic[] = [];
  const undecided: { code: string; message: string }[] = [];
  for (const rule of LINT_RULES) {
    const severity = context.severities?.[rule.code];
    if (severity === 'off') continue;
    if (rule.sample && !context.sample)
      undecided.push({
        code: rule.code,
        message: `${rule.title}: ${rule.sample === 'needed' ? 'needs' : 'says more with'} a sample of the data.`,
      });
    for (const finding of rule.check(view))
      found.push({ ...finding, code: rule.code, severity: severity ?? finding.severity ?? rule.severity });
  }
  const lineOf = (offset: number) => document.lines.linePos(offset).line - 1;
  const diagnostics = withoutSuppressed(found, document.text, lineOf).sort(
    (a, b) => a.range.start - b.range.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  return { diagnostics, undecided };
}
