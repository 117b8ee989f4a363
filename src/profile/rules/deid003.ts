import { issueDiagnostics } from '../issueDiagnostics';
import type { LintRule } from '../lintRule';

/** A key, an option or the value of a setting that the language does not have. */
export const deid003: LintRule = {
  code: 'DEID003',
  title: 'Unknown key, option or setting',
  severity: 'error',
  check: ({ document }) => issueDiagnostics(document, 'DEID003'),
};
