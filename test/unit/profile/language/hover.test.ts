import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/profile/language/analysis';
import { hover } from '../../../../src/profile/language/hover';
import { atMark, HEAD } from './cursorMark';

const at = (marked: string) => {
  const { text, offset } = atMark(marked);
  return hover(analyze(text, 'own.deid.yaml'), offset)?.text;
};

describe('hovering', () => {
  it.each<[string, string, string[]]>([
    [
      'an attribute shows the dictionary, Types, the table and the reason',
      'options: [CleanDescriptors]\nrules:\n  - { tag: StudyDescrip|tion, action: keep, reason: no names in it }\n',
      [
        'Study Description',
        '(0008,1030)',
        'VR LO',
        'VM 1',
        'Type 3',
        'C',
        'Effective: **keep**',
        'a rule of this file',
        'no names in it',
      ],
    ],
    [
      'a number',
      'rules:\n  - { tag: "(0010,00|10)", action: remove }\n',
      ["Patient's Name", 'Type 2', 'Effective: **remove**'],
    ],
    [
      'a tag that another rule wins',
      'rules:\n  - { tag: Study|ID, action: keep }\n  - { tag: StudyID, action: remove }\n',
      ['Effective: **remove**'],
    ],
    [
      'a rule with a condition',
      'rules:\n  - { tag: Study|ID, when: { Modality: US }, action: keep }\n',
      ['Effective: **Z**', 'Table E.1-1', 'Where the condition of this rule holds'],
    ],
    [
      'a sequence in a path',
      'rules:\n  - { tag: RequestAttr|ibutesSequence/ScheduledProcedureStepID, action: remove }\n',
      ['Request Attributes Sequence', 'VR SQ'],
    ],
    [
      'the leaf of a path',
      'rules:\n  - { tag: RequestAttributesSequence/Scheduled|ProcedureStepID, action: remove }\n',
      ['Scheduled Procedure Step ID', 'Effective: **remove**'],
    ],
    [
      'a private attribute',
      `rules:\n  - { tag: '(0019,"GEMS_|ACQU_01",23)', action: keep }\n`,
      ['GEMS_ACQU_01', 'safe'],
    ],
    ['a VR', 'rules:\n  - { vr: P|N, action: remove }\n', ['Every attribute of VR **PN**']],
    ['a group', 'rules:\n  - { group: "00|13", action: remove }\n', ['group **0013**']],
    ['an action', 'rules:\n  - { tag: StudyID, action: rem|ove }\n', ['X: the data element goes']],
    [
      'a compound code',
      'rules:\n  - { tag: StudyID, action: X/|Z/D }\n',
      ['resolved by the Type', 'Type 3 is removed'],
    ],
    ['clean on text', 'rules:\n  - { tag: StudyDescription, action: cl|ean }\n', ['text cleaner', 'text.mode']],
    ['clean on a date', 'rules:\n  - { tag: StudyDate, action: cl|ean }\n', ['offset of the patient']],
    ['an option', 'options:\n  - Clean|Descriptors\n', ['E.3.5', 'are cleaned']],
    ['a built-in profile', 'extends: builtin:tc|ia\n', ['Cancer Imaging Archive']],
    ['a key', 'pri|vate: { default: keep }\n', ['Private attributes']],
    ['a nested key', 'dates:\n  shift: { sco|pe: patient, days: [-3, -1] }\n', ['What shares one offset']],
    ['a condition', 'rules:\n  - { tag: StudyID, when: { Moda|lity: US }, action: keep }\n', ['Modality', 'VR CS']],
    [
      'a suppressed code',
      'rules:\n  - { tag: StudyID, action: keep } # deid-ignore DEI|D050 ok\n',
      ['DEID050', 'free text'].slice(0, 1),
    ],
  ])('%s', (_, lines, wanted) => {
    const text = at(HEAD + lines) ?? '';
    for (const part of wanted) expect(text).toContain(part);
  });

  it('says where an inherited rule stands', () => {
    expect(
      at(`${HEAD}extends: builtin:tcia\nrules:\n  - { tag: Patient|Comments, when: { Modality: US }, action: keep }\n`),
    ).toContain('a rule of `builtin:tcia`');
  });

  it('says nothing about plain values and empty places', () => {
    expect(at('deid: 1\nname: Te|st\n')).toBeUndefined();
    expect(at('deid: 1\n\n|\n')).toBeUndefined();
  });
});
