import type { Diagnostic, Severity, TextEdit } from '../../profile/diagnostic';
import { analyze, type Analysis } from '../../profile/language/analysis';
import { codeLenses, type CodeLens } from '../../profile/language/codeLens';
import { complete } from '../../profile/language/completion';
import type { CompletionList } from '../../profile/language/completionItem';
import { foldingRanges, type FoldingRange } from '../../profile/language/folding';
import { formattingEdits } from '../../profile/language/formatting';
import { hover, type Hover } from '../../profile/language/hover';
import { inlayHints, type InlayHint } from '../../profile/language/inlayHints';
import { outline, type OutlineItem } from '../../profile/language/outline';
import type { ProfilePlace } from '../../profile/language/places';
import { quickFixes, type QuickFix } from '../../profile/language/quickFixes';
import { definitions, references, type OtherProfile } from '../../profile/language/references';
import { renameEdits, renameTarget, type RenameTarget } from '../../profile/language/rename';
import { semanticTokens, type SemanticToken } from '../../profile/language/semanticTokens';
import { detectFormat, FORMAT_NAMES, importProfile } from '../../profile/import/importProfile';
import { lineOf } from '../../profile/import/importResult';
import { lintImported } from '../../profile/import/lintImported';
import { lint } from '../../profile/lint';
import type { Condition, SourceRange } from '../../profile/model';
import type { ProfileLoader } from '../../profile/resolve';
import type { SampleSummary } from '../../profile/sample';
import type { FormDiagnostic, FormModel, FormOperation, FormState } from '../../protocol/profileForm';
import { formDiagnostics, formModel } from '../editors/profileFormModel';
import { formEdits, syntaxFault, type FormEdits } from '../editors/profileFormText';

/** One version of a profile that is open in an editor. */
export interface Source {
  /** Path or URI. */
  readonly id: string;
  readonly text: string;
}

export interface DiagnoseOptions {
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly sample?: SampleSummary;
  readonly outputFolder?: string;
}

/** A profile made from the rules of another program, and what to tell its author. */
export interface ImportedProfile {
  readonly text: string;
  /** In Markdown. */
  readonly report: string;
  /** Parts of the source that were lost or changed. */
  readonly differences: number;
}

/** Everything the editor asks about profiles, over plain texts and offsets. */
export interface LanguageService {
  diagnose(source: Source, options: DiagnoseOptions): readonly Diagnostic[];
  /** Diagnostics of a script or recipe of another program as it stands. */
  diagnoseForeign(source: Source, options: DiagnoseOptions): readonly Diagnostic[];
  /** `undefined` if the text is no script, recipe or dictionary that can be imported. */
  importProfile(text: string, name: string): ImportedProfile | undefined;
  complete(source: Source, offset: number, files: readonly string[]): CompletionList | undefined;
  hover(source: Source, offset: number): Hover | undefined;
  quickFixes(source: Source, diagnostics: readonly Diagnostic[], range: SourceRange): readonly QuickFix[];
  definitions(source: Source, offset: number): readonly ProfilePlace[];
  references(source: Source, offset: number, others: readonly OtherProfile[]): readonly ProfilePlace[];
  renameTarget(source: Source, offset: number): RenameTarget | undefined;
  /** @throws RangeError with a sentence for the author. */
  renameEdits(source: Source, offset: number, newName: string): readonly TextEdit[];
  outline(source: Source): readonly OutlineItem[];
  folding(source: Source): readonly FoldingRange[];
  formatting(source: Source): readonly TextEdit[];
  semanticTokens(source: Source): readonly SemanticToken[];
  inlayHints(source: Source, range: SourceRange): readonly InlayHint[];
  codeLenses(source: Source, sample?: SampleSummary): readonly CodeLens[];
  /** What the form editor shows; no model while the text is not YAML. */
  form(source: Source, options: DiagnoseOptions): FormContent;
  formEdits(text: string, operation: FormOperation): FormEdits;
  /** Conditions of an entry of `pixels.regions`. */
  regionConditions(source: Source, region: number): readonly Condition[];
  /** A file that others may extend changed: what was resolved is resolved anew. */
  forget(): void;
}

