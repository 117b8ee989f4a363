import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: StudyID, action: replace, value: "Change this"'),
    'uids: { root: UIDROOT }\n',
    'patient: { id: "123" }\n',
    rule('tag: ClinicalTrialSiteName, action: replace, value: SITENAME'),
  ],
  nearMisses: [
    'text: { remove: [Projectname] }\n',
    rule('tag: StudyID, action: replace, value: Changed'),
    'patient: { id: "P-{hash:8}" }\n',
  ],
};
