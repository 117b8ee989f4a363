import type { Filter, FilterSubject } from '../../../protocol/filter';
import { matches } from '../../../protocol/filter';
import type { RowChange, RowEffect, RowView } from '../../../protocol/headerViewer';
import { PREVIEW_CAP } from '../../../protocol/headerViewer';
import type { LoadedFile } from './loadedFile';
import { isPrivateTag } from '../../../dicom/privateCreator';
import { kindOf, lengthOf, namesOf, pathOf, tagText, vrOf } from './nodeFacts';
import { multiplicityOf, previewOf, textOf } from './nodeValue';

/** Longest part of a value that a filter looks at. */
const SEARCHED = 65_536;

/** Everything a row shows except where it stands in the view. */
export type NodeRow = Omit<
  RowView,
  'id' | 'level' | 'setSize' | 'positionInSet' | 'parentIndex' | 'expandable' | 'expanded' | 'match'
>;

/** What the list shows of a row, without its place in the list. */
export function nodeRow(file: LoadedFile, id: number, effect: RowEffect | undefined): NodeRow {
  const { keyword, name } = namesOf(file, id);
  const kind = kindOf(file, id);
  const preview = previewOf(file, id, PREVIEW_CAP);
  return {
    kind,
    path: pathOf(file, id),
    tag: kind === 'item' || kind === 'fragment' ? `[${file.position(id)}]` : tagText(file.tag(id)),
    keyword,
    name,
    vr: vrOf(file, id),
    vm: multiplicityOf(file, id),
    length: lengthOf(file, id),
    value: preview.text,
    described: preview.described,
    problems: file.problems(id),
    effect,
  };
}

/** Whether a node passes a filter. Values are decoded only if the filter asks for them. */
export function passesFilter(
  file: LoadedFile,
  id: number,
  filter: Filter,
  effectOf: (id: number) => RowEffect | undefined,
  change: RowChange | undefined,
): boolean {
  const tag = file.tag(id);
  const isItem = file.isItem(id);
  const names = namesOf(file, id);
  const subject: FilterSubject = {
    tag: isItem ? 'item' : tag.toString(16).padStart(8, '0'),
    keyword: names.keyword,
    name: isItem ? '' : names.name,
    vr: vrOf(file, id),
    length: Math.max(0, lengthOf(file, id)),
    isPrivate: !isItem && isPrivateTag(tag),
    hasProblem: file.problems(id).length > 0,
    vm: () => multiplicityOf(file, id),
    value: () => (isItem ? '' : textOf(file, id, SEARCHED).text),
    path: () => pathOf(file, id),
    change: () => change,
    effect: () => (isItem ? undefined : effectOf(id)),
  };
  return matches(filter, subject);
}
