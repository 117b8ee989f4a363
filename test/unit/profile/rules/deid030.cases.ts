import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: ReferringPhysicianName, action: remove'),
      fixed: rule('tag: ReferringPhysicianName, action: empty'),
    },
  ],
  nearMisses: [rule('tag: ReferringPhysicianName, action: empty'), rule('tag: StudyDescription, action: remove')],
};
