import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientBirthDate, action: keep'),
    rule('tag: PatientBirthDate, action: pattern, match: "..$", with: "01"'),
  ],
  nearMisses: [rule('tag: PatientBirthDate, action: empty'), rule('tag: PatientBirthTime, action: remove')],
};
