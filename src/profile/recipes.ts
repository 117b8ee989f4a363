import type { DocumentRecipe } from './document';
import type { SampleDevice, SampleSummary } from './sample';
import { compileConditions } from './conditions';

/** Numbers that the conditions of a recipe demand of an attribute. */
export function conditionNumbers(recipe: DocumentRecipe, tag: number): number[] {
  return (recipe.when.find(c => c.tag === tag)?.anyOf ?? []).flatMap(t =>
    t.kind === 'literal' && /^\d+$/.test(t.value) ? [Number(t.value)] : [],
  );
}

/** Devices of the sample that a recipe is for, as far as modality, maker, model and size tell. */
export function sampleDevices(sample: SampleSummary | undefined, recipe: DocumentRecipe): SampleDevice[] {
  if (!sample) return [];
  const known = new Set([0x00080060, 0x00080070, 0x00081090, 0x00280010, 0x00280011]);
  const holds = compileConditions(recipe.when.filter(c => known.has(c.tag)));
  return sample.devices.filter(device => holds(tag => valueOf(device, tag)));
}

/** Sizes of the pictures of the sample that a recipe is for. */
export function sampleSizes(
  sample: SampleSummary | undefined,
  recipe: DocumentRecipe,
): readonly { readonly rows: number; readonly columns: number }[] {
  return sampleDevices(sample, recipe).filter(d => d.rows > 0 && d.columns > 0);
}

function valueOf(device: SampleDevice, tag: number): readonly string[] {
  switch (tag) {
    case 0x00080060:
      return [device.modality];
    case 0x00080070:
      return [device.manufacturer];
    case 0x00081090:
      return [device.model];
    case 0x00280010:
      return [String(device.rows)];
    case 0x00280011:
      return [String(device.columns)];
    default:
      return [];
  }
}
