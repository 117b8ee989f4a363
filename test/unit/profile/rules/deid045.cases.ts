import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientAge, action: keep'),
    'ages: { capAt: 95 }\n',
    'options: [RetainPatientCharacteristics]\nrules: [{ tag: PatientAge, action: keep }]\n',
  ],
  nearMisses: [
    'options: [RetainPatientCharacteristics]\n',
    'options: [RetainPatientCharacteristics]\nrules: [{ tag: PatientAge, action: age }]\n',
    'ages: { capAt: 89 }\n',
    '',
  ],
};
