import { rule, type RuleCases } from './ruleCases';
import { sample } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    'files: { quarantine: [{ when: { SOPClassUID: CTImageStorage } }] }\nrules: [{ tag: StudyID, when: { SOPClassUID: MediaStorageDirectoryStorage }, action: keep }]\n',
    rule('tag: DirectoryRecordSequence/PatientName, action: remove'),
    { profile: '', context: { sample: sample({ directories: 1 }) } },
  ],
  nearMisses: [
    rule('tag: StudyID, when: { SOPClassUID: CTImageStorage }, action: keep'),
    { profile: '', context: { sample: sample({ directories: 0 }) } },
  ],
};
