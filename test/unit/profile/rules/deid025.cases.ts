import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [rule('tag: StudyTime, action: shift'), rule('tag: StudyDescription, action: shift')],
  nearMisses: [rule('tag: StudyDate, action: shift'), rule('tag: AcquisitionDateTime, action: shift')],
};
