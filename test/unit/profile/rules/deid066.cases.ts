import type { RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: ['options: [CleanPixelData]\nrules: [{ tag: IconImageSequence, action: keep }]\n'],
  nearMisses: ['rules: [{ tag: IconImageSequence, action: keep }]\n', 'options: [CleanPixelData]\n'],
};
