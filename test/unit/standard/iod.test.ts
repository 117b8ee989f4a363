import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeType, iodOf, knownSopClass, sequenceHolds } from '../../../src/standard/iod';

const CT = '1.2.840.10008.5.1.4.1.1.2';
const ENHANCED_CT = '1.2.840.10008.5.1.4.1.1.2.1';
const facts = '../shared/facts';

describe('Types of attributes', () => {
  it('are the strongest over the modules of the SOP class', () => {
    expect(attributeType(CT, [], 0x00100010)).toBe('2');
    expect(attributeType(CT, [], 0x0020000d)).toBe('1');
    expect(attributeType(ENHANCED_CT, [], 0x00080023)).toBe('1');
    expect(attributeType(CT, [], 0x30060002)).toBeUndefined();
  });

  it('are found inside items, through macros', () => {
    expect(attributeType(CT, [0x00101002], 0x00100020)).toBe('1');
    expect(attributeType(CT, [0x00081140], 0x00081155)).toBe('1');
    expect(attributeType(CT, [0x00400275], 0x00400007)).toBe('3');
  });

  it('are unknown for a private SOP class', () => {
    expect(knownSopClass('1.3.12.2.1107.5.9.1')).toBe(false);
    expect(attributeType('1.3.12.2.1107.5.9.1', [], 0x00100010)).toBeUndefined();
    expect(iodOf(CT)?.iod).toBe('CTImage');
  });

  it('know what a sequence may hold', () => {
    expect(sequenceHolds(0x00400275, 0x00400007)).toBe(true);
    expect(sequenceHolds(0x00400275, 0x00100010)).toBe(false);
  });
});

describe.skipIf(!existsSync(facts))('Types agree with the table they were joined into', () => {
  const rows: Record<string, string>[] = parse(readFileSync(`${facts}/iod_types.csv`, 'utf8'), { columns: true });
  it('for every SOP class and attribute of Table E.1-1', () => {
    const wrong = rows.filter(
      r =>
        /^[0-9A-F,]+$/i.test(r.tag ?? '') &&
        attributeType(r.sop_class_uid ?? '', [], parseInt((r.tag ?? '').replace(',', ''), 16)) !== r.type,
    );
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(rows.length).toBeGreaterThan(5000);
  });
});
