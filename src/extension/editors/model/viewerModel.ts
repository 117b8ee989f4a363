import type { ByteSource } from '../../../dicom/byteSource';
import { attributeByKeyword, attributeByTag } from '../../../standard/dictionary';
import { uidEntry } from '../../../standard/uids';
import { asksForEffect, parseFilter } from '../../../protocol/filter';
import type {
  CopyFormat,
  DocumentSummary,
  HexPage,
  RowEffect,
  RowPage,
  RowQuery,
  RowView,
  StandardLink,
  ValueDetail,
  WhyDetail,
} from '../../../protocol/headerViewer';
import { HEX_PAGE, VALUE_CAP } from '../../../protocol/headerViewer';
import { elementJson, itemJson } from './dicomJson';
import { CSV_HEADER, copyText, csvLine } from './exportText';
import { summaryOf } from './fileSummary';
import { LoadedFile } from './loadedFile';
import { MergedTree } from './mergedTree';
import { creatorOf, lengthOf, meaningOf, namesOf, pathOf, vrOf } from './nodeFacts';
import { nodeRow, passesFilter } from './nodeRows';
import { byteLength, bytesOf, previewOf, textOf } from './nodeValue';
import type { FlatTree, RowIndex } from './rowIndex';
import { standardLinks } from './standardLinks';
import { buildRowIndex, indexOf, openTest } from './rowIndex';

/** Says what a profile does to the elements of a file; made by the engine when a profile is chosen. */
export interface EffectSource {
  /** `id` counts as in `LoadedFile`. */
  effect(id: number): RowEffect | undefined;
  why(id: number): Omit<WhyDetail, 'id'> | undefined;
}

/** A file, perhaps beside another one, as the treegrid sees it. Everything is computed when asked for. */
export class ViewerModel {
  readonly file: LoadedFile;
  #merged: MergedTree | undefined;
  #cached: { readonly key: string; readonly index: RowIndex } | undefined;

  constructor(
    source: ByteSource,
    private readonly fileName: string,
    /** The effect of a profile on this file; undefined if the profile is '' or cannot be used. */
    private readonly effects: (profile: string, file: LoadedFile) => EffectSource | undefined,
  ) {
    this.file = new LoadedFile(source);
  }

  summary(): DocumentSummary {
    return summaryOf(this.file, this.fileName);
  }

  /** Starts the comparison with another file, or ends it. */
  compare(other: ByteSource | undefined): void {
    this.#merged = other && new MergedTree(this.file, new LoadedFile(other), pathOf);
    this.#cached = undefined;
  }

