import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PatientName/StudyID, action: remove'),
    rule('tag: RequestAttributesSequence/PatientName, action: remove'),
  ],
  nearMisses: [
    rule('tag: RequestAttributesSequence/ScheduledProcedureStepDescription, action: remove'),
    rule('tag: \'(0029,"X",10)/PatientName\', action: remove'),
  ],
};
