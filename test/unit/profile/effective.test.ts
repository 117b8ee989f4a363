import { describe, expect, it } from 'vitest';
import { createEffectiveActions, type ElementContext } from '../../../src/profile/effective';
import { readProfile } from '../../../src/profile/read';
import { resolveProfile } from '../../../src/profile/resolve';

const CT = '1.2.840.10008.5.1.4.1.1.2';

/** Effective action of one element under a profile with these lines. */
function effective(lines: string, where: Partial<ElementContext> & { tag: number }) {
  const { profile, diagnostics } = resolveProfile(readProfile(`deid: 1\nname: t\n${lines}`, 'test'));
  expect(diagnostics).toEqual([]);
  return createEffectiveActions(profile).for({ sopClass: CT, path: [], vr: 'LO', instance: () => [], ...where });
}
const kind = (e: ReturnType<typeof effective>) => (e.action.kind === 'code' ? e.action.code : e.action.kind);

describe('precedence', () => {
  const rules = (...list: string[]) => `rules:\n${list.map(r => `  - ${r}`).join('\n')}`;

  it('puts a path before a tag, a tag before a wildcard, that before a group, and that before a VR', () => {
    const all = rules(
      '{ tag: RequestAttributesSequence/ScheduledProcedureStepDescription, action: keep }',
      '{ tag: ScheduledProcedureStepDescription, action: empty }',
      '{ tag: "(0040,xxxx)", action: dummy }',
      '{ group: "0040", action: clean }',
      '{ vr: LO, action: remove }',
    );
    expect(kind(effective(all, { tag: 0x00400007, path: [0x00400275] }))).toBe('keep');
    expect(kind(effective(all, { tag: 0x00400007, path: [0x00089999, 0x00400275] }))).toBe('keep');
    expect(kind(effective(all, { tag: 0x00400007 }))).toBe('empty');
    expect(kind(effective(all, { tag: 0x00400009 }))).toBe('dummy');
    expect(
      kind(effective(rules('{ vr: LO, action: remove }', '{ group: "0040", action: clean }'), { tag: 0x00400007 })),
    ).toBe('clean');
    expect(kind(effective(all, { tag: 0x00081030 }))).toBe('remove');
  });

  it('prefers a matching condition, then the later rule', () => {
    const all = rules(
      '{ tag: SeriesDescription, when: { Modality: [US, XA] }, action: remove }',
      '{ tag: SeriesDescription, action: keep }',
      '{ tag: SeriesDescription, action: clean }',
    );
    const modality = (m: string) => (tag: number) => (tag === 0x00080060 ? [m] : []);
    expect(kind(effective(all, { tag: 0x0008103e, instance: modality('US') }))).toBe('remove');
    expect(kind(effective(all, { tag: 0x0008103e, instance: modality('CT') }))).toBe('clean');
  });

  it('matches conditions by literal, number, UID keyword and pattern', () => {
    const test = (when: string, tag: number, value: string) =>
      kind(
        effective(rules(`{ tag: SeriesDescription, when: ${when}, action: keep }`), {
          tag: 0x0008103e,
          instance: t => (t === tag ? [value] : []),
        }),
      ) === 'keep';
    expect(test('{ Manufacturer: "/^GE/i" }', 0x00080070, 'ge medical')).toBe(true);
    expect(test('{ Manufacturer: "/^GE/" }', 0x00080070, 'ge medical')).toBe(false);
    expect(test('{ SliceThickness: 1.5 }', 0x00180050, '1.50')).toBe(true);
    expect(test('{ SOPClassUID: CTImageStorage }', 0x00080016, CT)).toBe(true);
    expect(test('{ Modality: CT }', 0x00080060, 'CTX')).toBe(false);
  });

  it('matches private attributes by creator and low byte, whatever the block', () => {
    const all = rules(`{ tag: '(0029,"SIEMENS CSA HEADER",10)', action: keep }`);
    expect(kind(effective(all, { tag: 0x00291110, creator: 'SIEMENS CSA HEADER' }))).toBe('keep');
    expect(kind(effective(all, { tag: 0x00291110, creator: 'OTHER' }))).toBe('remove');
  });

  it('takes 60xx for even groups up to 601E only', () => {
    const all = rules('{ tag: "(60xx,xxxx)", action: dummy }');
    expect(kind(effective(all, { tag: 0x60021500 }))).toBe('dummy');
    expect(kind(effective(all, { tag: 0x60221500 }))).toBe('keep');
    expect(kind(effective(all, { tag: 0x60031500 }))).toBe('remove');
  });
});

describe('options over the table', () => {
  it('let C win over K, and K over the basic code', () => {
    const dates = 'options: [RetainDeviceIdentity, RetainLongitudinalModifiedDates]';
    expect(kind(effective(dates, { tag: 0x00181200, vr: 'DA' }))).toBe('C');
    expect(kind(effective('options: [RetainDeviceIdentity]', { tag: 0x00181200, vr: 'DA' }))).toBe('K');
    expect(kind(effective('', { tag: 0x00181200, vr: 'DA' }))).toBe('X');
    expect(effective(dates, { tag: 0x00181200 }).source).toEqual({
      kind: 'option',
      options: ['RetainLongitudinalModifiedDates'],
      tableCode: 'X',
    });
  });

  it('never beat a rule', () => {
    expect(
      kind(
        effective('options: [CleanDescriptors]\nrules: [{ tag: StudyDescription, action: remove }]', {
          tag: 0x00081030,
        }),
      ),
    ).toBe('remove');
  });
});

describe('what no table lists', () => {
  it('is treated by VR, and UIDs by what they refer to', () => {
    expect(kind(effective('', { tag: 0x00140104, vr: 'PN' }))).toBe('X/Z/D');
    expect(kind(effective('options: [RetainLongitudinalModifiedDates]', { tag: 0x00080099, vr: 'DA' }))).toBe('C');
    expect(kind(effective('', { tag: 0x0070031b, vr: 'UI' }))).toBe('uid');
    expect(kind(effective('', { tag: 0x00080016, vr: 'UI' }))).toBe('keep');
    expect(kind(effective('', { tag: 0x0040e011, vr: 'UI' }))).toBe('remove');
    expect(kind(effective('', { tag: 0x00080070 }))).toBe('keep');
    expect(kind(effective('unlisted: { text: clean }', { tag: 0x00080070 }))).toBe('clean');
    expect(kind(effective('unlisted: { text: clean }', { tag: 0x00080060, vr: 'CS' }))).toBe('keep');
  });

  it('is kept altogether by a profile that starts from nothing', () => {
    expect(kind(effective('base: none', { tag: 0x00100010, vr: 'PN' }))).toBe('keep');
    expect(kind(effective('base: none', { tag: 0x00291010, vr: 'UN' }))).toBe('keep');
    expect(kind(effective('extends: builtin:keep-all', { tag: 0x00100010, vr: 'PN' }))).toBe('keep');
  });

  it('leaves private attributes to the engine under Retain Safe Private', () => {
    expect(effective('options: [RetainSafePrivate]', { tag: 0x00291010, creator: 'X' })).toEqual({
      action: { kind: 'code', code: 'C' },
      source: { kind: 'default', name: 'safePrivate' },
    });
    expect(kind(effective('private: { default: keep }', { tag: 0x00291010 }))).toBe('keep');
  });
});
