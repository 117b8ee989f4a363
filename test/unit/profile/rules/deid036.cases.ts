import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: ReferencedImageSequence/ReferencedSOPInstanceUID, action: keep'),
    'base: none\nrules: [{ tag: SOPInstanceUID, action: uid }]\n',
  ],
  nearMisses: [
    rule('tag: ReferencedImageSequence/ReferencedSOPInstanceUID, action: uid'),
    'base: none\nrules: [{ vr: UI, action: uid }]\n',
    'base: none\n',
  ],
};
