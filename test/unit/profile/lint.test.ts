import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILTIN_PROFILES, builtinText } from '../../../src/profile/builtins';
import { documentationAnchor } from '../../../src/profile/diagnostic';
import { lint, lintReport } from '../../../src/profile/lint';
import { readProfile } from '../../../src/profile/read';
import { LINT_RULES, lintRule } from '../../../src/profile/rules/registry';

const HEAD = 'deid: 1\nname: Test\nstandard: 2026c\nunlisted: { text: clean }\n';
const codes = (text: string, context = {}) => lint(readProfile(text, 't'), context).map(d => d.code);

describe('the linter', () => {
  it('has 73 diagnostics and one for what is no profile', () => {
    expect(LINT_RULES.map(r => r.code)).toEqual(
      Array.from({ length: 74 }, (_, i) => `DEID${String(i).padStart(3, '0')}`),
    );
    expect(lintRule('DEID050')?.severity).toBe('warning');
    expect(documentationAnchor('DEID050')).toBe('schemas/diagnostics.md#deid050');
  });

  it('explains every diagnostic on one page (node scripts/standard/diagnostics.mjs)', () => {
    const page = readFileSync('schemas/diagnostics.md', 'utf8');
    for (const rule of LINT_RULES) expect(page).toContain(`## ${rule.code}\n\n**${rule.title}** (${rule.severity}). `);
  });

  it.each(BUILTIN_PROFILES)('finds nothing in %s', name => {
    expect(lint(readProfile(builtinText(name) ?? '', name))).toEqual([]);
  });

  it('takes severities from outside, and off', () => {
    const text = `${HEAD}rules: [{ tag: StudyDescription, action: keep }]\n`;
    expect(codes(text)).toContain('DEID050');
    expect(codes(text, { severities: { DEID050: 'off' } })).not.toContain('DEID050');
    const [found] = lint(readProfile(text, 't'), { severities: { DEID050: 'error' } }).filter(
      d => d.code === 'DEID050',
    );
    expect(found?.severity).toBe('error');
  });

  it('is silenced by a comment on the line, above it, or for the file', () => {
    const rule = '  - { tag: StudyDescription, action: keep }';
    const silent = (text: string) => !codes(HEAD + text).includes('DEID050');
    expect(silent(`rules:\n${rule}\n`)).toBe(false);
    expect(silent(`rules:\n${rule} # deid-ignore DEID050 why\n`)).toBe(true);
    expect(silent(`rules:\n  # deid-ignore DEID049, DEID050 why\n\n${rule}\n`)).toBe(true);
    expect(silent(`# deid-ignore-file DEID050 why\nrules:\n${rule}\n`)).toBe(true);
    expect(silent(`rules:\n${rule} # deid-ignore DEID051 why\n`)).toBe(false);
    expect(silent(`rules:\n  # deid-ignore DEID050\n  - { tag: StudyID, action: keep }\n${rule}\n`)).toBe(false);
  });

  it('says which rules need a sample', () => {
    const { undecided } = lintReport(readProfile(HEAD, 't'));
    expect(undecided.map(u => u.code)).toContain('DEID060');
  });

  it('orders what it finds by place', () => {
    const starts = lint(
      readProfile('deid: 1\nrules: [{ tag: X, action: y }, { tag: StudyID, action: age }]\n', 't'),
    ).map(d => d.range.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'deid|: |1\n|name|rules:\n|  - |tag: |PatientName|action: |keep\n|{ |} |[ |] |when: |/(/|"|\'|options: |text:\n|  keep: |pixels:\n|  regions:\n|blank: |[[0,0,1]]|private: |extends: |builtin:keep-all\n|# deid-ignore DEID000\n|base: none\n|&a |*a |? |dates: |shift: '.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), pieces => {
        const text = pieces.join('');
        for (const d of lint(readProfile(text, 't'))) {
          expect(d.range.start).toBeLessThanOrEqual(d.range.end);
          expect(d.range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
