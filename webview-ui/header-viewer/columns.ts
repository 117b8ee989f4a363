/** A column of the treegrid; widths are CSS grid tracks. */
export interface Column {
  readonly id: 'tag' | 'name' | 'vr' | 'vm' | 'length' | 'value' | 'action' | 'result' | 'reason' | 'other';
  readonly title: string;
  readonly width: string;
}

const BASE: readonly Column[] = [
  { id: 'tag', title: 'Tag', width: 'minmax(130px, 180px)' },
  { id: 'name', title: 'Name', width: 'minmax(110px, 250px)' },
  { id: 'vr', title: 'VR', width: '34px' },
  { id: 'vm', title: 'VM', width: '44px' },
  { id: 'length', title: 'Length', width: '78px' },
  { id: 'value', title: 'Value', width: 'minmax(110px, 1fr)' },
];

const EFFECT: readonly Column[] = [
  { id: 'action', title: 'Action', width: '70px' },
  { id: 'result', title: 'Result', width: 'minmax(110px, 1fr)' },
  { id: 'reason', title: 'Why', width: 'minmax(90px, 220px)' },
];

const OTHER: readonly Column[] = [{ id: 'other', title: 'Other file', width: 'minmax(140px, 1fr)' }];

/** Columns in order for what is switched on; with more to show, what the side pane says as well makes room. */
export function columns(profile: boolean, comparing: boolean): readonly Column[] {
  const base = profile || comparing ? BASE.filter(column => column.id !== 'vm' && column.id !== 'length') : BASE;
  return [...base, ...(comparing ? OTHER : []), ...(profile ? EFFECT : [])];
}
