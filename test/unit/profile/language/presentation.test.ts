import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/profile/diagnostic';
import { formatProfile } from '../../../../src/profile/format';
import { codeLenses } from '../../../../src/profile/language/codeLens';
import { foldingRanges } from '../../../../src/profile/language/folding';
import { formattingEdits } from '../../../../src/profile/language/formatting';
import { inlayHints } from '../../../../src/profile/language/inlayHints';
import { outline, type OutlineItem } from '../../../../src/profile/language/outline';
import { quickFixes } from '../../../../src/profile/language/quickFixes';
import { semanticTokens } from '../../../../src/profile/language/semanticTokens';
import { lint } from '../../../../src/profile/lint';
import { readProfile } from '../../../../src/profile/read';
import type { SampleSummary } from '../../../../src/profile/sample';
import { atMark, HEAD } from './cursorMark';

const read = (text: string) => readProfile(text, 'own.deid.yaml');

describe('quick fixes', () => {
  const offered = (marked: string) => {
    const { text, offset } = atMark(HEAD + marked);
    return { text, fixes: quickFixes(text, lint(read(text)), { start: offset, end: offset }) };
  };
  const apply = (marked: string, title: string) => {
    const { text, fixes } = offered(marked);
    const fix = fixes.find(f => f.title === title);
    if (!fix) throw new Error(`${title} is not offered, but ${fixes.map(f => f.title).join('; ')}`);
    return applyEdits(text, fix.edits).slice(HEAD.length);
  };

  it('repair a misspelt attribute', () => {
    expect(apply('rules:\n  - { tag: PatientNam|, action: remove }\n', 'Change to PatientName')).toBe(
      'rules:\n  - { tag: PatientName, action: remove }\n',
    );
  });

  it('silence a diagnostic behind the line, beside other codes, or above a comment', () => {
    const rule = '  - { tag: StudyDescription, action: ke|ep }';
    expect(apply(`rules:\n${rule}\n`, 'Ignore DEID050 on this line')).toContain('keep } # deid-ignore DEID050\n');
    expect(apply(`rules:\n${rule} # deid-ignore DEID006 old\n`, 'Ignore DEID050 on this line')).toContain(
      'keep } # deid-ignore DEID006 DEID050 old\n',
    );
    expect(apply(`rules:\n${rule} # checked\n`, 'Ignore DEID050 on this line')).toContain(
      'rules:\n  # deid-ignore DEID050\n  - { tag: StudyDescription, action: keep } # checked\n',
    );
  });

  it('really silence it', () => {
    const { text, fixes } = offered('rules:\n  - { tag: StudyDescription, action: ke|ep }\n');
    const fix = fixes.find(f => f.title === 'Ignore DEID050 on this line');
    expect(lint(read(applyEdits(text, fix?.edits ?? []))).map(d => d.code)).not.toContain('DEID050');
  });

  it('are those of the place only', () => {
    expect(offered('nam|: x\nrules:\n  - { tag: PatientNam, action: remove }\n').fixes.map(f => f.title)).not.toContain(
      'Change to PatientName',
    );
  });
});

describe('the outline', () => {
  const names = (items: readonly OutlineItem[]): unknown[] =>
    items.map(i => (i.children.length > 0 ? [i.name, ...names(i.children)] : `${i.name} ${i.detail}`.trim()));

  it('has sections, settings, options and rules', () => {
    const text = `${HEAD}options: [CleanDescriptors]\ndates:\n  shift: { scope: patient, days: [-9, -1] }\nrules:\n  - { tag: "(0020,0010)", action: keep }\n  - { tag: nonsense, action: Z }\npixels:\n  regions:\n    - when: { Modality: US }\n      blank: [[0, 0, 1, 1]]\n`;
    expect(names(outline(read(text)))).toEqual([
      'deid 1',
      'name Test',
      'standard 2026c',
      ['options', 'CleanDescriptors'],
      ['dates', 'shift { scope: patient, days: [-9, -1] }'],
      ['rules', 'StudyID keep', 'nonsense Z'],
      ['pixels', ['regions', 'US 1']],
    ]);
  });

  it('selects inside its ranges', () => {
    const walk = (items: readonly OutlineItem[]): void => {
      for (const item of items) {
        expect(item.selection.start).toBeGreaterThanOrEqual(item.range.start);
        expect(item.selection.end).toBeLessThanOrEqual(item.range.end);
        walk(item.children);
      }
    };
    walk(outline(read(`${HEAD}rules:\n  - tag: StudyID\n    action: keep\n  - {}\n  -\n`)));
  });
});

it('folds blocks and runs of comments', () => {
  const text = '# a\n# b\ndeid: 1\nrules:\n  - tag: X\n    action: keep\n\n  - { tag: Y }\nprivate:\n  default: keep\n';
  expect(foldingRanges(text)).toEqual([
    { start: 0, end: 1, kind: 'comment' },
    { start: 3, end: 7, kind: 'region' },
    { start: 4, end: 5, kind: 'region' },
    { start: 8, end: 9, kind: 'region' },
  ]);
});

