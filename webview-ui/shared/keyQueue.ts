const SCROLLING = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  ' ',
]);

/**
 * Keys that wait for rows: a row that is opened gets its children a moment later, and the next key must find them. Keys keep
 * their order; when nothing is on its way they act at once.
 */
export class KeyQueue {
  #last: Promise<void> | undefined;

  /** @param underWay what rows are waited for, or undefined if none are; its failure is said elsewhere. */
  constructor(private readonly underWay: () => Promise<unknown> | undefined) {}

  /** Does what a key asks for as soon as no rows are on their way. */
  run(event: KeyboardEvent, action: () => void): void {
    if (!this.#last && !this.underWay()) {
      action();
      return;
    }
    // Later it would be too late: the browser would have scrolled.
    if (SCROLLING.has(event.key) && !event.altKey && !event.metaKey) event.preventDefault();
    const mine = this.#after(this.#last, action);
    this.#last = mine;
    void mine.finally(() => {
      if (this.#last === mine) this.#last = undefined;
    });
  }

  async #after(before: Promise<void> | undefined, action: () => void): Promise<void> {
    await before;
    for (let rows = this.underWay(); rows; rows = this.underWay()) await rows.catch(() => undefined);
    action();
  }
}
