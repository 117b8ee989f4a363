import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'uids: { root: "9999" }\n',
    'uids: { root: 1.2.abc }\n',
    'uids: { root: "1.02.3" }\n',
    'uids: { root: "1.2.840.10008.1" }\n',
    'uids: { root: "1.2.826.0.1.3680043.10.1234567890" }\n',
  ],
  nearMisses: ['uids: { root: "2.25" }\n', 'uids: { root: 1.2.826.0.1.3680043.9 }\n'],
};
