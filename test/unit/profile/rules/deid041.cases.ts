import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: 'dates: { shift: { scope: series } }\n', fixed: 'dates: { shift: { scope: patient } }\n' },
    'dates: { shift: { scope: instance } }\n',
  ],
  nearMisses: ['dates: { shift: { scope: patient } }\n', 'dates: { shift: { scope: study } }\n'],
};
