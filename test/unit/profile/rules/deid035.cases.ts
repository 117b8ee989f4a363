import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: FrameOfReferenceUID, action: keep'), fixed: rule('tag: FrameOfReferenceUID, action: uid') },
    'options: [RetainUIDs]\nrules: [{ tag: StudyInstanceUID, action: uid }]\n',
  ],
  nearMisses: [
    rule('tag: FrameOfReferenceUID, action: uid'),
    rule('tag: DeviceUID, action: keep'),
    'options: [RetainUIDs]\nrules: [{ tag: StudyInstanceUID, action: keep }]\n',
  ],
};
