import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/profile/read';

const at = (text: string, range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);

describe('reading a profile', () => {
  it('keeps the place of everything', () => {
    const text = `deid: 1
name: "Lung"
options: [CleanDescriptors]
rules:
  - tag: '(0029,"SIEMENS CSA HEADER",10)'
    when: { Modality: [US, "/^X/i"] }
    action: pattern   # why
    match: a+
    with: b
`;
    const document = readProfile(text, 'p');
    expect(document.issues).toEqual([]);
    const [rule] = document.rules;
    expect(at(text, document.settings.name?.range)).toBe('"Lung"');
    expect(at(text, document.options[0]?.range)).toBe('CleanDescriptors');
    expect(at(text, rule?.selectorRange)).toBe(`'(0029,"SIEMENS CSA HEADER",10)'`);
    expect(at(text, rule?.actionRange)).toBe('pattern');
    expect(rule?.action).toEqual({ kind: 'pattern', match: 'a+', with: 'b' });
    expect(rule?.when[0]?.anyOf).toEqual([
      { kind: 'literal', value: 'US' },
      { kind: 'pattern', source: '^X', flags: 'i' },
    ]);
    expect(at(text, rule?.when[0]?.ranges[1])).toBe('"/^X/i"');
    expect(at(text, document.sections.rules?.key)).toBe('rules');
    expect(document.lines.linePos(rule?.actionRange.start ?? 0)).toEqual({ line: 7, col: 13 });
  });

  it('takes numbers as they are written', () => {
    const { rules, settings, issues } = readProfile(
      'deid: 1\nname: 7\nuids: { root: 2.25 }\nrules:\n  - { group: 0013, action: remove }\n  - { tag: 00181000, action: keep }\n',
      'p',
    );
    expect(issues).toEqual([]);
    expect(settings.uidRoot?.value).toBe('2.25');
    expect(settings.name?.value).toBe('7');
    expect(rules.map(r => r.selector)).toEqual([
      { kind: 'group', group: 0x13 },
      { kind: 'attribute', attribute: { kind: 'tag', tag: 0x00181000 } },
    ]);
  });

  it('reads the rest of a file around every mistake, and points at each', () => {
    const text = `deid: 1
nmae: x
options: [CleanDescriptor, CleanGraphics]
private: { default: delete }
rules:
  - { tag: PatientNmae, action: remove }
  - { tag: StudyID, action: kep }
  - { tag: "(0020,001)", action: keep }
  - { vr: XX, action: keep }
  - { action: keep }
  - { tag: StudyID, vr: LO, action: keep }
  - { tag: AccessionNumber, action: empty }
`;
    const document = readProfile(text, 'p');
    expect(document.issues.map(i => [i.kind, at(text, i.range)])).toEqual(
      expect.arrayContaining([
        ['unknownKey', 'nmae'],
        ['missing', 'd'],
        ['unknownValue', 'CleanDescriptor'],
        ['unknownValue', 'delete'],
        ['unknownKeyword', 'PatientNmae'],
        ['unknownAction', 'kep'],
        ['badTag', '(0020,001)'],
        ['unknownValue', 'XX'],
        ['shape', '{ action: keep }'],
        ['shape', '{ tag: StudyID, vr: LO, action: keep }'],
      ]),
    );
    expect(document.rules.at(-1)).toMatchObject({ action: { kind: 'empty' }, selectorText: 'AccessionNumber' });
    expect(document.options.map(o => o.value)).toEqual(['CleanDescriptor', 'CleanGraphics']);
  });

  it('refuses aliases that multiply without end', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [*${'abcdefghi'[i]}, *${'abcdefghi'[i]}]`),
    ];
    const { issues } = readProfile(bomb.join('\n'), 'p');
    expect(issues.filter(i => i.message.includes('aliases'))).toHaveLength(18);
  });
});