  rows(query: RowQuery, from: number, to: number): RowPage {
    const index = this.#index(query);
    const end = Math.min(index.ids.length, to);
    const open = openTest(this.#tree(), query);
    const effects = this.effects(query.profile, this.file);
    const rows: RowView[] = [];
    for (let at = Math.max(0, from); at < end; at++) rows.push(this.#row(index, index.ids[at], open, effects));
    return { total: index.ids.length, matches: index.matches, from: Math.max(0, from), rows };
  }

  findMatch(query: RowQuery, from: number, backwards: boolean): number {
    const { ids, matched } = this.#index(query);
    const step = backwards ? -1 : 1;
    for (let n = 1; n <= ids.length; n++) {
      const at = (from + step * n + ids.length * 2) % ids.length;
      if (!matched || matched[ids[at]]) return at;
    }
    return -1;
  }

  reveal(query: RowQuery, target: string): { expanded: string[]; index: number; id: number } {
    const tree = this.#tree();
    const node = this.#locate(target);
    const listed = new Set(query.expanded);
    for (let at = node < 0 ? -1 : tree.parent(node); at >= 0; at = tree.parent(at)) {
      if (query.expandAll) listed.delete(tree.path(at));
      else listed.add(tree.path(at));
    }
    const expanded = [...listed];
    return { expanded, id: node, index: node < 0 ? -1 : indexOf(this.#index({ ...query, expanded }), node) };
  }

  value(node: number, profile: string): ValueDetail {
    const [file, id] = this.#at(node);
    const { table, row } = file.place(id);
    const { text, truncated } = textOf(file, id, VALUE_CAP);
    const tag = file.tag(id);
    const attribute = attributeByTag(tag);
    const creator = creatorOf(file, id);
    const preview = previewOf(file, id, VALUE_CAP);
    return {
      id: node,
      path: pathOf(file, id),
      ...namesOf(file, id),
      vr: vrOf(file, id),
      dictionaryVm: attribute?.vm ?? '',
      retired: attribute?.retired ?? false,
      creator,
      creatorMeaning: creator ? meaningOf(creator, tag) : '',
      text: preview.described ? preview.text : text,
      truncated,
      uidName: vrOf(file, id) === 'UI' ? (uidEntry(text)?.name ?? '') : '',
      offset: table.valueStart[row],
      length: lengthOf(file, id),
      effect: file === this.file ? this.effects(profile, file)?.effect(id) : undefined,
    };
  }

  /** Why the profile treats a row of the shown file as it does; null where it has nothing to say. */
  why(node: number, profile: string): WhyDetail | null {
    const [file, id] = this.#at(node);
    const why = file === this.file ? this.effects(profile, file)?.why(id) : undefined;
    return why ? { id: node, ...why } : null;
  }

  links(node: number): readonly StandardLink[] {
    return standardLinks(...this.#at(node));
  }

  hex(node: number, offset: number): HexPage {
    const [file, id] = this.#at(node);
    return { offset, bytes: bytesOf(file, id, HEX_PAGE, offset), length: byteLength(file, id) };
  }

  copy(node: number, format: CopyFormat): string {
    const [file, id] = this.#at(node);
    return copyText(file, id, format, at => (file.isItem(at) ? itemJson(file, at) : elementJson(file, at)));
  }

  /** The rows that pass the filter, in document order; as JSON the top-level elements among them. */
  exportText(query: RowQuery, format: 'json' | 'csv'): string {
    const index = this.#index({ ...query, expanded: [], expandAll: true });
    const shown = new Set<number>();
    for (const node of index.ids) {
      const [file, id] = this.#at(node);
      if (file === this.file) shown.add(id);
    }
    if (format === 'json')
      return `${JSON.stringify(
        itemJson(this.file, -1, id => shown.has(id)),
        null,
        2,
      )}\n`;
    const lines = [...shown].filter(id => !this.file.isItem(id)).map(id => csvLine(this.file, id));
    return `${[CSV_HEADER, ...lines].join('\r\n')}\r\n`;
  }

  #tree(): FlatTree {
    if (this.#merged) return this.#merged;
    const { file } = this;
    return {
      count: file.count,
      next: id => file.next(id),
      parent: id => file.parent(id),
      isContainer: id => file.isContainer(id),
      path: id => pathOf(file, id),
    };
  }

  /** File and id that stand for a node of the view: the first file's where it has the element. */
  #at(node: number): readonly [LoadedFile, number] {
    const merged = this.#merged;
    if (!merged) return [this.file, node];
    const id = merged.first[node];
    return id >= 0 ? [merged.before, id] : [merged.after, merged.second[node]];
  }

  #index(query: RowQuery): RowIndex {
    const key = JSON.stringify([query, this.#merged !== undefined]);
    if (this.#cached?.key === key) return this.#cached.index;
    const filter = parseFilter(query.filter);
    const effects = asksForEffect(filter) ? this.effects(query.profile, this.file) : undefined;
    const passes =
      filter.terms.length === 0
        ? undefined
        : (node: number) => {
            const [file, id] = this.#at(node);
            const effectOf = (at: number) => (file === this.file ? effects?.effect(at) : undefined);
            return passesFilter(file, id, filter, effectOf, this.#merged?.change(node));
          };
    const index = buildRowIndex(this.#tree(), query, passes);
    this.#cached = { key, index };
    return index;
  }

  #row(index: RowIndex, node: number, open: (id: number) => boolean, effects: EffectSource | undefined): RowView {
    const tree = this.#tree();
    const [file, id] = this.#at(node);
    const parent = tree.parent(node);
    let level = 1;
    for (let at = parent; at >= 0; at = tree.parent(at)) level++;
    const expandable = tree.isContainer(node);
    const next = indexOf(index, node) + 1;
    const other = this.#merged?.second[node] ?? -1;
    return {
      id: node,
      ...nodeRow(file, id, file === this.file && !file.isItem(id) ? effects?.effect(id) : undefined),
      level,
      setSize: file.children(file.parent(id)).length,
      positionInSet: file.position(id) + 1,
      parentIndex: parent < 0 ? -1 : indexOf(index, parent),
      expandable,
      // With a filter a collapsed node may still show the matches inside it.
      expanded: expandable && (open(node) || tree.parent(index.ids[next] ?? 0) === node),
      match: !index.matched || index.matched[node] === 1,
      ...(this.#merged && {
        change: this.#merged.change(node),
        otherValue: other < 0 ? '' : previewOf(this.#merged.after, other, 200).text,
      }),
    };
  }

  /** The node a tag, keyword or path means: the first one in document order. */
  #locate(target: string): number {
    const tree = this.#tree();
    const wanted = target.trim();
    const digits = /^\(?([0-9a-f]{4}),?([0-9a-f]{4})\)?$/i.exec(wanted);
    const tag = digits ? parseInt(digits[1] + digits[2], 16) : attributeByKeyword(wanted)?.tag;
    for (let node = 0; node < tree.count; node++) {
      const [file, id] = this.#at(node);
      if (tag !== undefined ? file.tag(id) === tag : tree.path(node).toLowerCase() === wanted.toLowerCase())
        return node;
    }
    return -1;
  }
}
