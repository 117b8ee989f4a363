/** Columns of the table of discrepancies; widths are in the style sheet. */
export const COLUMNS = [
  { id: 'tag', title: 'Attribute' },
  { id: 'action', title: 'Check' },
  { id: 'before', title: 'Before' },
  { id: 'expected', title: 'Expected' },
  { id: 'after', title: 'After' },
  { id: 'rule', title: 'Decided by' },
  { id: 'modality', title: 'Modality' },
] as const;

export type ColumnId = (typeof COLUMNS)[number]['id'];
