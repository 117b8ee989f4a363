import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPTION_NAMES } from '../../../src/standard/codes';
import { applyEdits } from '../../../src/profile/diagnostic';
import { editProfile, type EditOperation } from '../../../src/profile/edit';
import { readProfile } from '../../../src/profile/read';
import { resolveProfile } from '../../../src/profile/resolve';

const edit = (text: string, operation: EditOperation) => applyEdits(text, editProfile(text, operation));

const PROFILE = `# head
deid: 1
name: "Lung"   # quoted
options:
  # a comment
  - CleanDescriptors   # first
  - CleanPixelData
dates:
  shift: { scope: patient, days: [-10, -5] }

rules:
  - { tag: StudyID, action: keep }   # why
  # about the next one
  - tag: SeriesDescription
    action: replace   # aligned
    value: 'x y'
# tail
`;

describe('operations of the form', () => {
  it('add and remove options', () => {
    expect(edit(PROFILE, { kind: 'addOption', option: 'CleanGraphics' })).toBe(
      PROFILE.replace('  - CleanPixelData\n', '  - CleanPixelData\n  - CleanGraphics\n'),
    );
    expect(edit(PROFILE, { kind: 'addOption', option: 'CleanPixelData' })).toBe(PROFILE);
    expect(edit(PROFILE, { kind: 'removeOption', option: 'CleanDescriptors' })).toBe(
      PROFILE.replace('  - CleanDescriptors   # first\n', ''),
    );
    expect(
      edit('deid: 1\noptions: [CleanGraphics, CleanPixelData]\n', { kind: 'removeOption', option: 'CleanGraphics' }),
    ).toBe('deid: 1\noptions: [CleanPixelData]\n');
    expect(edit('deid: 1\noptions: [CleanGraphics]\nname: n', { kind: 'removeOption', option: 'CleanGraphics' })).toBe(
      'deid: 1\nname: n',
    );
    expect(edit('deid: 1', { kind: 'addOption', option: 'CleanGraphics' })).toBe(
      'deid: 1\noptions:\n  - CleanGraphics',
    );
    expect(edit('options:\ndeid: 1\n', { kind: 'addOption', option: 'CleanGraphics' })).toBe(
      'options:\n  - CleanGraphics\ndeid: 1\n',
    );
  });

  it('add, change and remove rules', () => {
    expect(edit(PROFILE, { kind: 'addRule', rule: { tag: '(0029,"X",10)', action: 'keep' } })).toBe(
      PROFILE.replace("    value: 'x y'\n", "    value: 'x y'\n  - { tag: '(0029,\"X\",10)', action: keep }\n"),
    );
    expect(edit(PROFILE, { kind: 'changeRule', index: 0, set: { action: 'remove', reason: 'ok' } })).toBe(
      PROFILE.replace('{ tag: StudyID, action: keep }', '{ tag: StudyID, action: remove, reason: ok }'),
    );
    expect(edit(PROFILE, { kind: 'changeRule', index: 1, set: { action: 'clean', value: null } })).toBe(
      PROFILE.replace("    action: replace   # aligned\n    value: 'x y'\n", '    action: clean   # aligned\n'),
    );
    expect(edit(PROFILE, { kind: 'removeRule', index: 0 })).toBe(
      PROFILE.replace('  - { tag: StudyID, action: keep }   # why\n', ''),
    );
    expect(edit(PROFILE, { kind: 'removeRule', index: 7 })).toBe(PROFILE);
  });

  it('set, add and remove settings', () => {
    const set = (path: string[], value: string | number | null) => edit(PROFILE, { kind: 'setSetting', path, value });
    expect(set(['dates', 'shift', 'scope'], 'study')).toBe(PROFILE.replace('scope: patient', 'scope: study'));
    expect(set(['dates', 'shift', 'scope'], 'patient')).toBe(PROFILE);
    expect(set(['dates', 'shift', 'scope'], null)).toBe(PROFILE.replace('scope: patient, ', ''));
    expect(set(['ages', 'capAt'], 89)).toBe(
      PROFILE.replace("    value: 'x y'\n", "    value: 'x y'\nages: { capAt: 89 }\n"),
    );
    expect(set(['dates'], null)).toBe(PROFILE.replace('dates:\n  shift: { scope: patient, days: [-10, -5] }\n', ''));
  });

  it('keep the line ends of the file', () => {
    expect(edit('deid: 1\r\nname: n\r\n', { kind: 'addRule', rule: { tag: 'StudyID', action: 'keep' } })).toBe(
      'deid: 1\r\nname: n\r\nrules:\r\n  - { tag: StudyID, action: keep }\r\n',
    );
  });
});

