import type { Sample } from './evaluate';
export function generateHeldOut(_count: number, _seed: number): Sample[] {
  return [];
}
