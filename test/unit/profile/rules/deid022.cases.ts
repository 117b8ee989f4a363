import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientIdentityRemoved, action: add, value: "yes"'),
    rule('tag: PatientSex, action: replace, value: U'),
  ],
  nearMisses: [rule('tag: PatientSex, action: replace, value: O'), rule('tag: StudyID, action: replace, value: "yes"')],
};
