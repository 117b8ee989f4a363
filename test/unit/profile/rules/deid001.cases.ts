import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: PatientNmae, action: remove'), fixed: rule('tag: PatientName, action: remove') },
    rule('tag: "(0018,9ABC)", action: remove'),
    rule('tag: StudyID, action: replace, value: "{Modalty}"'),
    'text: { mode: { PatientComment: surgical } }\n',
    rule('tag: RequestAttributesSequence/Foo, action: keep'),
  ],
  nearMisses: [
    rule('tag: PatientName, action: remove'),
    rule('tag: "(0029,1010)", action: remove'),
    rule('tag: StudyID, action: replace, value: "{Modality}-{hash:8}"'),
    'text: { mode: { PatientComments: surgical, "private:LT": keepList, LO: surgical } }\n',
  ],
};
