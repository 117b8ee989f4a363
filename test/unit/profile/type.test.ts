import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeType, knownSopClass } from '../../../src/standard/iod';
import type { ActionCode } from '../../../src/profile/model';
import { resolveCompound } from '../../../src/profile/type';

describe('compound codes', () => {
  it('come to D, Z or X by Type, conditional Types taken as met', () => {
    expect(resolveCompound('X/Z/D', '1C', true)).toBe('D');
    expect(resolveCompound('X/Z/D', '2', true)).toBe('Z');
    expect(resolveCompound('X/Z/D', '3', true)).toBe('X');
    expect(resolveCompound('X/D', '2', true)).toBe('D');
    expect(resolveCompound('X/Z/U*', '1', true)).toBe('U');
    expect(resolveCompound('Z/D', undefined, true)).toBe('Z');
    expect(resolveCompound('X/Z', undefined, true)).toBe('X');
  });

  it('take the branch that keeps any object valid where Types are not known', () => {
    expect(resolveCompound('X/Z/D', undefined, false)).toBe('D');
    expect(resolveCompound('X/Z', undefined, false)).toBe('Z');
    expect(resolveCompound('X', undefined, false)).toBe('X');
  });

  it('are repaired where an IOD demands what the table removes', () => {
    expect(resolveCompound('X', '1', true)).toBe('D');
    expect(resolveCompound('X', '2C', true)).toBe('Z');
    expect(resolveCompound('Z', '1', true)).toBe('D');
  });

  it('leave K, C, U and D alone', () => {
    for (const code of ['K', 'C', 'U', 'D'] as const) expect(resolveCompound(code, '1', true)).toBe(code);
  });
});

const facts = '../shared/facts/resolved_compound.csv';
describe.skipIf(!existsSync(facts))('compound codes over all SOP classes', () => {
  it('come to what the joined table says', () => {
    const rows: string[][] = parse(readFileSync(facts, 'utf8'), { from_line: 2 });
    const wrong = rows.filter(([sop = '', tag = '', basic = '', , resolved = '']) => {
      const type = attributeType(sop, [], parseInt(tag.replace(',', ''), 16));
      return resolveCompound(basic as ActionCode, type, knownSopClass(sop)) !== resolved.replace('!', '');
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(2000 - 1);
  });
});
