import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: 'deid: 1\nname: [\n', whole: true },
    { profile: 'name: no version\n', whole: true },
    'ages: { capAt: old }\n',
    'extends: nowhere.deid.yaml\n',
  ],
  nearMisses: ['ages: { capAt: 80 }\n', 'extends: builtin:tcia\n'],
};
