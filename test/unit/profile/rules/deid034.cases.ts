import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: MediaStorageSOPInstanceUID, action: keep'),
    { profile: 'options: [RetainUIDs]\nrules: [{ tag: "(0002,0003)", action: uid }]\n' },
  ],
  nearMisses: [rule('tag: MediaStorageSOPInstanceUID, action: uid'), rule('tag: SOPInstanceUID, action: uid')],
};
