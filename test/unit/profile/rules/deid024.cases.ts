import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PixelData, action: pattern, match: a, with: b'),
    rule('tag: "(0042,0011)", action: replace, value: text'),
    rule('tag: PatientName, action: age'),
    rule('vr: SQ, action: pseudonym, format: x'),
    rule('tag: Rows, action: pattern, match: "5", with: "6"'),
  ],
  nearMisses: [
    rule('tag: StudyDescription, action: pattern, match: a, with: b'),
    rule('tag: PatientAge, action: age'),
    rule('tag: "(0042,0011)", action: dummy'),
  ],
};
