import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PixelData, action: remove'),
    rule('tag: Rows, action: empty'),
    rule('group: "0028", action: remove'),
    rule('vr: US, action: dummy'),
  ],
  nearMisses: [
    rule('tag: PixelData, action: keep'),
    rule('group: "0029", action: remove'),
    rule('tag: WindowCenter, action: remove'),
  ],
};
