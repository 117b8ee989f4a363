import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'setting: 1\n',
    { profile: 'options: [CleanDescriptor]\n', fixed: 'options: [CleanDescriptors]\n' },
    'private: { default: delete }\n',
    rule('tag: StudyID, action: keep, reson: x'),
  ],
  nearMisses: [
    'options: [CleanDescriptors]\n',
    'private: { default: remove }\n',
    rule('tag: StudyID, action: keep, reason: x'),
  ],
};
