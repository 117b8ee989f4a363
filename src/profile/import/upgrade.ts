import { confidentialityRows, tableEditions, type ConfidentialityRow } from '../../standard/confidentiality';
import { attributeByTag, EDITION } from '../../standard/dictionary';
import { createEffectiveActions } from '../effective';
import { simpleVr } from '../lintView';
import type { EffectiveAction, ResolvedProfile } from '../model';
import { formatSelector } from '../selectors';
import { actionText } from '../language/effectiveText';
import { tagOf } from '../language/attributeNames';

/** One row that Table E.1-1 gained between two editions, and what that means for a profile. */
export interface UpgradeRow {
  readonly edition: string;
  /** `(0008,0082)`. */
  readonly tag: string;
  readonly name: string;
  /** What happened while the table did not list it, and what happens now. */
  readonly before: string;
  readonly after: string;
  readonly decidedBy: string;
  readonly changes: boolean;
}

export interface Upgrade {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly UpgradeRow[];
}

/** Editions between which the table is known. */
export function editions(): readonly string[] {
  return [...new Set([...tableEditions(), EDITION])].sort();
}

/** An edition of the standard that is none, or that nothing is known about; the message says so to the user. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
}

/** No attribute of any edition, in an even group: what happens to it is what happens to anything unlisted. */
const UNLISTED = 0x7fdefffe;

/**
 * What changes for a profile when it is read against edition `to` instead of `from`: every row that the table gained in between.
 * Changes of codes inside rows that were there already are not known.
 * @throws EditionError if an edition is not one.
 */
export function upgrade(profile: ResolvedProfile, from: string, to: string): Upgrade {
  for (const edition of [from, to])
    if (!/^20\d\d[a-e]$/.test(edition))
      throw new EditionError(
        `“${edition}” is not an edition of the standard; write the year and a letter, for example ${EDITION}.`,
      );
  if (to > EDITION) throw new EditionError(`The program has the table of ${EDITION}; nothing is known about ${to}.`);
  const actions = createEffectiveActions(profile);
  const rows = confidentialityRows()
    .filter(row => row.firstSeen > from && row.firstSeen <= to)
    .map((row): UpgradeRow => {
      const vr = simpleVr(attributeByTag(row.tag)?.vr ?? 'LO');
      const at = (tag: number) => actions.for({ sopClass: '', path: [], tag, vr, instance: () => [] });
      const after = at(row.tag);
      const own = after.source.kind === 'rule';
      const before = own ? after : at(UNLISTED);
      return {
        edition: row.firstSeen,
        tag: tagText(row),
        name: row.name,
        before: actionText(before.action),
        after: actionText(after.action),
        decidedBy: decider(after),
        changes: !own && actionText(before.action) !== actionText(after.action),
      };
    });
  return {
    from,
    to,
    rows: rows.sort((a, b) => (a.edition < b.edition ? -1 : a.edition > b.edition ? 1 : a.tag < b.tag ? -1 : 1)),
  };
}

function tagText(row: ConfidentialityRow): string {
  const attribute = attributeByTag(row.tag);
  if (attribute && attribute.mask >>> 0 === row.mask >>> 0) return tagOf(attribute);
  return formatSelector({ kind: 'wildcard', tag: row.tag, mask: row.mask });
}

function decider({ source }: EffectiveAction): string {
  switch (source.kind) {
    case 'rule':
      return `rule ${formatSelector(source.rule.selector)}`;
    case 'option':
      return source.options.join(' + ');
    case 'table':
      return `Table E.1-1 ${source.tableCode}`;
    case 'default':
      return 'default';
  }
}
