/**
 * A logistic model over the features of a line: what each is worth, and the mean and spread it was standardised with.
 * Fitted on lines drawn over real images of many modalities against lines found in the clean ones.
 */
const BIAS = 2.8396;
const MODEL: readonly (readonly [name: string, weight: number, mean: number, spread: number])[] = [
  ['logarithm of the number of characters', 2.3221, 1.9196, 0.6785],
  ['flatness of colour', -2.1402, 0.2119, 0.2375],
  ['edge sharpness', -0.0439, 0.9128, 0.1339],
  ['colour spread between glyphs', 0.6262, 0.0467, 0.065],
  ['deviation from base line', -1.7359, 0.0296, 0.0456],
  ['variation of height', 1.2034, 0.1334, 0.1249],
  ['logarithm of contrast', 2.658, -0.6768, 0.7683],
  ['share of the box that is filled', 2.3848, 0.2937, 0.1211],
  ['stroke over height', -2.0525, 0.2184, 0.1461],
  ['variation of stroke', -0.0301, 0.1449, 0.149],
  ['variation of gaps', 0.1578, 0.673, 0.5124],
  ['density of runs', 0.5032, 1.2696, 0.4488],
  ['one exact value', 2.7505, 0.3152, 0.4646],
  ['logarithm of height', -1.3778, 2.4977, 0.5549],
  ['width over height of a character', 0.5164, 0.8729, 0.191],
  ['spread of the background', 0.1045, 0.1015, 0.1386],
];

/** Log odds that a line with these features, in the order of the model, is drawn text. */
export function scoreFeatures(features: readonly number[]): number {
  let z = BIAS;
  MODEL.forEach(([, weight, mean, spread], i) => (z += (weight * (features[i] - mean)) / spread));
  return z;
}
