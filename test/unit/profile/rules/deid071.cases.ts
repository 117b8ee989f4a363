import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientName, action: replace, value: "{InstitutionName}"'),
    'patient: { id: "{AccessionNumber}" }\n',
    rule('tag: StudyDescription, action: add, value: "{PatientID} study"'),
  ],
  nearMisses: [
    rule('tag: SeriesDescription, action: replace, value: "{Modality} series"'),
    'patient: { id: "{hash:8}", name: "{id}" }\n',
  ],
};
