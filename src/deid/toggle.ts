import type { OptionName, ResolvedProfile } from '../profile/model';
import type { ExplainedElement } from './explain';

/** The profile with one option of PS3.15 E.3 switched; the two date options exclude each other. For comparisons only. */
export function toggledProfile(profile: ResolvedProfile, option: OptionName): ResolvedProfile {
  const options = new Set(profile.options);
  if (!options.delete(option)) {
    options.add(option);
    if (option === 'RetainLongitudinalFullDates') options.delete('RetainLongitudinalModifiedDates');
    if (option === 'RetainLongitudinalModifiedDates') options.delete('RetainLongitudinalFullDates');
  }
  return { ...profile, options };
}

/** An element that is treated in another way when something is switched. */
export interface ChangedElement {
  readonly path: string;
  readonly keyword: string | undefined;
  readonly before: ExplainedElement;
  readonly after: ExplainedElement;
}

/** What differs between two explanations of one file. */
export function changedElements(
  before: readonly ExplainedElement[],
  after: readonly ExplainedElement[],
): readonly ChangedElement[] {
  const byRow = new Map(after.map(element => [element.row, element]));
  return before.flatMap(element => {
    const other = byRow.get(element.row);
    const same = !other || (other.result === element.result && other.newValue === element.newValue);
    return same ? [] : [{ path: element.path, keyword: element.keyword, before: element, after: other }];
  });
}
