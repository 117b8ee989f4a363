import type { AttributeType } from './codes';
import { packed } from './tables/modules';
import { lazy, unpackLines } from './unpack';

/** A module or macro of PS3.3, or an attribute in one; `children` are what its items (or the module) hold. */
export interface ModuleNode {
  readonly tag: number;
  readonly type: AttributeType | undefined;
  readonly children: ModuleNode[];
  /** Macros included here. */
  readonly macros: string[];
}

interface Modules {
  readonly modules: ReadonlyMap<string, ModuleNode>;
  readonly macros: ReadonlyMap<string, ModuleNode>;
  /** Every place where a sequence stands, by tag. */
  readonly sequences: ReadonlyMap<number, readonly ModuleNode[]>;
}

const loaded = lazy((): Modules => {
  const modules = new Map<string, ModuleNode>();
  const macros = new Map<string, ModuleNode>();
  const sequences = new Map<number, ModuleNode[]>();
  let stack: ModuleNode[] = [];
  for (const line of unpackLines(packed)) {
    const head = line[0];
    if (head === '=' || head === '@') {
      const root: ModuleNode = { tag: 0, type: undefined, children: [], macros: [] };
      (head === '=' ? modules : macros).set(line.slice(1), root);
      stack = [root];
      continue;
    }
    const depth = Number(head);
    const parent = place(stack, depth);
    if (line[1] === '@') {
      parent.macros.push(line.slice(2));
      if (depth > 0) noteSequence(sequences, parent);
      continue;
    }
    const type = line.slice(9);
    const node: ModuleNode = {
      tag: parseInt(line.slice(1, 9), 16),
      type: type ? (type as AttributeType) : undefined,
      children: [],
      macros: [],
    };
    parent.children.push(node);
    if (depth > 0) noteSequence(sequences, parent);
    stack = [...stack.slice(0, depth + 1), node];
  }
  return { modules, macros, sequences };
});

function place(stack: readonly ModuleNode[], depth: number): ModuleNode {
  const parent = stack[depth];
  if (!parent) throw new RangeError('The generated table of modules is damaged; run `npm run standard`.');
  return parent;
}

function noteSequence(sequences: Map<number, ModuleNode[]>, node: ModuleNode): void {
  const list = sequences.get(node.tag);
  if (!list) sequences.set(node.tag, [node]);
  else if (list[list.length - 1] !== node) list.push(node);
}

/** The module of that name. */
export function moduleNode(name: string): ModuleNode | undefined {
  return loaded().modules.get(name);
}

/** Every place in PS3.3 where this sequence has contents. */
export function includesOf(sequence: number): readonly ModuleNode[] {
  return loaded().sequences.get(sequence) ?? [];
}

/** Attributes `tag` directly below a node, those of included macros too. */
export function childrenOf(node: ModuleNode, tag: number): ModuleNode[] {
  const found: ModuleNode[] = [];
  collect(node, tag, found, new Set());
  return found;
}

function collect(node: ModuleNode, tag: number, found: ModuleNode[], seen: Set<string>): void {
  for (const child of node.children) if (child.tag === tag) found.push(child);
  for (const name of node.macros) {
    if (seen.has(name)) continue;
    seen.add(name);
    const macro = loaded().macros.get(name);
    if (macro) collect(macro, tag, found, seen);
  }
}

/** Every attribute directly below a node, those of included macros too. */
export function attributesOf(node: ModuleNode): ModuleNode[] {
  const found: ModuleNode[] = [];
  const seen = new Set<string>();
  const visit = (n: ModuleNode): void => {
    found.push(...n.children);
    for (const name of n.macros) {
      if (seen.has(name)) continue;
      seen.add(name);
      const macro = loaded().macros.get(name);
      if (macro) visit(macro);
    }
  };
  visit(node);
  return found;
}
