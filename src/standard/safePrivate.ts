import { packed } from './tables/safePrivate';
import { lazy, unpackLines } from './unpack';

/** One row of PS3.15 Table E.3.10-1: a private attribute that is known to be safe. */
export interface SafePrivateAttribute {
  readonly creator: string;
  readonly group: number;
  /** Low byte of the element; the block number is assigned in each data set (PS3.5 7.8.1). */
  readonly element: number;
  /** As printed; empty where the table has none. */
  readonly vr: string;
  readonly vm: string;
  readonly meaning: string;
}

const rows = lazy((): readonly SafePrivateAttribute[] =>
  unpackLines(packed).map(line => {
    const [creator = '', group = '', element = '', vr = '', vm = '', meaning = ''] = line.split('\t');
    return { creator, group: parseInt(group, 16), element: parseInt(element, 16), vr, vm, meaning };
  }),
);

const key = (creator: string, group: number, element: number) => `${group}:${element & 0xff}:${creator.trim()}`;
const index = lazy(() => new Map(rows().map(r => [key(r.creator, r.group, r.element), r])));

/** Row for a private attribute; creators match exactly after padding is trimmed, elements by their low byte. */
export function safePrivateAttribute(
  creator: string,
  group: number,
  element: number,
): SafePrivateAttribute | undefined {
  return index().get(key(creator, group, element));
}

/** Every row of Table E.3.10-1. */
export function safePrivateAttributes(): readonly SafePrivateAttribute[] {
  return rows();
}
