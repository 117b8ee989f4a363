import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NODE_ROOMS, ROOMS } from '../../../scripts/rooms.mjs';

const root = join(__dirname, '../../..');
const rooms = ROOMS as Readonly<Record<string, readonly string[]>>;

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const roomOf = (file: string): string | undefined => Object.keys(rooms).find(room => file.startsWith(`${room}/`));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every import of the product, with relative ones resolved to a path from the root. */
const files = [...sourceFiles('src'), ...sourceFiles('webview-ui')];
const known = new Set(files);
const imports: Import[] = files.flatMap(from => {
  const text = readFileSync(join(root, from), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
    ),
  ];
  return found.map(match => {
    const specifier = match[3] ?? match[4] ?? '';
    const target = specifier.startsWith('.')
      ? relative(root, normalize(join(root, dirname(from), specifier)))
      : specifier;
    const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}.node.ts`];
    return { from, to: candidates.find(c => known.has(c)) ?? target, typeOnly: match[2] !== undefined };
  });
});

describe('the house plan', () => {
  it('has imports to look at', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(20);
  });

  it('lets imports point only where the plan draws an arrow', () => {
    const forbidden = imports.filter(({ from, to }) => {
      const a = roomOf(from);
      const b = roomOf(to);
      return a !== undefined && b !== undefined && a !== b && !rooms[a]?.includes(b);
    });
    expect(forbidden.map(i => `${i.from} -> ${i.to}`)).toEqual([]);
  });

  it('lets only src/extension import vscode', () => {
    expect(imports.filter(i => i.to === 'vscode' && !i.from.startsWith('src/extension/')).map(i => i.from)).toEqual([]);
  });

  it("keeps Node's modules in jobs, cli, extension and *.node.ts", () => {
    const allowed = (file: string): boolean =>
      file.endsWith('.node.ts') || NODE_ROOMS.some((room: string) => file.startsWith(`${room}/`));
    expect(imports.filter(i => i.to.startsWith('node:') && !allowed(i.from)).map(i => `${i.from} -> ${i.to}`)).toEqual(
      [],
    );
  });

  it('has no import cycle', () => {
    const edges = new Map<string, string[]>();
    for (const i of imports)
      if (!i.typeOnly && known.has(i.to)) edges.set(i.from, [...(edges.get(i.from) ?? []), i.to]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
