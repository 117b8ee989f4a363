import { describe, expect, it } from 'vitest';
import { KnowledgeBase } from '../../../src/deid/knowledgeBase';

const ge = { group: 0x0019, creator: 'GEMS_ACQU_01', element: 0x02 };

describe('a private tag knowledge base', () => {
  it.each([
    ['balanced quotes', '"(0019,""GEMS_ACQU_01"",02)",k'],
    ['no quotes around the cell', '(0019,"GEMS_ACQU_01",02),k'],
    ['a quote that is never closed', '"(0019,"GEMS_ACQU_01",02),k'],
    ['padding and lower case', '"(0019,""gems_acqu_01 "",02)", K '],
    ['a block placeholder', '(0019,"GEMS_ACQU_01",xx02),k'],
    ['no quotes at all', '(0019,GEMS_ACQU_01,02),k'],
  ])('reads %s', (_, row) => {
    const base = KnowledgeBase.parse(`element_sig_pattern,private_disposition\n${row}\n`);
    expect(base.problems).toEqual([]);
    expect(base.find([], ge)).toBe('keep');
  });

  it('finds columns by name, and knows all dispositions', () => {
    const base = KnowledgeBase.parse(
      [
        '\uFEFFid,vr,private_disposition,"element_sig_pattern",note',
        '1,LO,d,"(0009,""A"",01)",x',
        '2,UI,h,"(0009,""A"",02)",x',
        '3,DA,o,"(0009,""A"",03)",x',
        '4,IS,oi,"(0009,""A"",04)",x',
      ].join('\r\n'),
    );
    const find = (element: number) => base.find([], { group: 9, creator: 'A', element });
    expect([1, 2, 3, 4, 5].map(find)).toEqual(['remove', 'uid', 'shiftDate', 'shiftIntegerDate', undefined]);
  });

  it('prefers the signature written for the place', () => {
    const base = KnowledgeBase.parse(
      'element_sig_pattern,private_disposition\n(312f,"Creator",10),d\n"(0008,1084)[<0>](312f,""Creator"",10)",k',
    );
    const attribute = { group: 0x312f, creator: 'CREATOR', element: 0x10 };
    expect(base.find([{ tag: 0x00081084 }], attribute)).toBe('keep');
    expect(base.find([{ tag: 0x00081085 }], attribute)).toBe('remove');
  });

  it('says which rows it could not use, and they decide nothing', () => {
    const base = KnowledgeBase.parse('element_sig_pattern,private_disposition\nnonsense,k\n(0019,"A",01),maybe\n');
    expect(base.size).toBe(0);
    expect(base.problems.map(p => p.row)).toEqual([2, 3]);
  });

  it('refuses a table without the columns', () => {
    expect(() => KnowledgeBase.parse('a,b\n1,2')).toThrow(/element_sig_pattern/);
  });
});
