import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  allAttributes,
  attributeByKeyword,
  attributeByName,
  attributeByTag,
  dictionaryVr,
  EDITION,
} from '../../../src/standard/dictionary';
import { closest, closestKeywords } from '../../../src/standard/closest';

const code = (vr: string) => (vr.charCodeAt(0) << 8) | vr.charCodeAt(1);

describe('the data dictionary', () => {
  it('finds a row by tag, keyword and name', () => {
    const name = attributeByTag(0x00100010);
    expect(name).toMatchObject({ keyword: 'PatientName', name: "Patient's Name", vr: 'PN', vm: '1', retired: false });
    expect(attributeByKeyword('patientname')).toBe(name);
    expect(attributeByName("patient's name")).toBe(name);
    expect(attributeByKeyword('PatientNam')).toBeUndefined();
    expect(EDITION).toMatch(/^20\d\d[a-e]$/);
  });

  it('covers repeating groups, in even groups up to xx1E only', () => {
    expect(attributeByTag(0x60003000)?.keyword).toBe('OverlayData');
    expect(attributeByTag(0x601e3000)?.keyword).toBe('OverlayData');
    expect(attributeByTag(0x60203000)).toBeUndefined();
    expect(attributeByTag(0x60013000)).toBeUndefined();
    expect(attributeByTag(0x50020005)?.keyword).toBe('CurveDimensions');
    expect(attributeByTag(0x00203155)?.keyword).toBe('SourceImageIDs');
  });

  it('has no rows for private attributes', () => {
    expect(attributeByTag(0x00290010)).toBeUndefined();
    expect(attributeByTag(0x00291010)).toBeUndefined();
  });

  it('gives the VR that a reader of implicit VR needs', () => {
    expect(dictionaryVr(0x00100010)).toBe(code('PN'));
    expect(dictionaryVr(0x00280106)).toBe(code('US'));
    expect(dictionaryVr(0x7fe00010)).toBe(code('OW'));
    expect(dictionaryVr(0x00290010)).toBe(code('LO'));
    expect(dictionaryVr(0x00291010)).toBe(0);
    expect(dictionaryVr(0x00080000)).toBe(code('UL'));
    expect(dictionaryVr(0xfffee000)).toBe(0);
  });

  it('suggests keywords for a misspelt one', () => {
    expect(closestKeywords('PatientNmae')[0]).toBe('PatientName');
    expect(closestKeywords('Study Descripton')[0]).toBe('StudyDescription');
    expect(closestKeywords('zzzzzzzzzz')).toEqual([]);
    expect(closest('kep', ['keep', 'remove'])).toEqual(['keep']);
  });
});

const facts = '../shared/facts/dictionary.csv';
describe.skipIf(!existsSync(facts))('the data dictionary as generated', () => {
  it('has every row of PS3.6 unchanged', () => {
    const rows: Record<string, string>[] = parse(readFileSync(facts, 'utf8'), { columns: true, bom: true });
    const key = (tag: string, keyword: string, name: string, vr: string, vm: string, retired: boolean) =>
      [tag, keyword, name, vr, vm, retired].join('|');
    const ours = allAttributes().map(a => {
      const mask = a.mask.toString(16).padStart(8, '0');
      const digits = [...a.tag.toString(16).padStart(8, '0')].map((c, i) => (mask[i] === '0' ? 'x' : c)).join('');
      return key(digits, a.keyword, a.name, a.vr, a.vm, a.retired);
    });
    const theirs = rows.map(r =>
      key(
        (r.tag ?? '').replace(',', '').toLowerCase(),
        r.keyword ?? '',
        r.name ?? '',
        r.vr ?? '',
        r.vm ?? '',
        r.retired === 'Y',
      ),
    );
    expect(ours.sort()).toEqual(theirs.sort());
  });
});