describe('any operation on any layout', () => {
  const comment = fc.constantFrom('', '   # c', ' # deid-ignore DEID050 x');
  const option = fc.constantFrom(...OPTION_NAMES.filter(o => !o.startsWith('RetainLongitudinal')));
  const rule = fc.record({
    tag: fc.constantFrom('StudyID', '"(0018,1000)"', 'SeriesDescription', `'(0029,"X",10)'`),
    action: fc.constantFrom('keep', 'remove', 'X/Z/D'),
    block: fc.boolean(),
    comment,
  });
  const profile = fc
    .record({
      options: fc.uniqueArray(option, { maxLength: 4 }),
      flow: fc.boolean(),
      rules: fc.array(rule, { maxLength: 4 }),
      c: comment,
      blank: fc.boolean(),
    })
    .map(({ options, flow, rules, c, blank }) => {
      const opts =
        options.length === 0
          ? ''
          : flow
            ? `options: [${options.join(', ')}]${c}\n`
            : `options:${c}\n${options.map(o => `  - ${o}${c}\n`).join('')}`;
      const list = rules.map(r =>
        r.block
          ? `  - tag: ${r.tag}${r.comment}\n    action: ${r.action}\n`
          : `  - { tag: ${r.tag}, action: ${r.action} }${r.comment}\n`,
      );
      return `deid: 1${c}\nname: n\n${opts}${blank ? '\n' : ''}${list.length > 0 ? `rules:${c}\n${list.join('')}` : ''}`;
    });
  const operation: fc.Arbitrary<EditOperation> = fc.oneof(
    option.map(o => ({ kind: 'addOption' as const, option: o })),
    option.map(o => ({ kind: 'removeOption' as const, option: o })),
    fc.constant({ kind: 'addRule' as const, rule: { tag: 'PatientSex', action: 'keep', reason: 'a "b": c # d' } }),
    fc.nat(4).map(index => ({ kind: 'removeRule' as const, index })),
    fc.nat(4).map(index => ({ kind: 'changeRule' as const, index, set: { action: 'clean', reason: 'why' } })),
    fc.constant({ kind: 'setSetting' as const, path: ['text', 'dates'], value: 'keepYear' }),
    fc.constant({ kind: 'setSetting' as const, path: ['name'], value: 'other: name' }),
  );

  it('does what it says, leaves every comment elsewhere and nothing broken', () => {
    fc.assert(
      fc.property(profile, operation, (text, op) => {
        const before = readProfile(text, 'p');
        const result = edit(text, op);
        const after = readProfile(result, 'p');
        expect(resolveProfile(after).diagnostics).toEqual([]);
        const options = new Set(before.options.map(o => o.value));
        let rules = before.rules.map(r => `${r.selectorText}=${r.entries.action?.text}`);
        if (op.kind === 'addOption') options.add(op.option);
        if (op.kind === 'removeOption') options.delete(op.option);
        if (op.kind === 'addRule') rules.push('PatientSex=keep');
        if (op.kind === 'removeRule') rules = rules.filter((_, i) => i !== op.index);
        if (op.kind === 'changeRule') rules = rules.map((r, i) => (i === op.index ? r.replace(/=.*/, '=clean') : r));
        if (op.kind === 'setSetting' && op.path[0] === 'name') expect(after.settings.name?.value).toBe('other: name');
        expect(new Set(after.options.map(o => o.value))).toEqual(options);
        expect(after.rules.map(r => `${r.selectorText}=${r.entries.action?.text}`)).toEqual(rules);
      }),
      { numRuns: 150 },
    );
  });
});

describe('entries of lists inside settings', () => {
  const TEXT = `deid: 1
extends: builtin:ps3.15  # base
text:
  keep:
    # ours
    - T2W   # weighting
    - { file: words.txt }
pixels:
  regions:
    - when: { Modality: US }   # the ward
      blank: [[0, 0, 10, 20], [1, 2, 3, 4]]
`;

  it('are added where they belong and nothing else moves', () => {
    expect(edit(TEXT, { kind: 'addItem', path: ['text', 'keep'], value: 'FLAIR' })).toBe(
      TEXT.replace('words.txt }\n', 'words.txt }\n    - FLAIR\n'),
    );
    expect(edit(TEXT, { kind: 'addItem', path: ['text', 'remove'], value: 'Ward 7' })).toBe(
      TEXT.replace('words.txt }\n', 'words.txt }\n  remove: [Ward 7]\n'),
    );
    expect(edit(TEXT, { kind: 'addItem', path: ['extends'], value: 'site.deid.yaml' })).toBe(
      TEXT.replace('builtin:ps3.15', '[builtin:ps3.15, site.deid.yaml]'),
    );
    expect(edit(TEXT, { kind: 'addItem', path: ['pixels', 'regions', '0', 'blank'], value: [5, 6, 7, 8] })).toBe(
      TEXT.replace('[1, 2, 3, 4]', '[1, 2, 3, 4], [5, 6, 7, 8]'),
    );
    expect(edit(TEXT, { kind: 'addItem', path: ['files', 'quarantine'], value: { when: { Modality: 'SR' } } })).toBe(
      `${TEXT}files: { quarantine: [{ when: { Modality: SR } }] }\n`,
    );
  });

  it('are changed and removed in place', () => {
    expect(edit(TEXT, { kind: 'setSetting', path: ['pixels', 'regions', '0', 'blank', '1', '2'], value: 30 })).toBe(
      TEXT.replace('[1, 2, 3, 4]', '[1, 2, 30, 4]'),
    );
    expect(edit(TEXT, { kind: 'setSetting', path: ['pixels', 'regions', '0', 'when', 'Rows'], value: 512 })).toBe(
      TEXT.replace('{ Modality: US }', '{ Modality: US, Rows: 512 }'),
    );
    expect(edit(TEXT, { kind: 'removeItem', path: ['text', 'keep'], index: 0 })).toBe(
      TEXT.replace('    - T2W   # weighting\n', ''),
    );
    expect(edit(TEXT, { kind: 'removeItem', path: ['pixels', 'regions', '0', 'blank'], index: 0 })).toBe(
      TEXT.replace('[0, 0, 10, 20], ', ''),
    );
    expect(edit(TEXT, { kind: 'removeItem', path: ['extends'], index: 0 })).toBe(
      TEXT.replace('extends: builtin:ps3.15  # base\n', ''),
    );
    expect(edit(TEXT, { kind: 'removeItem', path: ['text', 'keep'], index: 9 })).toBe(TEXT);
  });
});
