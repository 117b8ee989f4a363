import { describe, expect, it } from 'vitest';
import { complete, type CompletionContext } from '../../../../src/profile/language/completion';
import { atMark, HEAD } from './cursorMark';

const list = (marked: string, context?: CompletionContext) => {
  const { text, offset } = atMark(marked);
  return complete(text, offset, context);
};
const labels = (marked: string, context?: CompletionContext) => list(marked, context)?.items.map(i => i.label) ?? [];
/** The text after choosing an item, snippet places taken out. */
const chosen = (marked: string, label: string) => {
  const { text } = atMark(marked);
  const found = list(marked);
  const item = found?.items.find(i => i.label === label);
  if (!found || !item) throw new Error(`${label} is not offered`);
  const insert = item.snippet
    ? item.insert.replace(/\$\{\d:([^}]*)\}|\$\d/g, '$1').replaceAll('\\}', '}')
    : item.insert;
  return text.slice(0, found.range.start) + insert + text.slice(found.range.end);
};

describe('keys', () => {
  it.each<[string, string[], string[]]>([
    ['deid: 1\n|', ['name', 'rules', 'options'], ['deid', 'action']],
    ['deid: 1\nru|\n', ['rules'], ['deid']],
    ['deid: 1\nrules:\n  - |', ['tag', 'vr', 'action', 'when'], ['deid', 'options']],
    ['deid: 1\nrules:\n  - tag: StudyID\n    |', ['action', 'when', 'reason'], ['tag', 'vr', 'group']],
    ['deid: 1\nrules:\n  - tag: StudyID\n    ac|\nprivate:\n  default: keep\n', ['action'], ['tag', 'default']],
    ['rules:\n  - { tag: StudyID, | }', ['action', 'reason'], ['tag', 'vr']],
    ['rules:\n  - { tag: StudyID, |', ['action'], ['tag']],
    ['rules:\n  - { | }', ['tag', 'vr', 'group'], []],
    ['dates:\n  |', ['shift'], ['rules']],
    ['dates:\n  shift:\n    |', ['scope', 'days'], []],
    ['dates:\n  shift: { scope: patient, | }', ['days'], ['scope']],
    ['private:\n  def|', ['default', 'knowledgeBase'], ['rules']],
    ['pixels:\n  regions:\n    - |', ['when', 'blank'], ['tag']],
    ['files:\n  quarantine:\n    - when: { Modality: SR }\n  |', ['path'], ['quarantine']],
    ['patient:\n  id: { | }', ['file', 'missing'], []],
  ])('at the cursor of %j', (marked, wanted, unwanted) => {
    const found = labels(marked);
    for (const label of wanted) expect(found).toContain(label);
    for (const label of unwanted) expect(found).not.toContain(label);
  });

  it('write the colon once', () => {
    expect(chosen('rules:\n  - { tag: StudyID, | }', 'action')).toBe('rules:\n  - { tag: StudyID, action:  }');
    expect(chosen('rules:\n  - { tag: StudyID, ac|tion: keep }', 'action')).toBe(
      'rules:\n  - { tag: StudyID, action: keep }',
    );
  });

  it('come with the start of what follows', () => {
    expect(chosen('deid: 1\nopt|', 'options')).toBe('deid: 1\noptions:\n  - ');
    expect(chosen('deid: 1\ntext|', 'text')).toBe('deid: 1\ntext:\n  ');
  });
});

describe('attributes', () => {
  it.each<[string, string]>([
    ['PatientNa|', 'PatientName'],
    ['studydesc|', 'StudyDescription'],
    ['sd|', 'StudyDate'],
    ['Physician|', 'ReferringPhysicianName'],
    ['"(0018,10|"', '(0018,1000)'],
    ['"(0018,10|', '(0018,1000)'],
    ['(0018,1000|', '(0018,1000)'],
  ])('for %j have %s', (typed, label) => {
    const found = labels(`${HEAD}rules:\n  - tag: ${typed}\n    action: keep\n`);
    expect(found).toContain(label);
  });

  it('are found by the words of their names', () => {
    expect(labels(`${HEAD}rules:\n  - tag: "birth date|"`)).toContain('PatientBirthDate');
  });

  it('put the likeliest first and say the VR', () => {
    const first = list(`${HEAD}rules:\n  - { tag: StudyD|, action: keep }`)?.items[0];
    expect(first).toMatchObject({ label: 'StudyDate', detail: '(0008,0020) DA' });
  });

  it('replace the scalar and keep its quotes', () => {
    expect(chosen('rules:\n  - { tag: "Study|", action: keep }', 'StudyID')).toContain('tag: "StudyID", action');
    expect(chosen('rules:\n  - { tag: (0020,00|, action: keep }', '(0020,0010)')).toContain('tag: "(0020,0010)"');
  });

  it('in a path are those the sequence holds', () => {
    const found = labels('rules:\n  - { tag: "RequestAttributesSequence/|", action: remove }');
    expect(found).toContain('ScheduledProcedureStepDescription');
    expect(found).not.toContain('PatientName');
    expect(
      chosen('rules:\n  - { tag: RequestAttributesSequence/Sched|, action: remove }', 'ScheduledProcedureStepID'),
    ).toContain('tag: RequestAttributesSequence/ScheduledProcedureStepID,');
  });

  it('of private creators come from Table E.3.10-1 and are quoted', () => {
    expect(chosen("rules:\n  - { tag: '(0019,\"GEMS|' }", '(0019,"GEMS_ACQU_01",23)')).toContain(
      `tag: '(0019,"GEMS_ACQU_01",23)'`,
    );
  });

  it('are offered in conditions', () => {
    expect(labels('rules:\n  - { tag: StudyID, when: { Moda| }, action: keep }')).toContain('Modality');
    expect(chosen('rules:\n  - { tag: StudyID, when: { Moda| }, action: keep }', 'Modality')).toContain(
      '{ Modality:  }',
    );
  });
});

