/** Results others published, for orientation only: they were reached on another data set and cannot be compared directly. */
export const PUBLISHED = {
  label: 'MIDI-B challenge 2024, ten teams',
  lowest: 97.91,
  highest: 99.93,
  note: 'reached on another data set: the test set of the challenge, 29,660 instances',
} as const;
