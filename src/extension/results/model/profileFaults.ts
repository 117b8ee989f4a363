import type { ProfileFault } from '../../../protocol/results';
import type { Discrepancy } from './discrepancy';

/** Attributes reported on a profile; the table of discrepancies has all. */
const MOST = 100;

/**
 * What discrepancies say about the profile: one fault per attribute and kind of check, on the rule responsible, or on the
 * profile where a rule is missing. Nothing for built-in profiles, which nobody can change.
 */
export function profileFaults(rows: readonly Discrepancy[], profile: string): ProfileFault[] {
  if (profile === '' || profile.startsWith('builtin:')) return [];
  const faults = new Map<string, { fault: ProfileFault; count: number }>();
  for (const row of rows) {
    const proposals = proposalsFor(row);
    if (proposals.length === 0) continue;
    const tag = generalTag(row.tag);
    const key = `${tag} ${row.action}`;
    const known = faults.get(key);
    if (known) known.count++;
    else faults.set(key, { fault: faultOf(row, tag, profile, proposals), count: 1 });
  }
  return [...faults.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ fault, count }) => ({ ...fault, count }));
}

function faultOf(row: Discrepancy, tag: string, profile: string, proposals: readonly string[]): ProfileFault {
  const { rule, name, action } = row;
  const own = rule?.origin !== undefined && rule.origin.profile === profile;
  return {
    profile,
    ...(own && rule.origin && { range: { start: rule.origin.start, end: rule.origin.end } }),
    ...(own && rule.index !== undefined && { ruleIndex: rule.index }),
    tag,
    name,
    action,
    now: rule?.action ?? '',
    count: 1,
    proposals: proposals.filter(proposal => proposal !== rule?.action),
  };
}

/** The path without item numbers, as a rule names it: `(0008,1140)/(0008,1150)`. */
export function generalTag(path: string): string {
  return path.replace(/\[<?\d+>?\]/g, '/');
}

/** Actions that would make a check pass, best first. */
function proposalsFor({ action, outcome, absent, tag }: Discrepancy): readonly string[] {
  if (outcome === 'finding') return tag.startsWith('(') ? ['clean', 'remove'] : [];
  switch (action) {
    case 'text_removed':
      return ['clean', 'remove', 'empty'];
    case 'text_retained':
    case 'tag_retained':
      return absent ? ['keep', 'clean'] : ['clean', 'keep'];
    case 'text_notnull':
      return ['dummy', 'keep'];
    case 'date_shifted':
      return ['shift'];
    case 'uid_changed':
    case 'uid_consistent':
      return ['uid'];
    default:
      return [];
  }
}
