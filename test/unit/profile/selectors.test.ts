import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allAttributes } from '../../../src/standard/dictionary';
import { formatSelector, parseSelector, selectorKey } from '../../../src/profile/selectors';
import type { RuleSelector } from '../../../src/profile/model';

const read = (text: string): RuleSelector => {
  const result = parseSelector(text);
  if ('error' in result) throw new Error(result.error.message);
  return result.selector;
};
const error = (text: string) => {
  const result = parseSelector(text);
  return 'error' in result ? result.error : undefined;
};

describe('selectors', () => {
  it('read tags, keywords, wildcards, private attributes and paths', () => {
    expect(read('(0018,1000)')).toEqual({ kind: 'attribute', attribute: { kind: 'tag', tag: 0x00181000 } });
    expect(read('DeviceSerialNumber')).toEqual(read('0018,1000'));
    expect(read('00181000')).toEqual(read('(0018,1000)'));
    expect(read('(60xx,3000)')).toEqual({ kind: 'wildcard', tag: 0x60003000, mask: 0xff00ffff });
    expect(read('OverlayData')).toEqual(read('(60xx,3000)'));
    expect(read('(0029,"SIEMENS CSA HEADER",10)')).toEqual({
      kind: 'attribute',
      attribute: { kind: 'private', group: 0x29, creator: 'SIEMENS CSA HEADER', element: 0x10 },
    });
    expect(read('(0029,"A/B",xx10)/PatientName')).toMatchObject({
      kind: 'path',
      steps: [{ kind: 'private', creator: 'A/B' }, { tag: 0x00100010 }],
    });
  });

  it('say where and why they cannot be read', () => {
    expect(error('PatientNmae')).toMatchObject({
      kind: 'unknownKeyword',
      start: 0,
      end: 11,
      suggestions: ['PatientName'],
    });
    expect(error("Patient's Name")).toMatchObject({ kind: 'unknownKeyword', suggestions: ['PatientName'] });
    expect(error('RequestAttributesSequence/Foo')).toMatchObject({ start: 26, end: 29 });
    expect(error('(0020,001)')).toMatchObject({ kind: 'badTag', suggestions: [] });
    expect(error('(0028,"X",10)')?.message).toContain('even');
    expect(error('A//B')).toBeDefined();
  });

  it('come back unchanged from their own normal form', () => {
    const tags = allAttributes().filter(a => a.keyword !== '');
    fc.assert(
      fc.property(fc.constantFrom(...tags), fc.constantFrom(...tags), (a, b) => {
        const selector = read(a.keyword);
        expect(selectorKey(read(formatSelector(selector)))).toBe(selectorKey(selector));
        if (a.mask === 0xffffffff && b.mask === 0xffffffff) {
          const path = read(`${a.keyword}/${b.keyword}`);
          expect(read(formatSelector(path))).toEqual(path);
        }
      }),
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'(60x,"/ABab9) ') }), text => {
        parseSelector(text);
      }),
    );
  });
});
