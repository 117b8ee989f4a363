import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: StudyID, when: { Manufacturer: "/(GE/" }, action: keep'),
    rule('tag: StudyID, when: { Manufacturer: "/(?=GE)/" }, action: keep'),
    rule('tag: StudyDescription, action: pattern, match: "(a+)+", with: x'),
  ],
  nearMisses: [
    rule('tag: StudyID, when: { Manufacturer: "/^(GE|Siemens)/i" }, action: keep'),
    rule('tag: StudyDescription, action: pattern, match: "(ab)+", with: x'),
  ],
};
