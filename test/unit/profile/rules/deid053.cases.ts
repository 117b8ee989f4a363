import type { RuleCases } from './ruleCases';
import { kb } from './ruleFixtures';

export const cases: RuleCases = {
  triggers: [
    {
      profile: 'private: { knowledgeBase: kb.csv }\nrules: [{ tag: \'(0029,"X",10)\', action: keep }]\n',
      context: { loader: kb },
    },
    {
      profile: 'private: { knowledgeBase: kb.csv }\nrules: [{ tag: \'(0029,"UNKNOWN",10)\', action: keep }]\n',
      context: { loader: kb },
    },
  ],
  nearMisses: [
    {
      profile: 'private: { knowledgeBase: kb.csv }\nrules: [{ tag: \'(0029,"X",11)\', action: keep }]\n',
      context: { loader: kb },
    },
    {
      profile: 'private: { knowledgeBase: kb.csv }\nrules: [{ tag: \'(0029,"X",10)\', action: remove }]\n',
      context: { loader: kb },
    },
    'rules: [{ tag: \'(0029,"X",10)\', action: keep }]\n',
  ],
};
