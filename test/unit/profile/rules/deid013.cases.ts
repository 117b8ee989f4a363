import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule(
      'tag: StudyID, when: { Modality: US, Rows: 720 }, action: keep',
      'tag: StudyID, when: { Modality: [US, XA] }, action: remove',
    ),
    rule('group: "0029", action: remove', 'tag: "(0029,xxxx)", action: keep'),
  ],
  nearMisses: [
    rule(
      'tag: StudyID, when: { Modality: [US, XA] }, action: remove',
      'tag: StudyID, when: { Modality: US, Rows: 720 }, action: keep',
    ),
    rule('tag: StudyID, when: { Modality: US }, action: keep', 'tag: StudyID, action: remove'),
    rule('group: "0029", action: remove', 'tag: \'(0029,"X",10)\', action: keep'),
  ],
};