describe('values', () => {
  it.each<[string, string[], string[]]>([
    ['rules:\n  - { tag: StudyDate, action: | }', ['shift', 'keep', 'X/Z'], ['age', 'pseudonym2', 'uid']],
    ['rules:\n  - tag: PatientAge\n    action: |', ['age', 'remove'], ['shift', 'uid']],
    ['rules:\n  - { tag: SOPInstanceUID, action: u| }', ['uid', 'U'], ['age']],
    ['rules:\n  - { tag: PixelData, action: | }', ['remove'], ['pattern', 'replace']],
    ['rules:\n  - { vr: | }', ['PN', 'UI'], []],
    ['options:\n  - Clean|\n', ['CleanDescriptors'], []],
    ['options: [CleanDescriptors, |]', ['RetainUIDs'], ['CleanDescriptors']],
    ['options:\n  - CleanDescriptors\n  - |\nrules: []', ['RetainUIDs'], ['CleanDescriptors']],
    ['extends: |', ['builtin:tcia', 'base.deid.yaml'], ['words.txt']],
    ['extends: [builtin:tcia, |]', ['builtin:midi-b'], []],
    ['text:\n  keep: [{ file: | }]', ['words.txt'], ['base.deid.yaml']],
    ['standard: |', ['2026c'], []],
    ['private:\n  default: |', ['remove', 'keep'], []],
    ['rules:\n  - { tag: StudyID, when: { Modality: | }, action: keep }', ['CT', 'US'], []],
    ['rules:\n  - { tag: StudyID, when: { Modality: [CT, |] }, action: keep }', ['US'], []],
    ['patient:\n  id: "P-{|}"', ['{hash:8}', '{sequence:3}'], ['{id}']],
    ['patient:\n  name: "{|"', ['{id}'], []],
    ['files:\n  path: "{patient}/{|"', ['{series}'], ['{hash:8}']],
    ['rules:\n  - { tag: SeriesDescription, action: replace, value: "{Modal|" }', ['{Modality}'], []],
    ['rules:\n  - { tag: PatientSex, action: replace, value: | }', ['M', 'F', 'O'], []],
    ['text:\n  mode:\n    default: |', ['surgical', 'keepList'], []],
  ])('at the cursor of %j', (marked, wanted, unwanted) => {
    const found = labels(marked, { files: ['base.deid.yaml', 'words.txt'] });
    for (const label of wanted) expect(found).toContain(label);
    for (const label of unwanted) expect(found).not.toContain(label);
  });

  it('bring the parameters of an action', () => {
    expect(chosen('rules:\n  - { tag: StudyID, action: | }', 'pseudonym')).toContain(
      'action: pseudonym, format: "{hash:8}" }',
    );
    expect(chosen('rules:\n  - { tag: StudyID, action: | , value: x }', 'replace')).toContain('action: replace ');
  });

  it('of a template end with one brace', () => {
    expect(chosen('patient:\n  id: "P-{ha|}"\n', '{hash:8}')).toContain('id: "P-{hash:8}"');
  });
});

it('offers nothing in comments', () => {
  expect(list('deid: 1\n# wor|ds\n')).toBeUndefined();
  expect(list('deid: 1 # wor|ds\n')).toBeUndefined();
});

it('reads only the surroundings of the cursor', () => {
  const many = Array.from(
    { length: 3000 },
    (_, i) => `  - { tag: "(0018,${i.toString(16).padStart(4, '0')})", action: keep }\n`,
  );
  const marked = `${HEAD}rules:\n${many.slice(0, 1500).join('')}  - { tag: PatientN|, action: keep }\n${many.slice(1500).join('')}`;
  expect(labels(marked)).toContain('PatientName');
  expect(chosen(marked, 'PatientName')).toContain('  - { tag: PatientName, action: keep }\n');
});
