import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: "(0029,0010)", action: keep'),
    rule('tag: "(0029,0010)", action: remove', 'tag: \'(0029,"X",10)\', action: keep'),
  ],
  nearMisses: [
    rule('tag: "(0029,0010)", action: keep', 'tag: \'(0029,"X",10)\', action: keep'),
    rule('tag: "(0029,0010)", action: remove'),
  ],
};
