import { rule, type RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    rule('tag: "(0029,1010)", action: keep'),
    {
      profile: rule('tag: "(0029,1110)", action: keep'),
      context: { sample: sample({ privateAttributes: [['(0029,"SIEMENS CSA HEADER",10)', 'OB']] }) },
      fixed: rule('tag: \'(0029,"SIEMENS CSA HEADER",10)\', action: keep'),
    },
  ],
  nearMisses: [rule('tag: \'(0029,"X",10)\', action: keep'), rule('tag: "(0028,1010)", action: remove')],
};
