import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(__dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { vscode: string; node: string };
};
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { license?: string; dev?: boolean; optional?: boolean; resolved?: string }>;
};
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
const [productPart = '', buildPart = ''] = page.split('## For building and testing');

const PERMISSIVE = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)$/;

describe('dependencies', () => {
  it('are each listed with what they are for', () => {
    const rows = (part: string): string[] =>
      [...part.matchAll(/^\| ([^|]+) \|/gm)]
        .flatMap(m => m[1]!.trim().split(', '))
        .filter(n => n !== 'package' && !n.startsWith('---'));
    expect(rows(productPart).sort()).toEqual(Object.keys(manifest.dependencies).sort());
    expect(rows(buildPart).sort()).toEqual(Object.keys(manifest.devDependencies).sort());
  });

  it('have the licence the list states', () => {
    for (const name of Object.keys(manifest.dependencies)) {
      const row = productPart.split('\n').find(line => line.startsWith(`| ${name} |`));
      const path = join(root, 'node_modules', name, 'package.json');
      const licence = (JSON.parse(readFileSync(path, 'utf8')) as { license?: string }).license;
      expect(row, name).toContain(`| ${licence} |`);
    }
  });

  it('of the product, all the way down, have permissive licences', () => {
    const bad: string[] = [];
    for (const [path, entry] of Object.entries(lock.packages)) {
      if (path === '' || entry.dev) continue;
      let licence: unknown = entry.license;
      const own = join(root, path, 'package.json');
      if (licence === undefined && existsSync(own))
        licence = (JSON.parse(readFileSync(own, 'utf8')) as { license?: unknown }).license;
      const options = String(licence)
        .replace(/[()]/g, '')
        .split(/ OR | AND /);
      if (!options.some(option => PERMISSIVE.test(option))) bad.push(`${path}: ${String(licence)}`);
    }
    expect(bad).toEqual([]);
  });

  it('state the oldest VS Code and Node that the types allow', () => {
    const { engines, devDependencies } = manifest;
    expect(engines.vscode).toBe(`^${devDependencies['@types/vscode']}`);
    expect(devDependencies['@types/node']?.split('.')[0]).toBe(engines.node.replace('>=', ''));
  });

  it('are pinned to exact versions, and the lock file names no download address', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(Object.values(lock.packages).filter(p => p.resolved !== undefined)).toEqual([]);
  });
});
