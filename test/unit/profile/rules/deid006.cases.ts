import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: StudyComments, action: remove')],
  nearMisses: [rule('tag: StudyDescription, action: remove')],
};
