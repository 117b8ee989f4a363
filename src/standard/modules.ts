import type { AttributeType } from './codes';
import { packed } from './tables/modules';
import { lazy, unpackText } from './unpack';

/** A module or macro of PS3.3, or an attribute in one; `children` are what its items (or the module) hold. */
export interface ModuleNode {
  readonly tag: number;
  readonly type: AttributeType | undefined;
  readonly children: ModuleNode[];
  /** Macros included here. */
  readonly macros: string[];
}

/** A line with the name of each module (`=`) and macro (`@`), then its attributes; every line begins with a line end. */
const text = lazy(() => `\n${unpackText(packed)}\n`);

const roots = new Map<string, ModuleNode | undefined>();

/** The module (`=`) or macro (`@`) of that name. A file needs a few dozen of them, so each is read when it is asked for. */
function rootNode(name: string): ModuleNode | undefined {
  if (roots.has(name)) return roots.get(name);
  const at = text().indexOf(`\n${name}\n`);
  const root = at < 0 ? undefined : parseRoot(text(), at + name.length + 2);
  roots.set(name, root);
  return root;
}

function parseRoot(text: string, start: number): ModuleNode {
  const root: ModuleNode = { tag: 0, type: undefined, children: [], macros: [] };
  const stack: ModuleNode[] = [root];
  for (let at = start; at < text.length && text[at] !== '=' && text[at] !== '@';) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end);
    at = end + 1;
    const depth = line.charCodeAt(0) - 0x30;
    const parent = place(stack, depth);
    if (line[1] === '@') {
      parent.macros.push(line.slice(2));
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
    stack.length = depth + 1;
    stack.push(node);
  }
  return root;
}

/** Every place where a sequence stands, by tag. */
const sequences = lazy((): ReadonlyMap<number, readonly ModuleNode[]> => {
  const found = new Map<number, ModuleNode[]>();
  const visit = (node: ModuleNode): void => {
    for (const child of node.children) {
      if (child.children.length > 0 || child.macros.length > 0) {
        const list = found.get(child.tag);
        if (list) list.push(child);
        else found.set(child.tag, [child]);
      }
      visit(child);
    }
  };
  for (const name of text().match(/^[=@].*$/gm) ?? []) visit(rootNode(name)!);
  return found;
});

function place(stack: readonly ModuleNode[], depth: number): ModuleNode {
  const parent = stack[depth];
  if (!parent) throw new RangeError('The generated table of modules is damaged; run `npm run standard`.');
  return parent;
}

/** The module of that name. */
export function moduleNode(name: string): ModuleNode | undefined {
  return rootNode(`=${name}`);
}

/** Every place in PS3.3 where this sequence has contents. */
export function includesOf(sequence: number): readonly ModuleNode[] {
  return sequences().get(sequence) ?? [];
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
    const macro = rootNode(`@${name}`);
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
      const macro = rootNode(`@${name}`);
      if (macro) visit(macro);
    }
  };
  visit(node);
  return found;
}
