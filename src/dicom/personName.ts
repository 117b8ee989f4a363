/** The five components of one representation of a name (PS3.5 6.2.1). */
export interface NameComponents {
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** One value of VR PN: up to three representations of the same name (PS3.5 6.2.1.1). */
export interface PersonName {
  readonly alphabetic: NameComponents;
  readonly ideographic: NameComponents;
  readonly phonetic: NameComponents;
}

/** Component groups of a PN value as written, at least one; a fourth and later `=` belong to the third. */
export function nameGroups(value: string): string[] {
  const groups = value.split('=');
  return groups.length <= 3 ? groups : [groups[0], groups[1], groups.slice(2).join('=')];
}

/** Components of one group as written; a sixth and later `^` belong to the fifth. */
export function nameComponents(group: string): string[] {
  const parts = group.split('^');
  return parts.length <= 5 ? parts : [...parts.slice(0, 4), parts.slice(4).join('^')];
}

/** Takes a PN value apart; missing groups and components are empty. Blanks around components are not significant. */
export function parsePersonName(value: string): PersonName {
  const [alphabetic = '', ideographic = '', phonetic = ''] = nameGroups(value);
  return { alphabetic: parts(alphabetic), ideographic: parts(ideographic), phonetic: parts(phonetic) };
}

function parts(group: string): NameComponents {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = nameComponents(group).map(part =>
    part.trim(),
  );
  return { family, given, middle, prefix, suffix };
}

/** Puts a name together; empty components and groups at the end are left out. */
export function formatPersonName(name: PersonName): string {
  const group = (c: NameComponents) => [c.family, c.given, c.middle, c.prefix, c.suffix].join('^').replace(/\^+$/, '');
  return [name.alphabetic, name.ideographic, name.phonetic].map(group).join('=').replace(/=+$/, '');
}
