import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    { profile: rule('tag: "(6000,3000)", action: remove'), fixed: rule('tag: "(60xx,xxxx)", action: remove') },
    rule('group: "6000", action: remove'),
    rule('tag: OverlayData, action: keep'),
    'base: none\n',
  ],
  nearMisses: [
    rule('tag: "(60xx,xxxx)", action: remove'),
    rule('tag: "(60xx,0010)", action: keep'),
    'base: none\nrules: [{ tag: "(60xx,xxxx)", action: remove }, { tag: "(50xx,xxxx)", action: remove }]\n',
  ],
};
