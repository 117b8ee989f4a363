import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: StudyID, action: delete') },
    rule('tag: StudyID, action: kep'),
    rule('tag: StudyID, action: replace'),
    rule('tag: StudyID, action: replace, value: remove'),
    rule('tag: StudyID, action: replace, value: "@hashuid(1)"'),
  ],
  nearMisses: [
    rule('tag: StudyID, action: remove'),
    rule('tag: StudyID, action: X/Z/D'),
    rule('tag: StudyDescription, action: replace, value: removed by request'),
  ],
};
