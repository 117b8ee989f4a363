import type { ColumnSettings } from '../../src/protocol/headerViewer';

export type ColumnId = 'tag' | 'name' | 'vr' | 'vm' | 'length' | 'value' | 'action' | 'result' | 'reason' | 'other';

/** A column of the treegrid. */
export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  /** Least width in pixels. */
  readonly least: number;
  /** Most width while the user has not chosen one: a CSS length, or a share (`fr`) of what the others leave. */
  readonly most: string;
}

/** A column as it is shown: with its CSS grid track. */
export interface ShownColumn extends Column {
  readonly track: string;
}

const BASE: readonly Column[] = [
  { id: 'tag', title: 'Tag', least: 142, most: '142px' },
  { id: 'name', title: 'Name', least: 110, most: '2fr' },
  { id: 'vr', title: 'VR', least: 34, most: '34px' },
  { id: 'vm', title: 'VM', least: 40, most: '40px' },
  { id: 'length', title: 'Length', least: 76, most: '76px' },
  { id: 'value', title: 'Value', least: 130, most: '3fr' },
];

const EFFECT: readonly Column[] = [
  { id: 'action', title: 'Action', least: 70, most: '70px' },
  { id: 'result', title: 'Result', least: 110, most: '2fr' },
  { id: 'reason', title: 'Why', least: 90, most: '2fr' },
];

const OTHER: readonly Column[] = [{ id: 'other', title: 'Other file', least: 130, most: '3fr' }];

/** Columns in order for what is switched on; with more to show, what the side pane says as well makes room. */
export function availableColumns(profile: boolean, comparing: boolean): readonly Column[] {
  const base = profile || comparing ? BASE.filter(column => column.id !== 'vm' && column.id !== 'length') : BASE;
  return [...base, ...(comparing ? OTHER : []), ...(profile ? EFFECT : [])];
}

/** The columns that are shown, as wide as the user wants them. The first one holds the tree and always stays. */
export function shownColumns(available: readonly Column[], settings: ColumnSettings): readonly ShownColumn[] {
  return available
    .filter(column => column.id === 'tag' || !settings.hidden.includes(column.id))
    .map(column => ({ ...column, track: trackOf(column, settings.widths[column.id]) }));
}

function trackOf({ least, most }: Column, chosen: number | undefined): string {
  if (chosen !== undefined) return `${chosen}px`;
  return `minmax(${least}px, ${most})`;
}

/** Pixels below which the tree scrolls sideways. */
export function leastWidth(columns: readonly ShownColumn[], settings: ColumnSettings): number {
  return columns.reduce((sum, column) => sum + (settings.widths[column.id] ?? column.least), 0);
}

/** Pixels a column may be set to. */
export const WIDTHS = { least: 24, most: 2000 };

/** The settings with a column as wide as asked for; undefined: as wide as it is by default. */
export function withWidth(settings: ColumnSettings, id: ColumnId, width: number | undefined): ColumnSettings {
  const { [id]: before, ...others } = settings.widths;
  void before;
  if (width === undefined || !Number.isFinite(width)) return { ...settings, widths: others };
  return { ...settings, widths: { ...others, [id]: Math.round(Math.max(WIDTHS.least, Math.min(WIDTHS.most, width))) } };
}

/** The settings with a column shown or hidden. */
export function withShown(settings: ColumnSettings, id: ColumnId, shown: boolean): ColumnSettings {
  const others = settings.hidden.filter(hidden => hidden !== id);
  return { ...settings, hidden: shown ? others : [...others, id] };
}
