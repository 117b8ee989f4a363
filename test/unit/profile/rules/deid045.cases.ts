import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientAge, action: keep'),
    'options: [RetainPatientCharacteristics]\n',
    'ages: { capAt: 95 }\n',
  ],
  nearMisses: [
    'options: [RetainPatientCharacteristics]\nrules: [{ tag: PatientAge, action: age }]\n',
    'ages: { capAt: 89 }\n',
    '',
  ],
};
