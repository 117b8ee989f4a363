import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isChanged, sheetCard, sheetPage, type SheetEntry } from '../pixels/contactSheet';

/** Most images on a page; a browser does not open more with joy, and a person does not look at more. */
const MAX_IMAGES = 3000;

const LISTS = ['changed', 'unchanged'] as const;
type List = (typeof LISTS)[number];

/**
 * The contact sheet of a run. Cards are appended to two files as images are done, so that a run that was stopped goes on with
 * what it had; `finish` makes `contact-sheet.html` of them.
 */
export class ContactSheetFile {
  private readonly counts: { changed: number; unchanged: number };

  constructor(
    private readonly run: string,
    append: boolean,
  ) {
    if (!append) this.removeParts();
    this.counts = { changed: this.read('changed').length, unchanged: this.read('unchanged').length };
  }

  append(entries: readonly SheetEntry[]): void {
    for (const list of LISTS)
      this.add(
        list,
        entries.filter(e => isChanged(e) === (list === 'changed')).map(e => JSON.stringify(sheetCard(e))),
      );
  }

  /** Adds the cards of another run; they are there if its page was made with `keepCards`. */
  appendRun(run: string): void {
    const other = new ContactSheetFile(run, true);
    for (const list of LISTS) this.add(list, other.read(list));
  }

  private add(list: List, cards: readonly string[]): void {
    if (cards.length === 0) return;
    const room = Math.max(0, MAX_IMAGES - this.counts[list]);
    this.counts[list] += cards.length;
    const fd = openSync(this.part(list), 'a', 0o600);
    // A card past the limit is counted by an empty line.
    writeSync(fd, cards.map((card, i) => `${i < room ? card : ''}\n`).join(''));
    closeSync(fd);
  }

  /**
   * Writes the page if there is anything to show.
   * @param keepCards for a part of a split run: the whole gets a page of all cards when its parts are merged
   * @returns its path.
   */
  finish(keepCards = false): string | undefined {
    if (this.counts.changed + this.counts.unchanged === 0) return undefined;
    const path = join(this.run, 'contact-sheet.html');
    const section = (list: List) => {
      const lines = this.read(list);
      return { count: lines.length, cards: lines.filter(l => l !== '').map(l => JSON.parse(l) as string) };
    };
    const fd = openSync(path, 'w', 0o600);
    try {
      for (const piece of sheetPage('Burned-in text', section('changed'), section('unchanged'))) writeSync(fd, piece);
    } finally {
      closeSync(fd);
    }
    if (!keepCards) this.removeParts();
    return path;
  }

  private read(list: List): string[] {
    return existsSync(this.part(list)) ? readFileSync(this.part(list), 'utf8').split('\n').slice(0, -1) : [];
  }

  private part(list: List): string {
    return join(this.run, `contact-sheet.${list}.jsonl`);
  }

  private removeParts(): void {
    for (const list of LISTS) rmSync(this.part(list), { force: true });
  }
}
