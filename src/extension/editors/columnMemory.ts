import type { ColumnSettings } from '../../protocol/headerViewer';

/** The part of `vscode.Memento` that is needed. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'deidbench.viewer.columns';
/** Pixels a column may be wide. */
const LIMITS = { least: 24, most: 2000 };
/** More entries than columns can exist are not kept. */
const MOST_ENTRIES = 20;

/** How wide the columns of the viewer are and which are hidden, kept per workspace: names of columns and numbers, nothing else. */
export class ColumnMemory {
  constructor(private readonly memory: Memory) {}

  read(): ColumnSettings {
    return checked(this.memory.get(KEY));
  }

  async write(settings: ColumnSettings): Promise<void> {
    await this.memory.update(KEY, checked(settings));
  }
}

function checked(stored: unknown): ColumnSettings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Partial<Record<string, unknown>>) : {};
  const widths = typeof given.widths === 'object' && given.widths !== null ? Object.entries(given.widths) : [];
  const hidden = Array.isArray(given.hidden) ? given.hidden : [];
  return {
    widths: Object.fromEntries(
      widths
        .filter(([id, width]) => isColumn(id) && typeof width === 'number' && Number.isFinite(width))
        .slice(0, MOST_ENTRIES)
        .map(([id, width]) => [id, Math.round(Math.max(LIMITS.least, Math.min(LIMITS.most, Number(width))))]),
    ),
    hidden: hidden.filter(isColumn).slice(0, MOST_ENTRIES),
  };
}

/** Columns have short names of small letters: no value of a file passes for one by accident. */
function isColumn(id: unknown): id is string {
  return typeof id === 'string' && /^[a-z]{2,10}$/.test(id);
}
