import type { Diagnostic, TextEdit } from '../diagnostic';
import type { SourceRange } from '../model';

/** Something that can be done about a diagnostic with one click. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred: boolean;
  readonly diagnostic: Diagnostic;
}

/** The repairs of the diagnostics that touch a range, and for each a comment that silences it. */
export function quickFixes(text: string, diagnostics: readonly Diagnostic[], range: SourceRange): QuickFix[] {
  const touched = diagnostics.filter(d => d.range.start <= range.end && range.start <= d.range.end);
  const repairs = touched.flatMap(diagnostic =>
    (diagnostic.fixes ?? []).map((fix): QuickFix => ({
      title: fix.title,
      edits: fix.edits,
      preferred: fix.preferred === true,
      diagnostic,
    })),
  );
  const silence = touched
    .filter(d => d.code !== 'DEID000')
    .map((diagnostic): QuickFix => ({
      title: `Ignore ${diagnostic.code} on this line`,
      edits: [suppression(text, diagnostic)],
      preferred: false,
      diagnostic,
    }));
  return [...repairs, ...silence];
}

/** Adds the code to the comment behind the line, or such a comment. */
function suppression(text: string, diagnostic: Diagnostic): TextEdit {
  const lineStart = text.lastIndexOf('\n', diagnostic.range.start - 1) + 1;
  const newline = text.indexOf('\n', diagnostic.range.start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(lineStart, end).replace(/\r$/, '');
  const present = /#\s*deid-ignore(?!-file)(?:[\s,]+DEID\d{3})+/.exec(line);
  if (present) {
    const at = lineStart + present.index + present[0].length;
    return { range: { start: at, end: at }, newText: ` ${diagnostic.code}` };
  }
  // A comment behind a line that already has one would be read as part of it; a line of its own speaks for the next one.
  if (/\s#/.test(line) || /[|>][-+\d]*\s*$/.test(line)) {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return { range: { start: lineStart, end: lineStart }, newText: `${indent}# deid-ignore ${diagnostic.code}\n` };
  }
  const at = lineStart + line.trimEnd().length;
  return { range: { start: at, end: at }, newText: ` # deid-ignore ${diagnostic.code}` };
}
