import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: ['dates: { shift: { days: 120 } }\n', 'dates: { shift: { days: [-50, -50] } }\n'],
  nearMisses: ['dates: { shift: { days: [-100, -50] } }\n'],
};
