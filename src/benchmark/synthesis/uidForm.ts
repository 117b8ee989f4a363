import { randomFor } from './random';

/**
 * A new UID in the manner of the challenge's data: many short components and a long last one. `legal` obeys PS3.5 9.1
 * (root 1 or 2, no leading zeros); `asSeen` has the roots and the zero-led component that were really met.
 * The same old UID under the same seed always becomes the same new UID. At most 55 characters.
 */
export function syntheticUid(seed: number, old: string, form: 'legal' | 'asSeen'): string {
  const random = randomFor(seed, 'uid', old);
  const d = (): number => random.int(0, 9);
  const root = form === 'legal' ? `1.${random.int(0, 3)}` : `${random.int(1, 3)}.${random.int(1, 9)}`;
  const site = form === 'legal' ? String(random.int(101, 998)) : random.pick(['050', '172', '290', '653']);
  return `${root}.${random.digits(3)}.${d()}.${d()}.${random.digits(7)}.${d()}.${site}.${random.digits(19)}`;
}
