import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: "(0000,1000)", action: remove'),
    rule('tag: MediaStorageSOPInstanceUID, action: uid'),
    rule('group: "0004", action: remove'),
    rule('tag: "(0009,0000)", action: remove'),
  ],
  nearMisses: [rule('tag: StudyID, action: remove'), rule('group: "0009", action: remove')],
};
