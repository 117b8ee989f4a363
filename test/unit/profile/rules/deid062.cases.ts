import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientIdentityRemoved, action: remove'),
    rule('tag: PatientIdentityRemoved, action: replace, value: "YES"'),
    rule('tag: PatientIdentityRemoved, when: { Modality: CT }, action: add, value: "YES"'),
  ],
  nearMisses: [rule('tag: PatientIdentityRemoved, action: add, value: "YES"'), ''],
};
