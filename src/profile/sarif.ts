import { documentationAnchor, type Diagnostic } from './diagnostic';
import type { ProfileDocument } from './document';
import { LINT_RULES } from './rules/registry';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Lint results as a SARIF 2.1.0 log, for code scanning of a repository of profiles. */
export function sarifLog(
  results: readonly { readonly document: ProfileDocument; readonly diagnostics: readonly Diagnostic[] }[],
  version: string,
): object {
  return {
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'deidbench',
            version,
            rules: LINT_RULES.map(rule => ({
              id: rule.code,
              shortDescription: { text: rule.title },
              defaultConfiguration: { level: LEVELS[rule.severity] },
              helpUri: documentationAnchor(rule.code),
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap(({ document, diagnostics }) =>
          diagnostics.map(d => ({
            ruleId: d.code,
            level: LEVELS[d.severity],
            message: { text: d.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(document.id.replaceAll('\\', '/')) },
                  region: region(document, d),
                },
              },
            ],
          })),
        ),
      },
    ],
  };
}

function region(document: ProfileDocument, diagnostic: Diagnostic): object {
  const start = document.lines.linePos(diagnostic.range.start);
  const end = document.lines.linePos(diagnostic.range.end);
  return { startLine: start.line, startColumn: start.col, endLine: end.line, endColumn: end.col };
}
