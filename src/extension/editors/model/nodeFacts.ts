import { RowFlag, vrText } from '../../../dicom/elementTable';
import { attributeByTag } from '../../../standard/dictionary';
import { safePrivateAttribute } from '../../../standard/safePrivate';
import type { RowKind } from '../../../protocol/headerViewer';
import { isPrivateCreatorTag, isPrivateTag, privateCreator } from '../../../dicom/privateCreator';
import type { LoadedFile } from './loadedFile';

const ITEM = 0xfffee000;

/** `(0010,0010)`. */
export function tagText(tag: number): string {
  const hex = tag.toString(16).padStart(8, '0');
  return `(${hex.slice(0, 4)},${hex.slice(4)})`;
}

/** What a row stands for: an element, one of the file meta information, an item or a fragment. */
export function kindOf(file: LoadedFile, id: number): RowKind {
  const flags = file.flags(id);
  if (flags & RowFlag.fragment) return 'fragment';
  if (flags & RowFlag.item) return 'item';
  return id < file.metaCount ? 'meta' : 'element';
}

/** VR, empty for items and fragments. */
export function vrOf(file: LoadedFile, id: number): string {
  const { table, row } = file.place(id);
  return table.tag[row] === ITEM ? '' : vrText(table.vr[row]);
}

/** Bytes of the value field; -1 if the length is undefined. */
export function lengthOf(file: LoadedFile, id: number): number {
  const { table, row } = file.place(id);
  return table.flags[row] & RowFlag.undefinedLength ? -1 : table.valueEnd[row] - table.valueStart[row];
}

/** Private creator of a private element, empty for others and where the creator is missing. */
export function creatorOf(file: LoadedFile, id: number): string {
  return id < file.metaCount ? '' : (privateCreator(file.file, id - file.metaCount) ?? '');
}

export interface NodeNames {
  readonly keyword: string;
  readonly name: string;
  readonly creator: string;
}

/** What an element is called: by the dictionary, by the table of safe private attributes, or by its creator. */
export function namesOf(file: LoadedFile, id: number): NodeNames {
  const tag = file.tag(id);
  if (tag === ITEM) {
    const position = file.position(id);
    const isFragment = (file.flags(id) & RowFlag.fragment) !== 0;
    const name = !isFragment ? `Item ${position + 1}` : position === 0 ? 'Basic Offset Table' : `Fragment ${position}`;
    return { keyword: '', name, creator: '' };
  }
  const known = attributeByTag(tag);
  if (known) return { keyword: known.keyword, name: known.name, creator: '' };
  if (isPrivateCreatorTag(tag)) return { keyword: '', name: 'Private Creator', creator: '' };
  if ((tag & 0xffff) === 0) return { keyword: '', name: 'Group Length', creator: '' };
  const creator = creatorOf(file, id);
  if (!creator) return { keyword: '', name: isPrivateTag(tag) ? 'Private, creator missing' : 'Unknown', creator };
  const meaning = meaningOf(creator, tag);
  return { keyword: '', name: meaning ? `${meaning} [${creator}]` : `[${creator}]`, creator };
}

/** Meaning of a private attribute in PS3.15 Table E.3.10-1, empty if it is not there. */
export function meaningOf(creator: string, tag: number): string {
  return safePrivateAttribute(creator, tag >>> 16, tag & 0xff)?.meaning ?? '';
}

/** Tag path such as `(0008,1140)[<0>](0008,1150)`; private attributes as `(0029,"CREATOR",10)`. */
export function pathOf(file: LoadedFile, id: number): string {
  let path = '';
  for (let at = id; at >= 0; at = file.parent(at)) path = stepOf(file, at) + path;
  return path;
}

function stepOf(file: LoadedFile, id: number): string {
  const tag = file.tag(id);
  if (tag === ITEM) return `[<${file.position(id)}>]`;
  const creator = creatorOf(file, id);
  if (!creator) return tagText(tag);
  const hex = tag.toString(16).padStart(8, '0');
  return `(${hex.slice(0, 4)},"${creator}",${hex.slice(6)})`;
}
