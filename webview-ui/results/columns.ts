import type { TableId } from '../../src/protocol/results';

export type ColumnId = 'tag' | 'action' | 'outcome' | 'before' | 'expected' | 'after' | 'rule' | 'modality';

export interface Column {
  readonly id: ColumnId;
  readonly title: string;
}

/** Columns of the tables; widths are in the style sheet. */
export const COLUMNS: Readonly<Record<TableId, readonly Column[]>> = {
  discrepancies: [
    { id: 'tag', title: 'Attribute' },
    { id: 'action', title: 'Check' },
    { id: 'before', title: 'Before' },
    { id: 'expected', title: 'Expected' },
    { id: 'after', title: 'After' },
    { id: 'rule', title: 'Decided by' },
    { id: 'modality', title: 'Modality' },
  ],
  changes: [
    { id: 'tag', title: 'Attribute' },
    { id: 'action', title: 'Check' },
    { id: 'outcome', title: 'Change' },
    { id: 'before', title: 'Before' },
    { id: 'expected', title: 'Other run' },
    { id: 'after', title: 'This run' },
    { id: 'rule', title: 'Decided by' },
    { id: 'modality', title: 'Modality' },
  ],
};
