import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandReference } from '../../../scripts/docs/commandReference.mjs';
import { manifestReference } from '../../../scripts/docs/manifestReference.mjs';
import { withGenerated } from '../../../scripts/docs/markdown.mjs';
import { productPackages } from '../../../scripts/docs/notice.mjs';
import { profileReference } from '../../../scripts/docs/profileReference.mjs';
import { COMMANDS } from '../../../src/cli/commandTable';
import { lintReport } from '../../../src/profile/lint';
import { readProfile } from '../../../src/profile/read';
import * as language from '../../../src/profile/shape';

const root = join(__dirname, '../../..');
const page = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Text without blocks and stretches of code: brackets in there are no links. */
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');

/** What the linter calls an error in a profile. */
function errorsOf(profile: string): string[] {
  const { diagnostics } = lintReport(readProfile(profile, 'example.deid.yaml'), {});
  return diagnostics.filter(d => d.severity === 'error').map(d => `${d.code} ${d.message}`);
}
const docs = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'));

describe('generated reference pages are current (else: npm run docs)', () => {
  it('docs/profile-language.md, from the description of the language', () => {
    const text = page('docs/profile-language.md');
    expect(text).toBe(withGenerated(text, profileReference(language)));
  });

  it('docs/commands.md, from the definitions of the commands', async () => {
    const commands: Command[] = [];
    for (const name of Object.keys(COMMANDS).sort()) commands.push(await COMMANDS[name]!());
    const text = page('docs/commands.md');
    expect(text).toBe(withGenerated(text, commandReference(commands)));
  });

  it('docs/settings-and-commands.md, from package.json', () => {
    const { contributes } = JSON.parse(page('package.json')) as { contributes: unknown };
    const text = page('docs/settings-and-commands.md');
    expect(text).toBe(withGenerated(text, manifestReference(contributes)));
  });
});

describe('NOTICE', () => {
  it('names every package that is in the product', () => {
    const named = new Set([...page('NOTICE').matchAll(/^=+\n(.+)\n=+$/gm)].flatMap(m => m[1]!.split(', ')));
    const lock = JSON.parse(page('package-lock.json')) as unknown;
    expect(productPackages(lock).filter(name => !named.has(name))).toEqual([]);
  });

  it('keeps the permission of the word list', () => {
    expect(page('NOTICE')).toContain('Permission to use, copy, modify, distribute and sell these word');
  });
});

describe('the documentation', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs.map(name => `docs/${name}`)];

  it('links only to files that are there', () => {
    const dead = pages.flatMap(name =>
      [...withoutCode(page(name)).matchAll(/\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(match => match[1]!)
        .filter(target => !existsSync(join(root, dirname(name), target)))
        .map(target => `${name}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('names only commands and options that exist', async () => {
    const unknown: string[] = [];
    for (const name of pages) {
      for (const [line] of page(name).matchAll(/^deidbench [a-z]+.*$/gm)) {
        const [, commandName = ''] = line.split(/\s+/);
        const command = Object.hasOwn(COMMANDS, commandName) ? await COMMANDS[commandName]!() : undefined;
        const known = new Set(command?.options.flatMap(o => [o.long, o.short]) ?? []);
        const used = line
          .replace(/\s#.*$/, '')
          .split(/\s+/)
          .filter(word => /^--?[a-z]/.test(word) && word !== '--help');
        if (!command || used.some(option => !known.has(option))) unknown.push(`${name}: ${line}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it('shows profiles that the linter finds no error in', () => {
    const wrong = pages.flatMap(name =>
      [...page(name).matchAll(/```yaml\n(deid: 1\n[\s\S]*?)```/g)].flatMap(match =>
        errorsOf(match[1]!).map(message => `${name}: ${message}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
