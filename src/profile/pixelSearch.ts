import type { ResolvedProfile } from './model';

/** True if images are searched for burned-in text, beside the regions a profile names (PS3.15 E.3.1). */
export function searchesPixels({ options, pixels }: Pick<ResolvedProfile, 'options' | 'pixels'>): boolean {
  return options.has('CleanPixelData') && pixels.detect !== 'off';
}
