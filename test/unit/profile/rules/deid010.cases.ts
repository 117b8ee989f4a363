import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: 'deid: 1\nname: n\nunlisted: { text: keep }\n',
      whole: true,
      fixed: 'deid: 1\nname: n\nunlisted: { text: keep }\nstandard: 2026c\n',
    },
    { profile: 'deid: 1\nname: n\nstandard: 2023b\n', whole: true },
    { profile: 'deid: 1\nname: n\nstandard: latest\n', whole: true },
  ],
  nearMisses: ['', { profile: 'deid: 1\nname: n\nextends: builtin:tcia\n', whole: true }],
};
