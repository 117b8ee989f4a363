import type { LintRule } from '../lintRule';

/** The profile is silent on free text that Table E.1-1 does not list. */
export const deid072: LintRule = {
  code: 'DEID072',
  title: 'No default for unlisted attributes',
  severity: 'warning',
  *check(view) {
    if (view.resolution.documents.some(d => d.settings.unlistedText)) return;
    yield {
      range: view.head,
      message:
        'PS3.6 has some 500 text attributes that Table E.1-1 does not list. Say what happens to them: unlisted: { text: keep | clean | remove }.',
      fixes: view.fix(
        'Clean unlisted text',
        { kind: 'setSetting', path: ['unlisted'], value: { text: 'clean' } },
        true,
      ),
    };
  },
};
