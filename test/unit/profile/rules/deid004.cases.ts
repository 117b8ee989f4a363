import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: "(0020,001)", action: remove'),
    rule('tag: "0020,0010", action: remove', 'tag: "(0008,0050)", action: empty'),
    rule('group: "13", action: remove'),
    rule('tag: \'(0028,"X",10)\', action: keep'),
  ],
  nearMisses: [
    rule('tag: "(0020,0010)", action: remove'),
    rule('tag: "0020,0010", action: remove', 'tag: "0008,0050", action: empty'),
    rule('group: "0013", action: remove'),
  ],
};
