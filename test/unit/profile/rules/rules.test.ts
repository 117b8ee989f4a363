import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/profile/diagnostic';
import { lint } from '../../../../src/profile/lint';
import { readProfile } from '../../../../src/profile/read';
import { LINT_RULES } from '../../../../src/profile/rules/registry';
import { HEAD, type RuleCase, type RuleCases } from './ruleCases';

const folder = join(process.cwd(), 'test/unit/profile/rules');
const files = readdirSync(folder).filter(f => f.endsWith('.cases.ts'));
const tables = await Promise.all(
  files.map(async file => {
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as { cases: RuleCases };
    return [file.slice(0, 7).toUpperCase(), module.cases] as const;
  }),
);

const asCase = (c: string | RuleCase): RuleCase => (typeof c === 'string' ? { profile: c } : c);
const textOf = (c: RuleCase) => (c.whole ? c.profile : HEAD + c.profile);

function found(code: string, c: RuleCase) {
  return lint(readProfile(textOf(c), 'test'), c.context).filter(d => d.code === code);
}

it('every diagnostic has a table', () => {
  expect(tables.map(([code]) => code).sort()).toEqual(LINT_RULES.map(r => r.code));
});

describe.each(tables)('%s', (code, cases) => {
  it.each(cases.triggers.map(asCase))('is found in $profile', c => {
    const diagnostics = found(code, c);
    expect(diagnostics.length).toBeGreaterThan(0);
    const text = textOf(c);
    for (const d of diagnostics) {
      expect(d.range.start).toBeGreaterThanOrEqual(0);
      expect(d.range.end).toBeLessThanOrEqual(text.length);
      expect(d.message).toMatch(/[.?]$/);
      for (const fix of d.fixes ?? []) expect(applyEdits(text, fix.edits)).not.toBe(text);
    }
    if (c.fixed !== undefined) {
      const fix = diagnostics.flatMap(d => d.fixes ?? [])[0];
      expect(applyEdits(text, fix?.edits ?? [])).toBe(c.whole ? c.fixed : HEAD + c.fixed);
    }
  });

  it.each(cases.nearMisses.map(asCase))('is not found in $profile', c => {
    expect(found(code, c)).toEqual([]);
  });

  it('is silenced for the file by a comment', () => {
    for (const c of cases.triggers.map(asCase)) {
      const text = `# deid-ignore-file ${code} looked at\n${textOf(c)}`;
      expect(found(code, { ...c, profile: text, whole: true })).toEqual([]);
    }
  });

  it('disappears with its first quick fix', () => {
    for (const c of cases.triggers.map(asCase)) {
      const text = textOf(c);
      const before = found(code, c);
      const fix = before[0]?.fixes?.find(f => f.preferred);
      if (!fix) continue;
      const after = applyEdits(text, fix.edits);
      expect(found(code, { ...c, profile: after, whole: true }).length).toBeLessThan(before.length);
    }
  });
});
