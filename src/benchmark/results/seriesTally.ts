import { numpyArgsort } from '../python/quicksort';
import type { Category } from './categories';
import type { ResultRow } from './resultRow';
import { Tally } from './tally';

/**
 * Counts each check of a series once, with its worst outcome: a failure hides a pass, and either hides an undecided one.
 * Rows of missing files carry the old identifiers, so a series of which a part is missing counts twice.
 */
export class SeriesTally {
  private groups = new Int32Array(4096);
  private outcomes = new Uint8Array(4096);
  private categories = new Uint16Array(4096);
  private rows = 0;
  private readonly groupIds = new Map<string, number>();
  private readonly groupActions: string[] = [];
  private readonly categoryIds = new Map<Category, number>();
  private readonly ids = new Map<string, number>();
  private series = 0;
  private identity: ResultRow['identity'] | undefined;

  add(row: ResultRow, category: Category): void {
    const { identity, check } = row;
    if (identity !== this.identity) {
      this.identity = identity;
      this.series = idIn(this.ids, `${identity.patient}\n${identity.study}\n${identity.series}`);
    }
    const key = `${this.series} ${check.action} ${check.tagDs ?? ''}`;
    const group = idIn(this.groupIds, key);
    if (group === this.groupActions.length) this.groupActions.push(check.action ?? '');
    if (this.rows === this.groups.length) this.grow();
    this.groups[this.rows] = group;
    this.outcomes[this.rows] = row.passed === null ? 2 : row.passed ? 1 : 0;
    this.categories[this.rows] = idIn(this.categoryIds, category);
    this.rows++;
  }

  /** Sorts by outcome the way pandas does, undecided ones last, and counts the first row of each group. */
  tally(): Tally {
    const decided: number[] = [];
    const undecided: number[] = [];
    for (let row = 0; row < this.rows; row++) (this.outcomes[row] === 2 ? undecided : decided).push(row);
    const order = numpyArgsort(Uint8Array.from(decided, row => this.outcomes[row]));
    const seen = new Uint8Array(this.groupIds.size);
    const categories = [...this.categoryIds.keys()];
    const tally = new Tally();
    const take = (row: number): void => {
      const group = this.groups[row];
      if (seen[group]) return;
      seen[group] = 1;
      const outcome = this.outcomes[row];
      tally.add(outcome === 2 ? null : outcome === 1, this.groupActions[group], categories[this.categories[row]]);
    };
    for (const at of order) take(decided[at]);
    undecided.forEach(take);
    return tally;
  }

  private grow(): void {
    const size = this.groups.length * 2;
    const groups = new Int32Array(size);
    const outcomes = new Uint8Array(size);
    const categories = new Uint16Array(size);
    groups.set(this.groups);
    outcomes.set(this.outcomes);
    categories.set(this.categories);
    this.groups = groups;
    this.outcomes = outcomes;
    this.categories = categories;
  }
}

function idIn<K>(ids: Map<K, number>, key: K): number {
  let id = ids.get(key);
  if (id === undefined) ids.set(key, (id = ids.size));
  return id;
}
