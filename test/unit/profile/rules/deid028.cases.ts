import { rule, type RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    rule('tag: Modality, action: remove'),
    rule('tag: SOPInstanceUID, action: X'),
    {
      profile: rule('tag: ContentDate, action: remove'),
      context: { sample: sample({ sopClasses: ['1.2.840.10008.5.1.4.1.1.88.33'] }) },
    },
  ],
  nearMisses: [
    rule('tag: StudyDescription, action: remove'),
    rule('tag: Modality, action: keep'),
    {
      profile: rule('tag: ContentDate, action: remove'),
      context: { sample: sample({ sopClasses: ['1.2.840.10008.5.1.4.1.1.2'] }) },
    },
  ],
};
