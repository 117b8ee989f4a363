import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILTIN_PROFILES, builtinText } from '../../../src/profile/builtins';
import { formatProfile } from '../../../src/profile/format';
import { readProfile } from '../../../src/profile/read';
import { resolveProfile } from '../../../src/profile/resolve';

describe('the formatter', () => {
  it('indents, spaces and ends lines, and keeps comments', () => {
    expect(
      formatProfile(
        '# a\ndeid: 1   \nname: n\n\n\n\nrules:\n- {tag: StudyID,action: keep}  # why\n# b\n- tag: X\n  action: keep',
      ),
    ).toBe(
      '# a\ndeid: 1\nname: n\n\nrules:\n  - { tag: StudyID, action: keep } # why\n  # b\n  - tag: X\n    action: keep\n',
    );
  });

  it('keeps the digits of a group', () => {
    const group = readProfile(formatProfile('deid: 1\nname: n\nrules: [{group: 0013, action: remove}]'), 'p').rules[0];
    expect(group?.selector).toEqual({ kind: 'group', group: 0x13 });
  });

  it('tidies the lines of a file that is not well-formed and changes nothing else', () => {
    expect(formatProfile('deid: 1  \nname: [a\n\n\n\nx: {')).toBe('deid: 1\nname: [a\n\nx: {\n');
  });

  it.each(BUILTIN_PROFILES)('finds %s in its normal layout', name => {
    const text = builtinText(name) ?? '';
    expect(formatProfile(text)).toBe(text);
  });

  it('is stable, and never changes what a profile does', () => {
    const line = fc.constantFrom(
      'options: [CleanDescriptors,   CleanPixelData] # c',
      'patient: {id: "P-{hash:8}"}',
      'rules:\n - {tag: StudyID,   action: keep}\n # c\n - tag: "(0018,1000)"\n   action: remove',
      'text:\n    keep: [T2W, "a # b"]\n    dates:   remove',
      '# comment',
      '',
      'pixels:\n  regions:\n    - when: {Modality: US}\n      blank: [[0, 0, 10, 10], [1,2,3,4]]',
    );
    fc.assert(
      fc.property(fc.uniqueArray(line), lines => {
        const text = `deid: 1\nname: n\n${lines.join('\n')}`;
        const once = formatProfile(text);
        expect(formatProfile(once)).toBe(once);
        expect(resolveProfile(readProfile(once, 'p')).profile.hash).toBe(
          resolveProfile(readProfile(text, 'p')).profile.hash,
        );
        expect(once.split('#').length).toBe(text.split('#').length);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:-[]{}#"\'\n ,&*!|>') }), text => void formatProfile(text)),
    );
  });
});
