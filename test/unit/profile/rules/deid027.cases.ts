import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    rule('tag: PixelSpacing, action: replace, value: "1.0"'),
    rule('tag: StudyID, action: replace, value: "a\\\\b"'),
    rule('tag: ImageType, action: replace, value: DERIVED'),
  ],
  nearMisses: [
    rule('tag: PixelSpacing, action: replace, value: "1.0\\\\1.0"'),
    rule('tag: ImageType, action: replace, value: "DERIVED\\\\SECONDARY"'),
    rule('tag: StudyDescription, action: replace, value: a'),
  ],
};
