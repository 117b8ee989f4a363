import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/profile/diagnostic';
import { analyze } from '../../../../src/profile/language/analysis';
import { definitions, references } from '../../../../src/profile/language/references';
import { renameEdits, renameTarget } from '../../../../src/profile/language/rename';
import type { ProfileLoader } from '../../../../src/profile/resolve';
import { atMark, HEAD } from './cursorMark';

const FILES: Readonly<Record<string, string>> = {
  'base.deid.yaml': `${HEAD}rules:\n  - { tag: StudyID, action: keep }\n  - { tag: RequestAttributesSequence/StudyID, action: remove }\n`,
  'words.txt': 'alpha\n',
};
const loader: ProfileLoader = reference => {
  const text = FILES[reference];
  return text === undefined ? undefined : { id: reference, text };
};
const open = (marked: string) => {
  const { text, offset } = atMark(HEAD + marked);
  return { analysis: analyze(text, 'own.deid.yaml', loader), offset, text };
};
const shown = (places: readonly { profile: string; range: { start: number; end: number } }[], own: string) =>
  places.map(p => `${p.profile}: ${(FILES[p.profile] ?? own).slice(p.range.start, p.range.end)}`);

describe('definition', () => {
  it.each<[string, string[]]>([
    ['extends: base|.deid.yaml\n', ['base.deid.yaml: ']],
    ['extends: builtin:t|cia\n', ['builtin:tcia: ']],
    ['extends: missing|.deid.yaml\n', []],
    ['text:\n  keep: [{ file: wor|ds.txt }]\n', ['words.txt: ']],
    ['extends: base.deid.yaml\nrules:\n  - { tag: Stu|dyID, action: remove }\n', ['base.deid.yaml: StudyID']],
    ['extends: base.deid.yaml\nrules:\n  - { tag: "(0020,|0010)", action: remove }\n', ['base.deid.yaml: StudyID']],
    ['rules:\n  - { tag: Stu|dyID, action: remove }\n', []],
  ])('of %j', (marked, wanted) => {
    const { analysis, offset, text } = open(marked);
    expect(shown(definitions(analysis, offset), text)).toEqual(wanted);
  });
});

describe('references', () => {
  it('find an attribute however it is spelt, in paths and conditions, over extends', () => {
    const { analysis, offset, text } = open(
      'extends: base.deid.yaml\nrules:\n  - { tag: Stu|dyID, action: remove }\n  - { tag: "(0020,0010)", when: { StudyID: X }, action: keep }\n',
    );
    expect(shown(references(analysis, offset), text).sort()).toEqual([
      'base.deid.yaml: StudyID',
      'base.deid.yaml: StudyID',
      'own.deid.yaml: (0020,0010)',
      'own.deid.yaml: StudyID',
      'own.deid.yaml: StudyID',
    ]);
  });

  it('find who extends the same profile', () => {
    const { analysis, offset } = open('extends: base|.deid.yaml\n');
    const others = [
      { id: 'a', text: 'extends: base.deid.yaml\n' },
      { id: 'b', text: 'extends: builtin:tcia\n' },
    ];
    expect(references(analysis, offset, others).map(p => p.profile)).toEqual(['own.deid.yaml', 'a']);
  });
});

describe('rename', () => {
  const renamed = (marked: string, name: string) => {
    const { analysis, offset, text } = open(marked);
    return applyEdits(text, renameEdits(analysis, offset, name)).slice(HEAD.length);
  };
  it.each<[string, string, string]>([
    [
      'rules:\n  - { tag: Stu|dyID, action: keep }\n  - { tag: "(0020,0010)", when: { StudyID: X }, action: remove }\n',
      'SeriesNumber',
      'rules:\n  - { tag: SeriesNumber, action: keep }\n  - { tag: "SeriesNumber", when: { SeriesNumber: X }, action: remove }\n',
    ],
    [
      'rules:\n  - { tag: Stu|dyID, action: keep }\n',
      '(0020,0010)',
      'rules:\n  - { tag: "(0020,0010)", action: keep }\n',
    ],
    [
      'rules:\n  - { tag: RequestAttributesSequence/Stu|dyID, action: keep }\n',
      '(0020,0010)',
      'rules:\n  - { tag: "RequestAttributesSequence/(0020,0010)", action: keep }\n',
    ],
    [
      'rules:\n  - tag: "(0029,10|10)"\n    action: keep\n',
      '(0029,"CREATOR",10)',
      `rules:\n  - tag: '(0029,"CREATOR",10)'\n    action: keep\n`,
    ],
    [
      'extends: [base|.deid.yaml, builtin:tcia]\n',
      'common/base.deid.yaml',
      'extends: [common/base.deid.yaml, builtin:tcia]\n',
    ],
    ['text:\n  keep: [{ file: wor|ds.txt }]\n', 'terms.txt', 'text:\n  keep: [{ file: terms.txt }]\n'],
  ])('of %j to %s', (marked, name, wanted) => {
    expect(renamed(marked, name)).toBe(wanted);
  });

  it('refuses what cannot stand there and says why', () => {
    expect(() => renamed('rules:\n  - { tag: Stu|dyID, action: keep }\n', 'StudyIdd')).toThrow(/Did you mean StudyID/);
    expect(() => renamed('rules:\n  - { tag: Stu|dyID, action: keep }\n', '(60xx,3000)')).toThrow('one attribute');
    expect(() => renamed('na|me: x\n', 'y')).toThrow('Only an attribute');
  });

  it('knows what can be renamed', () => {
    const { analysis, offset } = open('rules:\n  - { tag: "Stu|dyID", action: keep }\n');
    expect(renameTarget(analysis, offset)).toMatchObject({ text: 'StudyID', kind: 'attribute' });
    const other = open('rules:\n  - { tag: StudyID, action: ke|ep }\n');
    expect(renameTarget(other.analysis, other.offset)).toBeUndefined();
  });
});
