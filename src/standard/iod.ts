import type { AttributeType } from './codes';
import { childrenOf, includesOf, moduleNode, type ModuleNode } from './modules';
import { packed as packedExtra } from './tables/extraTypes';
import { packed as packedIods } from './tables/iods';
import { packed as packedNested } from './tables/nestedTypes';
import { lazy, lineStarting, unpackLines, unpackText } from './unpack';

/** The IOD of a SOP class (PS3.3 Annex A). */
export interface Iod {
  readonly sopClass: string;
  readonly name: string;
  readonly iod: string;
  readonly modules: readonly { readonly usage: 'M' | 'C' | 'U'; readonly name: string }[];
}

/** By SOP class: the line, until somebody asks for the IOD. */
const iods = lazy(
  () => new Map<string, string | Iod>(unpackLines(packedIods).map(line => [line.slice(0, line.indexOf('\t')), line])),
);

function parseIod(line: string): Iod {
  const [sopClass = '', name = '', iod = '', list = ''] = line.split('\t');
  const modules = list
    .split(' ')
    .filter(m => m !== '')
    .map(m => ({ usage: m[0] as 'M' | 'C' | 'U', name: m.slice(1) }));
  return { sopClass, name, iod, modules };
}

const extra = lazy(
  () =>
    new Map(
      unpackLines(packedExtra).map(line => {
        const [sopClass = '', rest = ''] = line.split('\t');
        return [`${sopClass}\t${parseInt(rest.slice(0, 8), 16)}`, rest.slice(8) as AttributeType] as const;
      }),
    ),
);

/** Lines by the tags of sequence and member, eight capital hexadecimal digits each. */
const nested = lazy(() => unpackText(packedNested));

function nestedType(sequence: number, tag: number): AttributeType | undefined {
  const digits = [sequence, tag].map(t => (t >>> 0).toString(16).toUpperCase().padStart(8, '0')).join('');
  return lineStarting(nested(), digits)?.slice(16) as AttributeType | undefined;
}

/** The IOD of a SOP class, or `undefined` if it is private or not known. */
export function iodOf(sopClassUid: string): Iod | undefined {
  const found = iods().get(sopClassUid);
  if (typeof found !== 'string') return found;
  const iod = parseIod(found);
  iods().set(sopClassUid, iod);
  return iod;
}

/** True if Types can be looked up for this SOP class. */
export function knownSopClass(sopClassUid: string): boolean {
  return iods().has(sopClassUid);
}

/** Every SOP class whose IOD is known. */
export function allIods(): readonly Iod[] {
  return [...iods().keys()].map(sopClass => iodOf(sopClass)!);
}

const STRENGTH: readonly AttributeType[] = ['3C', '3', '2C', '2', '1C', '1'];

function stronger(a: AttributeType | undefined, b: AttributeType | undefined): AttributeType | undefined {
  if (!a || !b) return a ?? b;
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

const cache = new Map<string, AttributeType | undefined>();

/**
 * Strongest Type of an attribute over all modules (mandatory, conditional and user optional) of an instance's SOP class.
 * @param path tags of the sequences around it, outermost first; empty at the top of the data set.
 * @returns `undefined` if the attribute is not in the IOD at that place, or the SOP class is not known.
 */
export function attributeType(sopClassUid: string, path: readonly number[], tag: number): AttributeType | undefined {
  const key = `${sopClassUid}\t${path.join('/')}\t${tag}`;
  if (cache.has(key)) return cache.get(key);
  const type = findType(sopClassUid, path, tag >>> 0);
  if (cache.size > 50_000) cache.clear();
  cache.set(key, type);
  return type;
}

function findType(sopClassUid: string, path: readonly number[], tag: number): AttributeType | undefined {
  const iod = iodOf(sopClassUid);
  if (!iod) return undefined;
  let nodes: ModuleNode[] = iod.modules.flatMap(m => moduleNode(m.name) ?? []);
  for (const step of path) nodes = nodes.flatMap(node => childrenOf(node, step >>> 0));
  let type: AttributeType | undefined;
  for (const node of nodes) for (const child of childrenOf(node, tag)) type = stronger(type, child.type);
  if (path.length === 0) return stronger(type, extra().get(`${sopClassUid}\t${tag}`));
  // Modules without an attribute table leave gaps; what the standard says of this parent elsewhere holds there as well.
  return type ?? nestedType(path[path.length - 1] ?? 0, tag);
}

/** True if some module of PS3.3 puts `tag` directly into items of `sequence`; `undefined` if the sequence is in no module. */
export function sequenceHolds(sequence: number, tag: number): boolean | undefined {
  const nodes = includesOf(sequence >>> 0);
  if (nodes.length === 0) return undefined;
  return nodes.some(node => childrenOf(node, tag >>> 0).length > 0);
}
