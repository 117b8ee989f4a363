import type { Diagnostic, Fix } from './diagnostic';
import type { ProfileDocument, ReadIssue } from './document';

/** Diagnostic code of each kind of reading issue. */
export const ISSUE_CODES: Readonly<Record<ReadIssue['kind'], string>> = {
  syntax: 'DEID000',
  shape: 'DEID000',
  missing: 'DEID000',
  unknownKeyword: 'DEID001',
  unknownAction: 'DEID002',
  missingParameter: 'DEID002',
  unknownKey: 'DEID003',
  unknownValue: 'DEID003',
  badTag: 'DEID004',
  badPattern: 'DEID007',
};

/** What the reader could not take, as diagnostics; `code` limits them to one. */
export function issueDiagnostics(document: ProfileDocument, code?: string): Diagnostic[] {
  return document.issues
    .filter(issue => code === undefined || ISSUE_CODES[issue.kind] === code)
    .map(issue => ({
      code: ISSUE_CODES[issue.kind],
      severity: 'error',
      range: issue.range,
      message: issue.message,
      fixes: issue.suggestions.map((text, i): Fix => ({
        title: `Change to ${text}`,
        edits: [{ range: issue.range, newText: text }],
        preferred: i === 0 && issue.suggestions.length === 1,
      })),
    }));
}
