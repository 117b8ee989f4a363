import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: StudyID, action: keep', 'tag: "(0020,0010)", action: keep'),
      fixed: rule('tag: StudyID, action: keep'),
    },
  ],
  nearMisses: [
    rule('tag: StudyID, action: keep', 'tag: StudyID, when: { Modality: CT }, action: keep'),
    rule('tag: StudyID, action: keep', 'tag: StudyID, action: remove'),
  ],
};
