import type { Discrepancy } from './discrepancy';

const FIELDS = ['tag', 'name', 'action', 'outcome', 'category', 'modality', 'file', 'rule', 'value'] as const;
type Field = (typeof FIELDS)[number];

interface Term {
  readonly field: Field | undefined;
  readonly anyOf: readonly string[];
  readonly negated: boolean;
}

export interface DiscrepancyFilter {
  readonly problem: string;
  test(row: Discrepancy): boolean;
}

/**
 * The filter of the table of discrepancies: terms separated by spaces, all of which must hold; `word`, `"a phrase"`,
 * `field:text`, `field:a,b` (a or b), and a minus in front to turn a term around. Case does not matter.
 */
export function discrepancyFilter(text: string): DiscrepancyFilter {
  const terms: Term[] = [];
  let problem = '';
  for (const [, minus, name, quoted, plain] of text.matchAll(/(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))/g)) {
    const value = (quoted ?? plain ?? '').toLowerCase();
    if (value === '') continue;
    const field = FIELDS.find(known => known === name?.toLowerCase());
    if (name !== undefined && !field) {
      problem = `'${name}' is not a field; fields are ${FIELDS.join(', ')}.`;
      continue;
    }
    const anyOf = field && quoted === undefined ? value.split(',').filter(part => part !== '') : [value];
    terms.push({ field, anyOf, negated: minus === '-' });
  }
  return { problem, test: row => terms.every(term => holds(term, row) !== term.negated) };
}

function holds({ field, anyOf }: Term, row: Discrepancy): boolean {
  const texts = field ? [fieldOf(row, field)] : FIELDS.map(each => fieldOf(row, each));
  return anyOf.some(wanted => texts.some(text => text.toLowerCase().includes(wanted)));
}

function fieldOf(row: Discrepancy, field: Field): string {
  switch (field) {
    case 'file':
      return row.instance;
    case 'rule':
      return row.rule?.text ?? '';
    case 'value':
      return `${row.before}\n${row.expected}\n${row.after}`;
    default:
      return row[field];
  }
}
