import { rule, type RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    rule('tag: BurnedInAnnotation, action: add, value: "NO"'),
    { profile: '', context: { sample: sample({ sopClasses: ['1.2.840.10008.5.1.4.1.1.6.1'] }) } },
    {
      profile: 'options: [CleanPixelData]\npixels: { detect: off }\n',
      context: { sample: sample({ sopClasses: ['1.2.840.10008.5.1.4.1.1.7'] }) },
    },
  ],
  nearMisses: [
    {
      profile: 'options: [CleanPixelData]\n',
      context: { sample: sample({ sopClasses: ['1.2.840.10008.5.1.4.1.1.6.1'] }) },
    },
    { profile: '', context: { sample: sample({ sopClasses: ['1.2.840.10008.5.1.4.1.1.2'] }) } },
    '',
  ],
};