/** The text of a profile as the form editor shows it. */
export interface FormContent {
  readonly model?: FormModel;
  readonly diagnostics: readonly FormDiagnostic[];
  readonly fault?: FormState['locked'];
}

/** Texts that are kept read: as many as an author looks at. */
const KEPT = 6;

/** Entry of dist/languageService.js, which is loaded when the first profile is opened. */
export function createLanguageService(loader: ProfileLoader): LanguageService {
  let open: Analysis[] = [];
  const of = ({ id, text }: Source): Analysis => {
    const known = open.find(a => a.id === id && a.text === text);
    const analysis = known ?? analyze(text, id, loader);
    if (open[0] !== analysis) open = [analysis, ...open.filter(a => a.id !== id)].slice(0, KEPT);
    return analysis;
  };
  const checked = new WeakMap<
    Analysis,
    { readonly key: string; readonly sample: unknown; readonly found: Diagnostic[] }
  >();
  /** The editor and the form ask for the same version one after the other: it is linted once. */
  const check = (analysis: Analysis, options: DiagnoseOptions): readonly Diagnostic[] => {
    const key = JSON.stringify([options.severities, options.outputFolder]);
    const known = checked.get(analysis);
    if (known?.key === key && known.sample === options.sample) return known.found;
    const found = lint(analysis.document, { loader, ...options });
    checked.set(analysis, { key, sample: options.sample, found });
    return found;
  };
  return {
    diagnose: (source, options) => check(of(source), options),
    diagnoseForeign: (source, options) => {
      const format = detectFormat(source.text);
      return format ? lintImported(source.text, format, options) : [];
    },
    importProfile: importText,
    complete: (source, offset, files) => complete(source.text, offset, { files }),
    hover: (source, offset) => hover(of(source), offset),
    quickFixes: (source, diagnostics, range) => quickFixes(source.text, diagnostics, range),
    definitions: (source, offset) => definitions(of(source), offset),
    references: (source, offset, others) => references(of(source), offset, others),
    renameTarget: (source, offset) => renameTarget(of(source), offset),
    renameEdits: (source, offset, newName) => renameEdits(of(source), offset, newName),
    outline: source => outline(of(source).document),
    folding: source => foldingRanges(source.text),
    formatting: source => formattingEdits(source.text),
    semanticTokens: source => semanticTokens(of(source).document),
    inlayHints: (source, range) => inlayHints(of(source).document, range),
    codeLenses: (source, sample) => codeLenses(of(source).document, sample),
    form: (source, options) => {
      const analysis = of(source);
      // The text is parsed once more only where something is wrong with it.
      const fault = analysis.document.issues.some(i => i.kind === 'syntax') ? syntaxFault(source.text) : undefined;
      const diagnostics = formDiagnostics(analysis.document, check(analysis, options));
      return fault ? { diagnostics, fault } : { diagnostics, model: formModel(analysis, diagnostics) };
    },
    formEdits,
    regionConditions: (source, region) =>
      (of(source).document.recipes[region]?.when ?? []).map(({ tag, anyOf }) => ({ tag, anyOf })),
    forget: () => {
      open = [];
    },
  };
}

function importText(text: string, name: string): ImportedProfile | undefined {
  const format = detectFormat(text);
  const made = format && importProfile(text, format, name);
  if (!made || made.rules + made.regions === 0) return undefined;
  const rows = made.notes.map(
    n => `| ${n.kind} | ${lineOf(text, n.range.start)} | ${cell(n.subject)} | ${cell(n.message)} |`,
  );
  const report = [
    `# Import of ${name}`,
    '',
    `A ${FORMAT_NAMES[made.format]}: ${made.rules} rules, ${made.regions} pixel recipes. "lost" is not in the profile, "changed" is there with another meaning, "note" is worth knowing.`,
    '',
    ...(rows.length > 0
      ? ['|  | line | about | what |', '|---|---|---|---|', ...rows]
      : ['Everything was carried over.']),
    '',
  ].join('\n');
  return { text: made.text, report, differences: made.notes.filter(n => n.kind !== 'note').length };
}

function cell(text: string): string {
  return text.replace(/[|\r\n]+/g, ' ').replaceAll('<', '&lt;');
}
