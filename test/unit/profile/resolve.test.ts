import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/profile/read';
import { resolveProfile, type ProfileLoader } from '../../../src/profile/resolve';
import { BUILTIN_PROFILES } from '../../../src/profile/builtins';

const files =
  (texts: Record<string, string>): ProfileLoader =>
  reference =>
    Object.hasOwn(texts, reference) ? { id: reference, text: texts[reference] ?? '' } : undefined;
const resolve = (text: string, others: Record<string, string> = {}) =>
  resolveProfile(readProfile(text, 'main'), files(others));
const head = 'deid: 1\nname: n\n';

describe('resolving a profile', () => {
  it('merges what it extends: rules above its own, settings overridden, options added', () => {
    const { profile, diagnostics, documents } = resolve(
      `${head}extends: [a, b]\noptions: [CleanPixelData]\nages: { capAt: 80 }\nrules:\n  - { tag: PatientSex, action: keep }\n`,
      {
        a: `${head}options: [CleanDescriptors]\nages: { capAt: 85 }\nrules:\n  - { tag: StudyID, action: remove }\n`,
        b: `${head}extends: a\nuids: { root: 1.2.3 }\n`,
      },
    );
    expect(diagnostics).toEqual([]);
    expect(documents.map(d => d.id)).toEqual(['a', 'b', 'main']);
    expect([...profile.options]).toEqual(['CleanDescriptors', 'CleanPixelData']);
    expect(profile.rules.map(r => r.origin.profile)).toEqual(['a', 'main']);
    expect(profile.ages.capAt).toBe(80);
    expect(profile.uids.root).toBe('1.2.3');
  });

  it('reports cycles and files that are not there', () => {
    const { diagnostics } = resolve(`${head}extends: [a, missing]\n`, { a: `${head}extends: main\n`, main: head });
    expect(diagnostics.map(d => [d.profile, d.severity])).toEqual([
      ['a', 'error'],
      ['main', 'error'],
    ]);
  });

  it('lets full and modified dates displace each other, and refuses both in one file', () => {
    const base = { a: `${head}options: [RetainLongitudinalModifiedDates]\n` };
    const child = resolve(`${head}extends: a\noptions: [RetainLongitudinalFullDates]\n`, base);
    expect([...child.profile.options]).toEqual(['RetainLongitudinalFullDates']);
    const both = resolve(`${head}options: [RetainLongitudinalFullDates, RetainLongitudinalModifiedDates]\n`);
    expect(both.diagnostics.map(d => d.code)).toEqual(['DEID014']);
    expect([...both.profile.options]).toEqual(['RetainLongitudinalModifiedDates']);
  });

  it('has a hash that layout, comments and reasons do not change, and every setting does', () => {
    const hash = (text: string) => resolve(text).profile.hash;
    const plain = hash(`${head}rules:\n  - { tag: StudyID, action: keep }\n`);
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(`# c\n${head}\n\nrules:\n  - tag: "(0020,0010)"\n    action: keep\n    reason: why\n`)).toBe(plain);
    expect(hash(`${head}rules:\n  - { tag: StudyID, action: remove }\n`)).not.toBe(plain);
    expect(hash(`${head}ages: { capAt: 90 }\nrules:\n  - { tag: StudyID, action: keep }\n`)).not.toBe(plain);
  });

  it('reads word lists and tables of Patient IDs', () => {
    const { profile, diagnostics } = resolve(
      `${head}text: { keep: [T2W, { file: w.txt }] }\npatient: { id: { file: ids.csv, missing: pseudonym } }\n`,
      { 'w.txt': '# words\nFLAIR\n\nSiemens Healthineers\n', 'ids.csv': 'id_old,id_new\nA,1\nB,2\nA,3\n' },
    );
    expect(diagnostics).toEqual([]);
    expect(profile.text.keep).toEqual(['T2W', 'FLAIR', 'Siemens Healthineers']);
    expect(profile.patient.table?.ids.get('A')).toBe('1');
    expect(profile.patient.table?.missing).toBe('pseudonym');
  });

  it('says so when a word list or a table is not there', () => {
    const { diagnostics } = resolve(`${head}text: { keep: [{ file: w.txt }] }\npatient: { id: { file: bad.csv } }\n`, {
      'bad.csv': 'old;new\n',
    });
    expect(diagnostics).toHaveLength(2);
  });

  it('gives a profile even where the text is broken, with errors', () => {
    const { profile, diagnostics } = resolve('deid: 1\nname: [unclosed\nrules:\n  - { tag: Foo, action: kep }\n');
    expect(diagnostics.some(d => d.severity === 'error')).toBe(true);
    expect(profile.base).toBe('ps3.15');
  });

  it.each(BUILTIN_PROFILES)('%s resolves without a diagnostic', name => {
    expect(resolveProfile(name).diagnostics).toEqual([]);
  });
});
