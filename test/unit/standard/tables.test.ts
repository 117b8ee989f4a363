import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { confidentialityRow, confidentialityRows, tableEditions } from '../../../src/standard/confidentiality';
import { deidMethodCode, deidMethodCodes } from '../../../src/standard/deidMethodCodes';
import { safePrivateAttribute, safePrivateAttributes } from '../../../src/standard/safePrivate';
import { srConcept, srConcepts } from '../../../src/standard/srConcepts';
import { tciaActions } from '../../../src/standard/tciaActions';
import { uidAttributeClass } from '../../../src/standard/uidAttributes';
import {
  allUids,
  isRegisteredUid,
  sopClassUid,
  transferSyntaxName,
  uidByKeyword,
  uidEntry,
} from '../../../src/standard/uids';
import { isUnlistedText, unlistedTextTags } from '../../../src/standard/unlistedText';

describe('Table E.1-1', () => {
  it('has basic codes, options and the edition a row came with', () => {
    expect(confidentialityRow(0x00080022)).toMatchObject({
      basic: 'X/Z',
      options: { RetainLongitudinalFullDates: 'K', RetainLongitudinalModifiedDates: 'C' },
      firstSeen: '2017c',
    });
    expect(confidentialityRow(0x00181002)?.options).toEqual({ RetainUIDs: 'K', RetainDeviceIdentity: 'K' });
    expect(confidentialityRow(0x00280010)).toBeUndefined();
    expect(confidentialityRows()).toHaveLength(656);
    expect(tableEditions().at(-1)).toBe('2026c');
  });

  it('covers curves, overlays and private attributes by pattern', () => {
    expect(confidentialityRow(0x501e0022)?.name).toBe('Curve Data');
    expect(confidentialityRow(0x60023000)?.name).toBe('Overlay Data');
    expect(confidentialityRow(0x60021500)).toBeUndefined();
    expect(confidentialityRow(0x60033000)?.name).toBe('Private Attributes');
    expect(confidentialityRow(0x60203000)).toBeUndefined();
    expect(confidentialityRow(0x00291010)).toMatchObject({ basic: 'X', options: { RetainSafePrivate: 'C' } });
  });
});

describe('the UID registry', () => {
  it('tells registered values by exact membership', () => {
    expect(isRegisteredUid('1.2.840.10008.1.2')).toBe(true);
    expect(isRegisteredUid('1.2.840.10008.1.2.999')).toBe(false);
    expect(transferSyntaxName('1.2.840.10008.1.2')).toBe('Implicit VR Little Endian');
    expect(transferSyntaxName('1.2.840.10008.5.1.4.1.1.2')).toBeUndefined();
    expect(uidEntry('1.2.840.10008.5.1.4.1.1.2')?.keyword).toBe('CTImageStorage');
    expect(uidByKeyword('ctimagestorage')?.uid).toBe('1.2.840.10008.5.1.4.1.1.2');
    expect(sopClassUid('EncapsulatedPDFStorage')).toBe('1.2.840.10008.5.1.4.1.1.104.1');
    expect(sopClassUid('ImplicitVRLittleEndian')).toBeUndefined();
    expect(allUids().length).toBeGreaterThan(480);
  });

  it('classes attributes of VR UI', () => {
    expect(uidAttributeClass(0x00080016)).toBe('structural');
    expect(uidAttributeClass(0x00080018)).toBe('listed');
    expect(uidAttributeClass(0x0070031b)).toBe('instance');
    expect(uidAttributeClass(0x0040e011)).toBe('locator');
    expect(uidAttributeClass(0x00100010)).toBeUndefined();
  });
});

describe('the small tables', () => {
  it('know the private attributes that are safe, by creator, group and low byte', () => {
    expect(safePrivateAttribute('Philips PET Private Group ', 0x7053, 0x1009)?.vr).toBe('DS');
    expect(safePrivateAttribute('PHILIPS PET PRIVATE GROUP', 0x7053, 0x1009)).toBeUndefined();
    expect(safePrivateAttributes()).toHaveLength(479);
  });

  it('have concepts of structured reports with their options', () => {
    expect(srConcept('121022', 'DCM')?.basic).toBe('X');
    expect(srConcept('113795', 'DCM')).toMatchObject({ basic: 'D', options: { RetainUIDs: 'K' } });
    expect(srConcepts()).toHaveLength(214);
  });

  it('have the codes of CID 7050', () => {
    expect(deidMethodCode().code).toBe('113100');
    expect(deidMethodCode('RetainLongitudinalModifiedDates').code).toBe('113107');
    expect(deidMethodCodes()).toHaveLength(13);
  });

  it('have the practice of TCIA and the text that no table lists', () => {
    expect(tciaActions().find(a => a.tag === 0x00080012)?.action).toBe('incrementdate');
    expect(isUnlistedText(0x00080070)).toBe(true);
    expect(isUnlistedText(0x00100010)).toBe(false);
    expect(unlistedTextTags().size).toBe(504);
  });
});

const facts = '../shared/facts/confidentiality.csv';
describe.skipIf(!existsSync(facts))('Table E.1-1 as generated', () => {
  it('has the code and the options of every row', () => {
    const rows: Record<string, string>[] = parse(readFileSync(facts, 'utf8'), { columns: true, bom: true });
    const plain = rows.filter(r => /^[0-9A-F]{4},[0-9A-F]{4}$/i.test(r.tag ?? ''));
    expect(plain).toHaveLength(652);
    for (const r of plain) {
      const row = confidentialityRow(parseInt((r.tag ?? '').replace(',', ''), 16));
      expect(row?.basic, r.tag).toBe(r.basic);
      expect(row?.options.CleanDescriptors ?? '', r.tag).toBe(r.clean_desc);
      expect(row?.options.RetainLongitudinalModifiedDates ?? '', r.tag).toBe(r.rtn_long_modif);
      expect(row?.options.RetainUIDs ?? '', r.tag).toBe(r.rtn_uids);
      expect(row?.options.RetainDeviceIdentity ?? '', r.tag).toBe(r.rtn_dev_id);
    }
  });
});
