import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: StudyDate, action: pattern, match: "^(....)....$", with: "${1}0101"')],
  nearMisses: [
    rule('tag: StudyDescription, action: pattern, match: "x", with: "y"'),
    rule('tag: StudyDate, action: shift'),
  ],
};
