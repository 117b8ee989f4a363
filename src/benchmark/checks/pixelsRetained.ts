import type { CheckAction } from './verdict';

/** The bytes of PixelData are the same as before. */
export const pixelsRetained: CheckAction = (check, file) => {
  const digest = file.pixelDigest();
  if (check.actionText === null) return { passed: null, score: null, fileValue: digest };
  const expected = check.actionText.replace(/^[<>]+|[<>]+$/g, '');
  const passed = digest === expected;
  return { passed, score: passed ? 1 : 0, fileValue: digest, answerValue: expected };
};
