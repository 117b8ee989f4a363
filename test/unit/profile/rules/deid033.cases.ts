import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    {
      profile: rule('tag: ReferencedSOPClassUID, action: uid'),
      fixed: rule('tag: ReferencedSOPClassUID, action: keep'),
    },
    rule('tag: SOPClassUID, action: replace, value: "1.2.3"'),
    rule('tag: ContextUID, action: uid'),
    rule('vr: UI, action: dummy'),
  ],
  nearMisses: [
    rule('tag: ReferencedSOPInstanceUID, action: uid'),
    rule('vr: UI, action: uid'),
    rule('tag: SOPClassUID, action: keep'),
  ],
};
