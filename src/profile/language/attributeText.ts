import { confidentialityRow } from '../../standard/confidentiality';
import type { Attribute } from '../../standard/dictionary';
import { attributeType, iodOf } from '../../standard/iod';
import { commonClasses } from '../commonClasses';
import { tagOf } from './attributeNames';

/** The row of the dictionary on one line, in Markdown. */
export function attributeLine(attribute: Attribute): string {
  const row = confidentialityRow(attribute.tag);
  const code = row ? ` Table E.1-1: ${row.basic}.` : ' Not in Table E.1-1.';
  return `**${attribute.name}** ${tagOf(attribute)}, VR ${attribute.vr}, VM ${attribute.vm}${attribute.retired ? ', retired' : ''}.${code}`;
}

/** Types of an attribute at a place in the common IODs, for example `1 in CT, MR; 2 in CR`; empty if it is in none. */
export function typesText(path: readonly number[], tag: number): string {
  const byType = new Map<string, Set<string>>();
  for (const sop of commonClasses()) {
    const type = attributeType(sop, path, tag);
    if (!type) continue;
    const set = byType.get(type) ?? new Set<string>();
    set.add(shortName(sop));
    byType.set(type, set);
  }
  return [...byType]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, names]) => `${type} in ${list([...names])}`)
    .join('; ');
}

function shortName(sop: string): string {
  return (iodOf(sop)?.name ?? sop).replace(/ Storage\b.*$/, '').replace(/ Image$/, '');
}

function list(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}
