import type { Handling, Inside } from './handling';
import { TagTable } from './tagTable';

/**
 * What a content item's concept name asks for (PS3.15 Table E.3.4-1), `none` if the table does not name the concept; and
 * whether the content sequence around it is kept, cleaned or replaced.
 */
export interface ContentRole {
  readonly mode: 'keep' | 'clean' | 'dummy';
  readonly item: 'none' | 'K' | 'C' | 'D';
}

/** A place in data sets: the top, or the items of a sequence reached by one path. Holds what was decided there so far. */
export class PlanContext {
  /** Standard attributes by tag, for the VR they usually have. */
  readonly table = new TagTable<Handling>();
  /** The same attributes met with another VR, by `tag * 65536 + vr`. */
  readonly otherVr = new Map<number, Handling>();
  /** Private attributes of a creator, by group and low byte of the element, for the VR they usually have. */
  readonly privates = new Map<string, TagTable<Handling>>();
  /** All other private attributes: without creator, with another VR, or declared safe by the instance. */
  readonly otherPrivates = new Map<string, Handling>();

  constructor(
    /** Tags of the sequences around, outermost first. */
    readonly path: readonly number[],
    /** Private creators of those sequences that are private. */
    readonly pathCreators: readonly (string | undefined)[],
    readonly inside: Inside,
    readonly content: ContentRole | undefined,
  ) {}
}
