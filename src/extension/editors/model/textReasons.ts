import type { CleanedBox } from '../../../pixels/cleanPixels';
import type { PixelRisk } from '../../../pixels/triage';
import type { CleaningMode } from '../../../pixels/verdict/decide';
import type { ResolvedProfile } from '../../../profile/model';

/** What a profile does to the pixels of one file. */
export interface PixelPlan {
  /** True if text is looked for and hidden. */
  readonly looks: boolean;
  readonly mode: CleaningMode;
  readonly summary: string;
  /** Why text stays, if `looks` is false. */
  readonly stays: string;
}

/** @param profile undefined if none is chosen: then text is looked for as the mode `balanced` would. */
export function pixelPlan(profile: ResolvedProfile | undefined, risk: PixelRisk): PixelPlan {
  if (!profile)
    return {
      looks: false,
      mode: 'balanced',
      summary: 'No profile is chosen: choose one to see what would be hidden.',
      stays: 'No profile is chosen; Clean Pixel Data in mode balanced would hide it.',
    };
  const { mode, detect } = profile.pixels;
  const name = mode === 'allText' ? 'all-text' : mode;
  const not = (summary: string): PixelPlan => ({ looks: false, mode, summary, stays: `Stays: ${lowered(summary)}` });
  if (!profile.options.has('CleanPixelData'))
    return not('The profile does not ask for Clean Pixel Data: only the regions it names are blanked.');
  if (detect === 'off') return not('The profile does not look for text (pixels.detect: off).');
  if (detect === 'auto' && risk === 'none')
    return not('The header rules burned-in text out for this kind of object, so the profile does not look for it.');
  return { looks: true, mode, summary: `The profile looks for text and hides it in mode ${name}.`, stays: '' };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const regionReason = {
  reason: 'A region that the profile names for this device or kind of image.',
  fate: 'Hidden: the region is blanked in every frame.',
};

/** Whether found text is hidden, in one sentence. `wanted`: the mode counts it as text to hide. */
export function textFate(plan: PixelPlan, wanted: boolean): string {
  const name = plan.mode === 'allText' ? 'all-text' : plan.mode;
  if (!wanted) return `Stays: text that the mode ${name} does not take for identifying.`;
  return plan.looks ? `Hidden: Clean Pixel Data in mode ${name}.` : plan.stays;
}

const REASONS: Readonly<Record<CleanedBox['reason'], string>> = {
  recipe: 'A region that the profile names.',
  'header-identifier': 'A value of this file’s header.',
  'part-of-header-identifier': 'Part of a value of this file’s header.',
  date: 'Has the shape of a date.',
  label: 'Has the label of an identifying value.',
  number: 'A number as identifiers have them.',
  'name-with-caret': 'A name as DICOM writes it.',
  'name-with-sex': 'A name with a sex beside it.',
  'name-shape': 'Has the shape of a name.',
  'marker-words': 'A known marker.',
  word: 'An unknown word.',
  short: 'Too short to be read.',
  'low-confidence': 'Text that was not read with certainty.',
  unread: 'Text that could not be read.',
  'illegible-text': 'Drawn text that nobody can read.',
  'any-text': 'Text.',
  'beside-hidden-text': 'Stands beside text that identifies.',
  'seen-in-series': 'Stands where text that identifies was found on another frame.',
};

/** Why text was found, in one sentence. */
export function textReason(reason: CleanedBox['reason']): string {
  return REASONS[reason];
}
