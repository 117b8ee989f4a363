import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: "(0018,1000)", keyword: PatientID, action: keep'),
      fixed: rule('tag: "(0018,1000)", keyword: DeviceSerialNumber, action: keep'),
    },
  ],
  nearMisses: [rule('tag: "(0018,1000)", keyword: DeviceSerialNumber, action: keep')],
};
