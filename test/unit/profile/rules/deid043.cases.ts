import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'dates: { shift: { days: 36 hours } }\n',
    'dates: { shift: { days: 1.5 } }\n',
    'dates: { shift: { days: [0, 0] } }\n',
  ],
  nearMisses: ['dates: { shift: { days: [-100, -50] } }\n', 'dates: { shift: { days: 120 } }\n'],
};
