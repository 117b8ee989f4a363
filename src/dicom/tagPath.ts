import type { DicomFile } from './dicomFile';
import { RowFlag } from './elementTable';
import { tagText } from './problemLog';
import { isPrivateTag, privateCreator } from './privateCreator';
import { childRows, findRows } from './rows';

/** One step of a tag path: an attribute, and the item (from 0) taken if it is a sequence that is entered. */
export interface PathStep {
  readonly attribute:
    | { readonly kind: 'tag'; readonly tag: number }
    /** Private attribute: group, creator and low byte of the element; the block does not matter (PS3.5 7.8.1). */
    | { readonly kind: 'private'; readonly group: number; readonly creator: string; readonly element: number };
  readonly item?: number;
}

/**
 * How paths are spelled. `plain`: `(0008,1140)[<0>](0008,1150)`, creators as written. `benchmark`: item numbers of four
 * digits and creators in upper case, as MIDI-B answer keys have them.
 */
export type PathForm = 'plain' | 'benchmark';

/**
 * The path of a row. Private attributes are named by creator (`(0029,"ACME 1.1",10)`); private creators, and private
 * attributes without one, by their number. An item row ends in its own number; so does a fragment.
 */
export function tagPath(file: DicomFile, row: number, form: PathForm = 'plain'): string {
  const table = file.dataSet;
  let path = '';
  for (let at = row; at >= 0; at = table.parent[at])
    path =
      table.flags[at] & (RowFlag.item | RowFlag.fragment)
        ? formatItem(itemNumber(file, at), form) + path
        : stepText(file, at, form) + path;
  return path;
}

/** Position of an item or fragment among its siblings, from 0. */
export function itemNumber(file: DicomFile, row: number): number {
  const { parent, next } = file.dataSet;
  let number = 0;
  for (let at = parent[row] + 1; at < row; at = next[at]) number++;
  return number;
}

function formatItem(number: number, form: PathForm): string {
  return `[<${form === 'benchmark' ? String(number).padStart(4, '0') : number}>]`;
}

function stepText(file: DicomFile, row: number, form: PathForm): string {
  const tag = file.dataSet.tag[row];
  const creator = isPrivateTag(tag) ? privateCreator(file, row) : undefined;
  if (creator === undefined) return tagText(tag);
  return privateText(tag >>> 16, creator, tag & 0xff, form);
}

function privateText(group: number, creator: string, element: number, form: PathForm): string {
  const name = form === 'benchmark' ? creator.toUpperCase() : creator;
  return `(${group.toString(16).padStart(4, '0')},"${name}",${element.toString(16).padStart(2, '0')})`;
}

const STEP = /\(([0-9a-f]{4}),(?:([0-9a-f]{4})|"(.*?)",([0-9a-f]{2}))\)(?:\[<?(\d+)>?\])?/iy;

/** Reads a path in either form back; `undefined` if it is not one. */
export function parseTagPath(text: string): PathStep[] | undefined {
  const steps: PathStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (match === null) return undefined;
    const [, group, element, creator, low, item] = match;
    const attribute: PathStep['attribute'] =
      element !== undefined
        ? { kind: 'tag', tag: parseInt(group + element, 16) }
        : { kind: 'private', group: parseInt(group, 16), creator, element: parseInt(low, 16) };
    steps.push(item === undefined ? { attribute } : { attribute, item: Number(item) });
  }
  return steps.length > 0 ? steps : undefined;
}

/** Spells steps as a path. */
export function formatTagPath(steps: readonly PathStep[], form: PathForm = 'plain'): string {
  return steps
    .map(({ attribute: a, item }) => {
      const name = a.kind === 'tag' ? tagText(a.tag) : privateText(a.group, a.creator, a.element, form);
      return item === undefined ? name : name + formatItem(item, form);
    })
    .join('');
}

/**
 * Rows at a path. A step without an item number stands for every item; creators are compared without regard to case
 * and outer blanks. Several rows if an element occurs twice or a creator has several blocks.
 */
export function findByPath(file: DicomFile, steps: readonly PathStep[]): number[] {
  const table = file.dataSet;
  let parents = [-1];
  let rows: number[] = [];
  steps.forEach(({ attribute, item }, i) => {
    rows = parents.flatMap(parent =>
      attribute.kind === 'tag' ? findRows(table, attribute.tag, parent) : findPrivate(file, attribute, parent),
    );
    if (i === steps.length - 1 && item === undefined) return;
    parents = rows.flatMap(row => {
      const items = table.flags[row] & (RowFlag.sequence | RowFlag.encapsulated) ? childRows(table, row) : [];
      return item === undefined ? items : items.slice(item, item + 1);
    });
    if (i === steps.length - 1) rows = parents;
  });
  return rows;
}

function findPrivate(
  file: DicomFile,
  attribute: { readonly group: number; readonly creator: string; readonly element: number },
  parent: number,
): number[] {
  const { tag } = file.dataSet;
  const creator = attribute.creator.trim().toUpperCase();
  return childRows(file.dataSet, parent).filter(
    row =>
      tag[row] >>> 16 === attribute.group &&
      (tag[row] & 0xffff) > 0xfff &&
      (tag[row] & 0xff) === attribute.element &&
      privateCreator(file, row)?.toUpperCase() === creator,
  );
}
