import type { LintRule } from '../lintRule';

/** An offset per series or instance: what came first can no longer be told. */
export const deid041: LintRule = {
  code: 'DEID041',
  title: 'Date offset per series or instance',
  severity: 'error',
  *check({ document }) {
    const scope = document.settings.shiftScope;
    if (scope && (scope.value === 'series' || scope.value === 'instance'))
      yield {
        range: scope.range,
        message: `With one offset per ${scope.value} the order of studies and series is lost (PS3.15 E.3.6); use patient.`,
        fixes: [{ title: 'Change to patient', edits: [{ range: scope.range, newText: 'patient' }], preferred: true }],
      };
  },
};
