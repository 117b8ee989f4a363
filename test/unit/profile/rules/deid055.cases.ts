import { rule, type RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    rule('tag: \'(0029,"SIEMENS CSA HEADER",10)\', action: remove'),
    {
      profile: '',
      context: { sample: sample({ privateAttributes: [['(2005,"Philips MR Imaging DD 001",0E)', 'FL']] }) },
    },
  ],
  nearMisses: [
    rule('tag: \'(0029,"SIEMENS CSA HEADER",10)\', action: keep'),
    rule('tag: \'(0029,"OTHER",10)\', action: remove'),
    {
      profile: 'options: [RetainSafePrivate]\n',
      context: { sample: sample({ privateAttributes: [['(2005,"Philips MR Imaging DD 001",0E)', 'FL']] }) },
    },
    '',
  ],
};
