import type { LintRule } from '../lintRule';

/** Nothing of Table E.1-1 applies: what no rule names leaves the building as it is. */
export const deid015: LintRule = {
  code: 'DEID015',
  title: 'Basic Profile absent',
  severity: 'error',
  *check(view) {
    if (view.profile.base !== 'none') return;
    const { base } = view.document.settings;
    yield {
      range: base?.range ?? view.document.extends[0]?.range ?? view.head,
      message:
        'The Basic Profile (PS3.15 Table E.1-1) does not apply: every attribute that no rule names is kept as it is. Write base: ps3.15, or extend builtin:ps3.15.',
      fixes: base ? [{ title: 'Apply the Basic Profile', edits: [{ range: base.range, newText: 'ps3.15' }] }] : [],
    };
  },
};
