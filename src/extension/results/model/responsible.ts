import { parseTagPath } from '../../../dicom/tagPath';
import { loadProfile } from '../../../jobs/loadProfile';
import { createEffectiveActions, type EffectiveActions } from '../../../profile/effective';
import type { EffectiveAction, ResolvedProfile } from '../../../profile/model';
import { readProfile } from '../../../profile/read';
import { formatSelector } from '../../../profile/selectors';
import { attributeByTag } from '../../../standard/dictionary';
import { existsSync, readFileSync } from 'node:fs';
import type { Discrepancy, ResponsibleRule } from './discrepancy';

/**
 * Says which rule, option or table row decided about an attribute. Conditions of rules are taken to hold only where they ask
 * for the modality, the one value a report has.
 */
export class Responsibility {
  readonly #effective: EffectiveActions;
  readonly #known = new Map<string, ResponsibleRule | undefined>();
  readonly #ruleStarts = new Map<string, readonly number[]>();

  private constructor(private readonly profile: ResolvedProfile) {
    this.#effective = createEffectiveActions(profile);
  }

  /** For a profile as it is on disk now; undefined if it cannot be used. */
  static of(reference: string): Responsibility | undefined {
    if (reference === '') return undefined;
    try {
      return new Responsibility(loadProfile(reference).profile);
    } catch {
      return undefined;
    }
  }

  get profileName(): string {
    return this.profile.name;
  }

  for(row: Discrepancy): ResponsibleRule | undefined {
    const key = `${row.modality} ${row.tag}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(row));
    return this.#known.get(key);
  }

  #find({ tag, modality }: Discrepancy): ResponsibleRule | undefined {
    const steps = parseTagPath(tag);
    const leaf = steps?.at(-1)?.attribute;
    if (!steps || !leaf) return undefined;
    const number = (step: typeof leaf) => (step.kind === 'tag' ? step.tag : (step.group << 16) | 0x1000 | step.element);
    const parents = steps.slice(0, -1).map(step => step.attribute);
    const effective = this.#effective.for({
      sopClass: '',
      path: parents.map(number),
      pathCreators: parents.map(step => (step.kind === 'private' ? step.creator : undefined)),
      tag: number(leaf) >>> 0,
      vr: leaf.kind === 'tag' ? (attributeByTag(leaf.tag)?.vr.slice(0, 2) ?? '') : '',
      creator: leaf.kind === 'private' ? leaf.creator : undefined,
      instance: wanted => (wanted === 0x00080060 && modality !== '' ? [modality] : []),
    });
    return this.#described(effective);
  }

  #described({ action, source }: EffectiveAction): ResponsibleRule {
    const name = action.kind === 'code' ? action.code : action.kind;
    switch (source.kind) {
      case 'rule': {
        const { profile, range } = source.rule.origin;
        return {
          text: `rule ${formatSelector(source.rule.selector)}: ${name}`,
          action: name,
          origin: { profile, start: range.start, end: range.end },
          index: this.#ruleIndex(profile, range.start),
        };
      }
      case 'option':
        return { text: `option ${source.options.join(' + ')}: ${name} (table ${source.tableCode})`, action: name };
      case 'table':
        return { text: `table ${source.tableCode}`, action: name };
      case 'default':
        return { text: `default (${source.name}): ${name}`, action: name };
    }
  }

  /** Position of a rule among those of its file, found by where it starts; undefined for built-in profiles. */
  #ruleIndex(profile: string, start: number): number | undefined {
    if (profile.startsWith('builtin:') || !existsSync(profile)) return undefined;
    let starts = this.#ruleStarts.get(profile);
    if (!starts) {
      starts = readProfile(readFileSync(profile, 'utf8'), profile).rules.map(rule => rule.range.start);
      this.#ruleStarts.set(profile, starts);
    }
    const index = starts.indexOf(start);
    return index < 0 ? undefined : index;
  }
}
