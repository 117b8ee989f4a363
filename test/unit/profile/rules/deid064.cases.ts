import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: SOPInstanceUID, action: keep'), fixed: rule('tag: SOPInstanceUID, action: uid') },
    'options: [RetainUIDs, CleanPixelData]\n',
  ],
  nearMisses: ['options: [RetainUIDs]\n', rule('tag: SOPInstanceUID, action: uid')],
};
