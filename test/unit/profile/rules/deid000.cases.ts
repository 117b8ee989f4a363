import type { RuleCases } from './ruleCases';
import { kb } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    { profile: 'deid: 1\nname: [\n', whole: true },
    { profile: 'name: no version\n', whole: true },
    'ages: { capAt: old }\n',
    'extends: nowhere.deid.yaml\n',
    'private: { knowledgeBase: nowhere.csv }\n',
  ],
  nearMisses: [
    { profile: 'private: { knowledgeBase: kb.csv }\n', context: { loader: kb } },
    'ages: { capAt: 80 }\n',
    'extends: builtin:tcia\n',
  ],
};
