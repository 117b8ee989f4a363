import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: PatientID, action: hashuid'), 'patient: { id: "{md5}" }\n', 'patient: { id: "P{hash:3}" }\n'],
  nearMisses: ['patient: { id: "{hash:8}" }\n', rule('tag: SOPInstanceUID, action: uid')],
};
