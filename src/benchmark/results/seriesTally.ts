import type { Category } from './categories';
import { Tally } from './tally';
import type { ResultRow } from './resultRow';

interface Group {
  order: number;
  passed: boolean | null;
  action: string;
  category: Category;
}

/**
 * Counts each check of a series once, with its worst outcome: a failure hides a pass, and either hides an undecided one.
 * Rows of missing files carry the old identifiers, so a series of which a part is missing counts twice.
 */
export class SeriesTally {
  private readonly groups = new Map<string, Group>();
  private readonly ids = new Map<string, number>();

  add(row: ResultRow, category: Category): void {
    const { identity, check } = row;
    const series = this.id(`${identity.patient}\n${identity.study}\n${identity.series}`);
    const key = `${series} ${this.id(check.tagDs ?? '')} ${check.action}`;
    const order = row.passed === null ? 2 : row.passed ? 1 : 0;
    const group = this.groups.get(key);
    if (!group) this.groups.set(key, { order, passed: row.passed, action: check.action ?? '', category });
    else if (order < group.order) Object.assign(group, { order, passed: row.passed, category });
  }

  tally(): Tally {
    const tally = new Tally();
    for (const group of this.groups.values()) tally.add(group.passed, group.action, group.category);
    return tally;
  }

  private id(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) this.ids.set(text, (id = this.ids.size));
    return id;
  }
}
