import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: 'deid: 1\nname: n\nstandard: 2026c\n',
      whole: true,
      fixed: 'deid: 1\nname: n\nstandard: 2026c\nunlisted: { text: clean }\n',
    },
  ],
  nearMisses: ['', { profile: 'deid: 1\nname: n\nextends: builtin:tcia\n', whole: true }],
};