describe('formatting', () => {
  it.each([
    `deid:   1\nname: a\n\n\n\nrules:\n- {tag: X,action: keep}\n# end\n`,
    'deid: 1\nname: [\n  x   \n',
    '',
    'deid: 1\r\nname:   x\r\n',
  ])('gives the normal layout by edits: %j', text => {
    expect(applyEdits(text, formattingEdits(text))).toBe(formatProfile(text));
  });

  it('leaves lines alone that are right', () => {
    const text = `${HEAD}rules:\n  - {tag: StudyID, action: keep }\n`;
    expect(formattingEdits(text)).toHaveLength(1);
    expect(formattingEdits(text)[0]?.range.start).toBe(`${HEAD}rules:\n`.length);
    expect(formattingEdits(HEAD)).toEqual([]);
  });
});

describe('semantic tokens', () => {
  it('name what the grammar cannot know, in order and without overlap', () => {
    const text = `${HEAD}extends: builtin:tcia\noptions: [RetainUIDs, Wrong]\npatient: { id: "P-{hash:8}" }\nrules:\n  - { tag: RequestAttributesSequence/StudyID, when: { Modality: US }, action: keep }\n  - { tag: "(0008,0040)", action: nothing }\n  - { vr: PN, action: X }\n  - { tag: StudyID, action: pattern, match: "a+" }\n`;
    const tokens = semanticTokens(read(text)).map(t =>
      [text.slice(t.range.start, t.range.end), t.type, ...t.modifiers].join(' '),
    );
    expect(tokens).toEqual([
      'builtin:tcia namespace defaultLibrary',
      'RetainUIDs enumMember',
      '{hash:8} variable',
      'RequestAttributesSequence property',
      'StudyID property',
      'Modality property',
      'keep keyword',
      '(0008,0040) property deprecated',
      'PN type',
      'X keyword',
      'StudyID property',
      'pattern keyword',
      'a+ regexp',
    ]);
  });
});

describe('inlay hints', () => {
  it('stand beside bare numbers', () => {
    const text = `${HEAD}rules:\n  - { tag: "(0018,1000)", action: keep }\n  - { tag: StudyID, action: keep }\n  - { tag: "(60xx,3000)", action: remove }\n  - { tag: '(0019,"GEMS_ACQU_01",23)', action: keep }\n  - { tag: "(0018,9999)", action: remove }\n`;
    const hints = inlayHints(read(text), { start: 0, end: text.length });
    expect(hints.map(h => h.label)).toEqual(['DeviceSerialNumber', 'OverlayData', 'Table Speed [mm/rotation]']);
    expect(text.slice(0, hints[0]?.offset)).toMatch(/"\(0018,1000\)"$/);
    expect(inlayHints(read(text), { start: 0, end: 10 })).toEqual([]);
  });
});

describe('code lenses', () => {
  const sample: SampleSummary = {
    files: 40,
    sopClasses: new Map(),
    transferSyntaxes: new Map(),
    attributes: new Map([
      [0x00200010, 40],
      [0x00100010, 39],
      [0x00080090, 7],
      [0x00400275, 3],
    ]),
    privateAttributes: new Map([['(0019,"X",10)', 'LO']]),
    devices: [],
    directories: 0,
  };
  const titles = (rules: string, s?: SampleSummary) => codeLenses(read(`${HEAD}rules:\n${rules}`), s).map(l => l.title);

  it('offer a preview and a sample', () => {
    expect(titles('  - { tag: StudyID, action: keep }\n')).toEqual(['Preview on a file', 'Attach a sample folder']);
  });

  it.each<[string, string]>([
    ['{ tag: StudyID, action: keep }', 'in 40 of 40 files'],
    ['{ tag: StudyID, when: { Modality: US }, action: keep }', 'in at most 40 of 40 files'],
    ['{ tag: StudyDate, action: keep }', 'nothing in the sample'],
    ['{ vr: PN, action: remove }', '2 attributes in 39 of 40 files'],
    ['{ group: "0010", action: remove }', '1 attribute in 39 of 40 files'],
    ['{ group: "0019", action: remove }', '1 attribute in the sample'],
    [`{ tag: '(0019,"X",10)', action: keep }`, 'in the sample'],
    ['{ tag: RequestAttributesSequence/StudyID, action: keep }', 'in 3 of 40 files'],
    ['{ tag: "(0008,00xx)", action: remove }', '1 attribute in 7 of 40 files'],
  ])('count what %s finds', (rule, title) => {
    expect(titles(`  - ${rule}\n`, sample)).toEqual(['Preview on a file', 'Sample: 40 files', title]);
  });
});
